import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NotAHarError, readHar } from '../../../../src/engine/normalize/sources/har.js';
import { entry, read } from '../../../support/har-entries.js';

describe('a HAR file', () => {
  it('becomes exchanges in order of time', () => {
    const later = entry({ startedDateTime: '2026-01-01T00:00:05Z' });
    expect(
      read(later, entry()).map(({ id, startedAt }) => [id, new Date(startedAt).toISOString()]),
    ).toEqual([
      ['h2', '2026-01-01T00:00:00.000Z'],
      ['h1', '2026-01-01T00:00:05.000Z'],
    ]);
    expect(read(entry())[0]).toMatchObject({
      method: 'GET',
      type: 'document',
      endedAt: Date.UTC(2026, 0, 1) + 12.5,
      response: { status: 200 },
    });
  });

  it('tells the page of a frame from a page where the browser said so', () => {
    const typeOf = (dest: string, more: object = {}) => {
      const headers = [{ name: 'Sec-Fetch-Dest', value: dest }];
      const request = { method: 'GET', url: 'https://a.test/x', headers };
      return read(entry({ _resourceType: 'document', request, ...more }))[0]?.type;
    };
    expect(['document', 'iframe', 'frame'].map((dest) => typeOf(dest))).toEqual([
      'document',
      'frame',
      'frame',
    ]);
    expect(typeOf('iframe', { _resourceType: undefined })).toBe('frame');
  });

  it('ends an exchange when the head of its response had come', () => {
    const took = (more: object) =>
      read(entry(more)).map(({ startedAt, endedAt = Number.NaN }) => endedAt - startedAt);
    expect(took({ time: 90, timings: { send: 1, wait: 29, receive: 60 } })).toEqual([30]);
    expect(took({ time: 90, timings: { receive: -1 } })).toEqual([90]);
    // A socket's time is how long it was open; and some producers write nonsense.
    for (const odd of [
      { time: 90, _resourceType: 'websocket' },
      { time: -1 },
      { time: 1e300 },
      { time: null },
      { time: 5, timings: { receive: 60 } },
    ])
      expect(took(odd)).toEqual([Number.NaN]);
  });

  it('ends a redirect before the request that follows it, however times were rounded', () => {
    const redirect = entry({
      time: 31,
      response: { status: 302, headers: [], redirectURL: '/next' },
    });
    const other = entry({ startedDateTime: '2026-01-01T00:00:00.020Z' });
    const next = entry({
      startedDateTime: '2026-01-01T00:00:00.030Z',
      request: { method: 'GET', url: 'https://a.test/next#top', headers: [] },
    });
    const again = { ...next, startedDateTime: '2026-01-01T00:00:05Z' };
    const [first] = read(redirect, other, next, again);
    expect(first!.endedAt! - first!.startedAt).toBe(30);
    expect(read(redirect, other, again)[0]!.endedAt! - first!.startedAt).toBe(31);
  });

  it('has its headers lower-cased and its Set-Cookie lines apart', () => {
    const response = {
      status: 200,
      headers: [
        { name: 'Set-Cookie', value: 'a=1\nb=2; Path=/' },
        { name: 'ETag', value: 'x' },
      ],
    };
    expect(read(entry({ response }))[0]!.response!.headers).toEqual([
      { name: 'set-cookie', value: 'a=1' },
      { name: 'set-cookie', value: 'b=2; Path=/' },
      { name: 'etag', value: 'x' },
    ]);
  });

  it('takes cookies from the cookie lists where the headers have none', () => {
    const request = {
      method: 'GET',
      url: 'https://a.test/',
      cookies: [
        { name: 'sid', value: '1' },
        { name: 't', value: '2' },
      ],
    };
    const response = {
      status: 200,
      cookies: [
        {
          name: 'n',
          value: '3',
          path: '/',
          httpOnly: true,
          secure: true,
          sameSite: 'Lax',
          expires: '2026-02-01T00:00:00Z',
        },
      ],
    };
    const [exchange] = read(entry({ request, response }));
    expect(exchange!.request.headers).toEqual([{ name: 'cookie', value: 'sid=1; t=2' }]);
    expect(exchange!.response!.headers).toEqual([
      {
        name: 'set-cookie',
        value: 'n=3; Path=/; Expires=Sun, 01 Feb 2026 00:00:00 GMT; Secure; HttpOnly; SameSite=Lax',
        unknown: ['domain', 'hostOnly', 'partitioned'],
      },
    ]);
  });

  it('knows which page a request was made for', () => {
    const pages = [{ id: 'p', title: 'Some title' }];
    const of = (headers: object[]) =>
      entry({ pageref: 'p', request: { method: 'GET', url: 'https://api.test/', headers } });
    const first = entry({ pageref: 'p' });
    const { exchanges } = readHar({
      log: { pages, entries: [first, of([]), of([{ name: 'Origin', value: 'https://b.test' }])] },
    });
    expect(exchanges.map(({ topUrl }) => topUrl)).toEqual([
      'https://a.test/x?q=1',
      'https://a.test/x?q=1',
      'https://b.test',
    ]);
  });

  it('makes an absolute address of a relative redirect, and an error of no response', () => {
    expect(read(entry({ response: { status: 302, redirectURL: '/login' } }))[0]!.redirectUrl).toBe(
      'https://a.test/login',
    );
    expect(read(entry({ response: { status: 0, _error: 'net::ERR_FAILED' } }))[0]).toMatchObject({
      error: 'net::ERR_FAILED',
    });
  });

  it.each([200, 201, 202, 404])(
    'is sent nowhere by what stands in Location beside %d',
    (status) => {
      const [made] = read(entry({ response: { status, redirectURL: '/v1/sessions/5' } }));
      expect(made?.redirectUrl).toBeUndefined();
    },
  );

  it('says which entries it left out', () => {
    const { exchanges, diagnoses } = readHar({
      log: { entries: [entry(), {}, null, entry({ request: { url: 'no url' } })] },
    });
    const left = diagnoses.find(({ code }) => code === 'har-entries');
    expect([exchanges.length, left?.detail]).toEqual([1, { count: 3, first: 1 }]);
  });

  it('is refused where it is none', () => {
    for (const other of [null, 1, [], {}, { log: {} }, { log: { entries: {} } }])
      expect(() => readHar(other)).toThrow(NotAHarError);
  });

  it('may hold anything', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.jsonValue().map((request) => entry({ request })),
            fc.jsonValue().map((response) => entry({ response })),
          ),
        ),
        (entries) => {
          expect(readHar({ log: { entries } }).exchanges.length).toBeLessThanOrEqual(
            entries.length,
          );
        },
      ),
    );
  });
});
