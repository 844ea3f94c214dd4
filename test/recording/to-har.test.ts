import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { readHar } from '../../src/engine/normalize/sources/har.js';
import { Recording } from '../../src/recording/recording.js';
import { bodyAgain } from '../../src/recording/bodies/body-again.js';
import { harOf, redactedHarOf } from '../../src/recording/to-har.js';
import { HAR_SESSION, loginHar } from '../support/har-file.js';
import { reportOf, saidIn } from '../support/redaction.js';
import { Seeded } from '../support/seeded.js';

const random = new Seeded('to har');

describe('a body that is written again', () => {
  it.each<[string, string, string]>([
    [
      'a form',
      'application/x-www-form-urlencoded',
      'user=ada-lovelace&password=fish&a%5Bb%5D=12345678',
    ],
    [
      'a form in parts',
      'multipart/form-data; boundary=q',
      '--q\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n1234567890\r\n--q--',
    ],
    ['a guest’s form', 'application/x-www-form-urlencoded', 'guest=1&password='],
    ['a name', 'application/json', '{"username":"ada"}'],
    ['no name', 'application/json', '{"locale":"en"}'],
    [
      'JSON',
      'application/json',
      JSON.stringify({ a: { 'x/y~z': [{ token: random.base62(20) }] }, password: 'x' }),
    ],
    [
      'a token with its lifetime',
      'application/json',
      JSON.stringify({ access_token: random.base62(30), token_type: 'bearer', expires_in: 600 }),
    ],
    [
      'tokens that live until a moment',
      'application/json',
      JSON.stringify({
        accessToken: random.base62(30),
        refresh_token: random.base62(30),
        expires_at: '2030-01-01T00:00:00Z',
        refreshExpiresIn: 600,
      }),
    ],
    [
      'a part that tells of the token in a header',
      'application/json',
      JSON.stringify({ token: { expires_at: '2030-01-01T00:00:00Z' } }),
    ],
    ['a refusal', 'application/json', '{"success":false,"reason":"wrongpassword"}'],
    [
      'a page',
      'text/html',
      `<form><input name="csrf" value="${random.base62(20)}"><input type="password" name="p">` +
        `</form><meta name="csrf-token" content="${random.base62(20)}">`,
    ],
    [
      'a page that leads on',
      'text/html',
      '<meta http-equiv="refresh" content="0;url=/main?a&amp;b">',
    ],
    [
      'a page with a script',
      'text/html',
      `<html><script>window.page = {"csrfToken": "${random.base62(20)}"};</script>` +
        `<i data-token="${random.base62(16)}"></i></html>`,
    ],
  ])('is read as %s was', (_, mimeType, text) => {
    const { bytes: _was, mimeType: _type, ...body } = readBody(mimeType, text);
    const again = bodyAgain(readBody(mimeType, text));
    const { bytes: _is, mimeType: _typeAgain, ...other } = readBody(again.mimeType, again.text);
    expect(other).toEqual(body);
  });

  it('is there for any body', () => {
    const types = fc.constantFrom(
      '',
      'text/html',
      'application/json',
      'application/x-www-form-urlencoded',
    );
    fc.assert(
      fc.property(types, fc.oneof(fc.string(), fc.json()), (mimeType, text) => {
        expect(typeof bodyAgain(readBody(mimeType, text)).text).toBe('string');
      }),
    );
  });
});

describe('a recording as a HAR file', () => {
  const { exchanges } = readHar(JSON.parse(loginHar(3)));

  it('gives the same report as what it was read from', () => {
    expect(saidIn(reportOf(harOf(exchanges, '1')))).toEqual(
      saidIn(reportOf(JSON.parse(loginHar(3)))),
    );
  });

  it('keeps what is known of a request', () => {
    const url = 'wss://shop.test/live?token=12345678';
    const more = readHar({
      log: {
        pages: [{ id: 'p', title: 'https://shop.test/live' }],
        entries: [
          {
            pageref: 'p',
            startedDateTime: '2026-01-01T00:00:00.000Z',
            time: 40,
            _resourceType: 'fetch',
            request: { method: 'GET', url: 'https://api.test/', headers: [] },
            response: { status: 0, _error: 'net::ERR_FAILED' },
          },
          {
            startedDateTime: '2026-01-01T00:00:01.000Z',
            request: { method: 'GET', url, headers: [] },
            response: { status: 101, headers: [] },
            _webSocketMessages: [{ type: 'send', opcode: 1, data: '{"token":"1234567890abcdef"}' }],
          },
        ],
      },
    }).exchanges;
    const again = readHar(harOf(more, '1')).exchanges;
    expect(again).toMatchObject(
      more.map(({ type, url: address, startedAt, endedAt, topUrl, error, method }) => ({
        type,
        url: address,
        startedAt,
        ...(endedAt !== undefined && { endedAt }),
        ...(topUrl && { topUrl }),
        ...(error && { error }),
        method,
      })),
    );
    expect(again[1]?.messages).toHaveLength(1);
  });

  it('leaves redacted, and in no other way', () => {
    const har = redactedHarOf(Recording.fromExchanges(exchanges).exchanges, '1');
    expect(JSON.stringify(har)).not.toContain(HAR_SESSION);
    expect(saidIn(reportOf(har))).toEqual(saidIn(reportOf(JSON.parse(loginHar(3)))));
  });
});
