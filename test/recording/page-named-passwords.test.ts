import { checkpointOf } from '../support/checkpoint.js';
import { describe, expect, it } from 'vitest';
import type { LoginForm } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import type { DevtoolsEntry, LogRecord } from '../../src/recording/record.js';
import { Recording } from '../../src/recording/recording.js';
import { START } from '../support/exchange.js';

const P = 'correct-horse-battery';
const SITE = 'https://shop.test';
const SENT = `${SITE}/login?user=ada&k1=${P}`;

const form: LoginForm = {
  kind: 'login-form',
  at: START,
  pageUrl: `${SITE}/login`,
  actionUrl: `${SITE}/login`,
  method: 'GET',
  fields: [{ name: 'k1', type: 'password' }],
};
const navigated: LogRecord = { kind: 'navigated', at: START, url: `${SITE}/login` };
const page: DevtoolsEntry = {
  url: `${SITE}/login`,
  method: 'GET',
  type: 'document',
  startedAt: START,
  status: 200,
  responseBody: readBody('text/html', '<input type=password name=k1>'),
  requestHeaders: [],
  responseHeaders: [],
};

interface Hop {
  url?: string;
  type?: 'document' | 'fetch';
  sends?: Record<string, string>;
  gets?: Record<string, string>;
  status?: number;
  redirectUrl?: string;
}

const block = (headers: Record<string, string> = {}) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

function hop({ url = `${SITE}/api`, type = 'fetch', status = 200, ...rest }: Hop): LogRecord[] {
  const { sends, gets, redirectUrl } = rest;
  const subject = { id: '7', at: START + 1, url, method: 'GET', type, frameId: 0 };
  const answer = { ...subject, status, headers: block(gets), ...(redirectUrl && { redirectUrl }) };
  return [
    { kind: 'sent', ...subject, headers: block(sends) },
    { kind: 'answered', ...answer },
  ];
}

function entry(told: Partial<DevtoolsEntry>): LogRecord {
  return {
    kind: 'devtools',
    at: START + 2,
    entries: [{ ...page, type: 'fetch', url: `${SITE}/api`, startedAt: START + 1, ...told }],
  };
}

/** All that is kept and shown of a recording. */
function held(records: readonly LogRecord[]): string {
  const recording = new Recording();
  for (const record of records) recording.add(record);
  const early = checkpointOf(recording);
  recording.settle(START + 60_000);
  const details = recording.exchanges.ids().map((id) => recording.requests.detail(id));
  return early + JSON.stringify([checkpointOf(recording), details, recording.requests.rows(0)]);
}

const echo = readBody('application/json', JSON.stringify({ k1: P, token: 'a1b2c3d4' }));
const VISITS: [string, LogRecord[]][] = [
  ['the address', hop({ url: SENT, type: 'document' })],
  ['an address that is never answered', hop({ url: SENT }).slice(0, 1)],
  ['Referer', hop({ sends: { referer: SENT } })],
  ['Referer elsewhere', hop({ url: 'https://cdn.test/x', sends: { referer: SENT } })],
  ['Location', hop({ status: 302, gets: { location: `/login?k1=${P}` } })],
  ['Refresh', hop({ gets: { refresh: `0; url=/login?k1=${P}` } })],
  ['Content-Location', hop({ gets: { 'content-location': `/login?k1=${P}` } })],
  ['where it is redirected', hop({ status: 302, redirectUrl: SENT })],
  ['where another site sends', hop({ url: 'https://id.test/x', status: 302, redirectUrl: SENT })],
  ['the page', [{ kind: 'navigated', at: START + 1, url: SENT }, ...hop({})]],
  ['an entry', [entry({ url: SENT })]],
  ['an entry that is matched', [...hop({ url: SENT }), entry({ url: SENT })]],
  ['Referer of an entry', [entry({ requestHeaders: [{ name: 'referer', value: SENT }] })]],
  ['Location of an entry', [entry({ responseHeaders: [{ name: 'location', value: SENT }] })]],
  ['what an entry sends', [entry({ requestBody: echo })]],
  ['what an entry echoes', [entry({ responseBody: echo })]],
  ['what a matched entry echoes', [...hop({}), entry({ responseBody: echo })]],
  ['a request in an http page', [entry({ url: `http://shop.test/login?k1=${P}` })]],
];

describe.each(VISITS)('a password under the name that a page gave it: %s', (_where, visit) => {
  it('is dropped after its form was told', () => {
    expect(held([form, navigated, ...visit])).not.toContain(P);
  });

  it('is dropped where its form is told late', () => {
    expect(held([navigated, ...visit, form])).not.toContain(P);
  });

  it('is dropped where its page is told before, or late', () => {
    const shown: LogRecord = { kind: 'devtools', at: START + 3, entries: [page] };
    expect(held([shown, navigated, ...visit])).not.toContain(P);
    expect(held([navigated, ...visit, shown])).not.toContain(P);
  });
});

it('is matched with its entry though its form was told in between', () => {
  const recording = new Recording();
  const told = entry({ url: SENT, responseBody: readBody('application/json', '["a1b2c3d4e5"]') });
  for (const record of [...hop({ url: SENT }), form, told]) recording.add(record);
  recording.settle(START + 60_000);
  expect(recording.exchanges.count).toBe(1);
});

it('leaves what else a request has as it is', () => {
  const url = `${SITE}/cb?code=a1b2c3d4&passport=12345678&state=xyz`;
  const kept = held([form, navigated, ...hop({ url, sends: { referer: url } })]);
  expect(kept.split(url).length).toBeGreaterThan(3);
});
