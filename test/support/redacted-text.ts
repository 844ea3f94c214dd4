import { redactHar } from '../../src/engine/redaction/redact-har.js';

/** What a file tells of one exchange. */
export interface Told {
  mime?: string;
  posted?: string;
  answered?: string;
  message?: string;
  more?: object;
}

/** A file that tells it. */
export const har = ({ mime = 'text/plain', posted, answered = 'ok', message, more }: Told) => ({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-01-01T09:00:00.000Z',
        time: 5,
        request: {
          method: posted === undefined ? 'GET' : 'POST',
          url: 'https://shop.test/api',
          headers: [],
          ...(posted !== undefined && { postData: { mimeType: mime, text: posted } }),
        },
        response: { status: 200, headers: [], content: { mimeType: mime, text: answered } },
        ...(message !== undefined && {
          _webSocketMessages: [{ type: 'send', time: 1, opcode: 1, data: message }],
        }),
        ...more,
      },
    ],
  },
});

/** The same, without its secrets. */
export const redacted = (told: Told): string => JSON.stringify(redactHar(har(told)).har);

export const xml = 'application/xml';
export const json = 'application/json';
export const html = 'text/html';
