import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { Recording } from '../../../src/recording/recording.js';
import { START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';

const URL_SENT = 'https://shop.test/login';
const JWT = jwtOf({ sub: 'ada', exp: 2_000_000_000 });
const FORM = 'application/x-www-form-urlencoded';

/** A recording of a page that calls its field `k1` one for passwords. */
function recording(): Recording {
  const recorded = new Recording();
  recorded.add({ kind: 'navigated', at: START, url: URL_SENT });
  recorded.withoutPasswords([
    {
      url: URL_SENT,
      method: 'GET',
      type: 'document',
      startedAt: START,
      status: 200,
      responseBody: readBody('text/html', '<input type=password name=k1>'),
      requestHeaders: [],
      responseHeaders: [],
    },
  ]);
  return recorded;
}

const told = (mimeType: string, text: string, revealed: boolean) =>
  recording().requests.bodyText({ url: URL_SENT, mimeType, text }, revealed);

describe('a posted body that a person copies', () => {
  it.each([
    [FORM, `user=ada&password=hunter2&k1=1234&page=2`, 'user=ada&password=***&k1=***&page=2'],
    ['application/json', '{"user":"ada","k1":"1234"}', '{"user":"ada","k1":"***"}'],
    [
      'text/xml',
      '<login><password>hunter2</password></login>',
      '<login><password>***</password></login>',
    ],
    ['text/plain', 'hello', 'hello'],
  ])('has no password of %s, revealed or not', (mimeType, text, wanted) => {
    expect(told(mimeType, text, true)).toBe(wanted);
    expect(told(mimeType, text, false)).toBe(wanted);
  });

  it.each([
    [
      FORM,
      `grant_type=refresh_token&refresh_token=${JWT}`,
      'grant_type=refresh_token&refresh_token=',
    ],
    ['application/json', JSON.stringify({ page: 2, token: JWT }), '"page":2'],
    ['text/plain', `the token is ${JWT}`, 'the token is'],
  ])('is masked in %s unless somebody asked otherwise', (mimeType, text, harmless) => {
    const masked = told(mimeType, text, false);
    expect(masked).not.toContain(JWT);
    expect(masked).toContain(harmless);
    expect(told(mimeType, text, true)).toContain(JWT);
  });

  it.each([
    ['multipart/form-data; boundary=x', '--x\r\n'],
    ['text/plain', 'x'.repeat(LIMITS.body + 1)],
  ])('is not told of %s', (mimeType, text) => {
    expect(told(mimeType, text, true)).toBeUndefined();
    expect(told(mimeType, text, false)).toBeUndefined();
  });
});
