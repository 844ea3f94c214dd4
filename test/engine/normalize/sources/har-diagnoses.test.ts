import { describe, expect, it } from 'vitest';
import { readHar } from '../../../../src/engine/normalize/sources/har.js';
import { entry, header, read } from '../../../support/bare-entries.js';

const get = (...headers: object[]) => ({ method: 'GET', url: 'https://a.test/', headers });
const told = (...entries: object[]) =>
  read(...entries).diagnoses.map(({ code, detail }) => [code, ...Object.values(detail ?? {})]);
const WITH = { request: get(header('Cookie', 'sid=1')) };

describe('a file that cannot tell everything', () => {
  it('carries no credential at all', () => {
    expect(told(entry())).toEqual([['no-credentials-in-source']]);
    expect(told(entry({ request: { url: 'data:text/plain,x', headers: [] } }))).toEqual([]);
  });

  it.each([
    ['Cookie', WITH],
    ['Authorization', { request: get(header('authorization', 'Bearer abc')) }],
    ['Set-Cookie', { response: { status: 200, headers: [header('SET-COOKIE', 'a=1')] } }],
    ['a cookie list', { response: { status: 200, cookies: [{ name: 'a', value: '1' }] } }],
  ])('carries some: %s', (_, more) => {
    expect(told(entry(), entry(more))).toEqual([]);
  });

  it.each([
    ['a cookie', get(header('Cookie', 'sid=[REDACTED]; theme=dark')), 1],
    ['all cookies', get(header('Cookie', '[REDACTED]')), 1],
    ['each cookie', get(header('Cookie', 'a=[a redacted]; b=***')), 2],
    ['a bearer token', get(header('Authorization', 'Bearer [REDACTED]')), 1],
    ['a whole header', get(header('Authorization', '<removed>')), 1],
    ['a listed cookie', { ...get(), cookies: [{ name: 'a', value: 'REDACTED' }] }, 1],
    ['a parameter', { method: 'GET', url: 'https://a.test/?token=%5BREDACTED%5D' }, 1],
    [
      'a field',
      {
        ...get(),
        postData: { mimeType: 'application/json', text: '{"access_token":"[token redacted]"}' },
      },
      1,
    ],
    ['a whole body', { ...get(), postData: { mimeType: 'x', text: '[REDACTED]' } }, 1],
  ])('was sanitized: %s', (_, request, count) => {
    const { exchanges } = read(entry({ request }));
    expect(told(entry({ request }), entry(WITH))).toEqual([['sanitized', count]]);
    expect(JSON.stringify(exchanges[0]!.request)).not.toMatch(/redacted|removed/i);
  });

  it('was sanitized where a response set a cookie', () => {
    const response = { status: 200, headers: [header('Set-Cookie', 'sid=[REDACTED]; HttpOnly')] };
    expect(told(entry({ response }))).toEqual([['sanitized', 1]]);
    expect(read(entry({ response })).exchanges[0]!.response!.headers).toEqual([]);
  });

  it('does not say when: an entry without a time begins with the one before it', () => {
    const { exchanges } = read(
      entry(WITH),
      entry({ startedDateTime: undefined }),
      entry({ startedDateTime: 'noon' }),
    );
    expect(exchanges.map(({ id }) => id)).toEqual(['h1', 'h2', 'h3']);
    const starts = exchanges.map(({ startedAt }) => startedAt);
    expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(5);
    expect(told(entry(WITH), entry({ startedDateTime: 1 }))).toEqual([['times-unknown', 1, 2]]);
  });

  it('does not say when, and its servers do: Date tells, if not of what a cache had kept', () => {
    const dated = (date: string) =>
      entry({
        startedDateTime: undefined,
        response: { status: 200, headers: [{ name: 'Date', value: date }] },
      });
    const { exchanges } = read(
      dated('Sat, 28 Nov 2026 09:00:00 GMT'),
      dated('Fri, 27 Nov 2026 09:00:00 GMT'),
      dated('Sat, 28 Nov 2026 09:00:07 GMT'),
      dated('some time'),
    );
    const [first = 0, ...later] = exchanges.map(({ startedAt }) => startedAt);
    expect(first).toBe(Date.UTC(2026, 10, 28, 9));
    // Within a second the order of the entries counts.
    expect(later.map((at) => at - first)).toEqual([1, 7_000, 7_001]);
  });

  it('has nothing in it', () => {
    expect(told()).toEqual([['no-entries']]);
  });
});

describe('messages of a socket', () => {
  it('beyond the limit are counted', () => {
    const frame = { type: 'send', opcode: 1, data: '{"token":"abcdefgh"}' };
    const _webSocketMessages = Array.from({ length: 2_003 }, () => frame);
    const [exchange] = read(entry({ _webSocketMessages })).exchanges;
    expect(exchange!.messages).toHaveLength(2_000);
    expect(exchange!.limits).toEqual([{ what: 'socketMessages', limit: 2_000, lost: 3 }]);
  });

  it('that the file does not hold are unknown, in contrast to none', () => {
    const socket = { request: { ...entry().request, url: 'wss://shop.example/live' } };
    const limitsOf = (more: object) => read(entry({ ...socket, ...more })).exchanges[0]!.limits;
    expect(limitsOf({})).toEqual([{ what: 'socketUnseen', limit: 0, lost: 1 }]);
    expect(limitsOf({ _webSocketMessages: [] })).toBeUndefined();
  });
});

describe('what is taken out here', () => {
  const codesOf = (request: object) =>
    readHar({
      log: {
        entries: [
          {
            startedDateTime: '2026-01-01T09:00:00.000Z',
            time: 1,
            request: { method: 'GET', url: 'https://shop.test/', headers: [], ...request },
            response: { status: 200, headers: [], content: {} },
          },
        ],
      },
    }).diagnoses.map(({ text: { key } }) => key);
  const withHeader = (name: string, value: string) => ({ headers: [{ name, value }] });

  it.each([
    withHeader('Password', 'correct-horse'),
    withHeader('X-Hafen-Pass', 'lsrqPUpikhsK3K71qVQsWs82qtAGFHkt'),
    withHeader('X-Query', 'pw=correct-horse'),
    { url: 'https://shop.test/?user=ada&password=correct-horse' },
  ])('is no placeholder of the file: %j', (request) => {
    expect(codesOf(request)).not.toContain('diagnosis_sanitized');
  });

  it.each([
    withHeader('Password', '[REDACTED]'),
    withHeader('Password', '***'),
    { url: 'https://shop.test/?user=ada&password=[REDACTED]' },
  ])('is one where the file had it before: %j', (request) => {
    expect(codesOf(request)).toContain('diagnosis_sanitized');
  });
});
