import { expect } from 'vitest';
import { redactHar } from '../../src/engine/redaction/redact-har.js';
import { reportOf, saidIn } from './redaction.js';

// Files that tell what was sent, and what was answered.

export interface Sent {
  path?: string;
  headers?: Record<string, string>;
  mime?: string;
  body?: string;
  told?: string;
  toldMime?: string;
  messages?: [type: 'send' | 'receive', data: string][];
}

function entry(sent: Sent, at: number) {
  const { path = '/api', headers = {}, mime = 'application/json', body, told = '{}' } = sent;
  return {
    startedDateTime: new Date(1_767_258_000_000 + at * 1000).toISOString(),
    time: 5,
    request: {
      method: body === undefined ? 'GET' : 'POST',
      url: `https://shop.test${path}`,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      ...(body !== undefined && { postData: { mimeType: mime, text: body } }),
    },
    response: {
      status: 200,
      headers: [],
      content: { mimeType: sent.toldMime ?? 'application/json', text: told },
    },
    ...(sent.messages && {
      _webSocketMessages: sent.messages.map(([type, data]) => ({ type, data, opcode: 1, time: 1 })),
    }),
  };
}

export const har = (...entries: Sent[]) => ({
  log: { version: '1.2', entries: entries.map(entry) },
});

/** A redacted file as one text; what is reported of it stays. */
export function redacted(file: unknown): string {
  const { har: other } = redactHar(file);
  expect(saidIn(reportOf(other))).toEqual(saidIn(reportOf(file)));
  return JSON.stringify(other).replaceAll('\\"', '"');
}
