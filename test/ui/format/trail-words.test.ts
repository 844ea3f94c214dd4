import { describe, expect, it } from 'vitest';
import type { ReportEvent } from '../../../src/engine/report/report-event.js';
import { TRAIL_ORDER } from '../../../src/engine/trail/trail-step.js';
import { trailWords } from '../../../src/ui/format/trail-words.js';
import { useCatalogue } from '../../support/use-catalogue.js';

const event = (type: string, detail: ReportEvent['detail'] = {}): ReportEvent => ({
  type,
  at: '2026-03-01T12:00:00.000Z',
  site: 'https://shop.test',
  credentialId: 'c1',
  exchange: { id: 'r1', method: 'POST', url: 'https://shop.test/api/token?next=%2F' },
  detail,
});

const API = 'https://api.shop.test';
const place = (carrier: string, locator: string) => ({ carrier, locator, origin: API });

const ENGLISH: [type: string, detail: ReportEvent['detail'], words: string][] = [
  [
    'issued',
    place('body', '/access_token'),
    'issued by POST /api/token in the response body (/access_token)',
  ],
  ['issued', place('cookie', 'sid'), 'set by POST /api/token as the cookie sid'],
  [
    'issued',
    place('header', 'x-token'),
    'issued by POST /api/token in the response header x-token',
  ],
  ['issued', place('url', 'code'), 'issued by POST /api/token in an address (code)'],
  ['issued', place('telepathy', 'x'), 'issued by POST /api/token (x)'],
  ['stored', place('cookie', 'sid'), 'seen in the cookie jar as sid by then'],
  [
    'stored',
    place('localStorage', 'access_token'),
    'seen in localStorage under access_token by then',
  ],
  [
    'sent',
    { ...place('header', 'authorization'), count: 17 },
    `sent in the header authorization to ${API}, 17 times`,
  ],
  ['sent', place('cookie', 'sid'), `sent as the cookie sid to ${API}`],
  ['sent', place('websocket', 'protocol'), `sent in a WebSocket handshake (protocol) to ${API}`],
  [
    'sent',
    { ...place('body', '/t'), count: 1204 },
    `sent in the request body (/t) to ${API}, 1,204 times`,
  ],
  [
    'exposed',
    { ...place('header', 'authorization'), exposure: 'cross-site' },
    `sent to another site, ${API} (authorization)`,
  ],
  [
    'exposed',
    { ...place('header', 'x'), exposure: 'plain-http' },
    `sent to ${API} without encryption (x)`,
  ],
  [
    'exposed',
    { ...place('header', 'referer'), exposure: 'referer' },
    `told to ${API} by the Referer header (referer)`,
  ],
  [
    'exposed',
    {
      ...place('header', 'authorization'),
      exposure: 'third-party-script',
      script: 'https://cdn.test',
    },
    `sent to another site, ${API}, by a script from https://cdn.test (authorization)`,
  ],
  ['rotated', {}, 'POST /api/token gave it a new value'],
  ['refreshed', {}, 'refreshed: POST /api/token gave the next one'],
  ['cleared', {}, 'cleared by POST /api/token'],
  ['rejected', {}, 'refused by the browser when POST /api/token set it'],
  [
    'rejected',
    { reason: 'too-large' },
    'refused by the browser when POST /api/token set it: it is too large',
  ],
  [
    'rejected',
    { reason: 'prefix', why: '__Host- needs https, Secure' },
    'refused by the browser when POST /api/token set it: __Host- needs https, Secure',
  ],
  [
    'rejected',
    { reason: 'public-suffix' },
    'refused by the browser when POST /api/token set it: its Domain is a public suffix',
  ],
  ['removed', place('localStorage', 'token'), 'removed from localStorage (token)'],
  ['expired', {}, 'expired'],
  ['session-lost', {}, 'the session was lost: POST /api/token was turned away'],
];

describe('trailWords in English', () => {
  useCatalogue('en');

  it.each(ENGLISH)('%s %j: %s', (type, detail, words) => {
    expect(trailWords(event(type, detail))).toBe(words);
  });

  it('has words for all that a trail may hold', () => {
    const told = new Set(ENGLISH.map(([type]) => type));
    expect(TRAIL_ORDER.filter((type) => !told.has(type))).toEqual([]);
  });

  it('does not need to have seen the request', () => {
    const words = trailWords({ ...event('rotated'), exchange: null });
    expect(words).toBe('a request that was not seen gave it a new value');
  });

  it('shows what a page chose as it stands, and does not fill it in a second time', () => {
    expect(trailWords(event('sent', place('header', '$2 <b>')))).toBe(
      `sent in the header $2 <b> to ${API}`,
    );
  });

  it.each(['constructor', '__proto__', ''])('shows an unknown type %j as it is', (type) => {
    expect(trailWords(event(type))).toBe(type);
  });
});

describe('trailWords in Korean', () => {
  useCatalogue('ko');

  it.each([
    [
      'issued',
      place('body', '/access_token'),
      'POST /api/token의 응답 본문(/access_token)에서 발급되었습니다',
    ],
    [
      'sent',
      { ...place('header', 'authorization'), count: 17 },
      `헤더 authorization에 실려 ${API}에 전송되었습니다(17회)`,
    ],
    [
      'stored',
      place('localStorage', 'auth'),
      '이때까지 localStorage의 auth에 있는 것이 확인되었습니다',
    ],
  ])('%s %j: %s', (type, detail, words) => {
    expect(trailWords(event(type, detail))).toBe(words);
  });
});
