import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { candidatesInBody } from '../../../src/engine/places/in-body.js';
import { fieldName } from '../../../src/engine/values/names/field-name.js';
import { b64u } from '../../support/base64.js';
import { anyJwe, anyJwt, jwsOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('bodies');
const JWT = anyJwt(random);
const ID = random.base62(32);

function seenIn(mimeType: string, source: string): [string, string][] {
  return candidatesInBody(readBody(mimeType, source), 'received').map(({ locator, value }) => [
    locator,
    value,
  ]);
}

describe('bodies', () => {
  it.each([
    [
      'JSON',
      'application/json',
      JSON.stringify({ data: { tokens: [JWT] } }),
      '/data/tokens/0',
      JWT,
    ],
    ['a JSON string', 'application/json', JSON.stringify(JWT), '', JWT],
    [
      'JSON in a JSON string',
      'application/json',
      JSON.stringify({ state: JSON.stringify({ 'a/b': JWT }) }),
      '/state/a~1b',
      JWT,
    ],
    ['an opaque token', 'application/json', JSON.stringify({ token: ID }), '/token', ID],
    [
      'a token with a generic name',
      'application/json',
      JSON.stringify({ accessToken: { value: ID } }),
      '/accessToken/value',
      ID,
    ],
    [
      'a session with an id',
      'application/json',
      JSON.stringify({ session: { id: ID }, item: { id: random.base62(32) } }),
      '/session/id',
      ID,
    ],
    [
      'a form',
      'application/x-www-form-urlencoded',
      `user=ada&id_token=${JWT}&v=1.2.3`,
      'id_token',
      JWT,
    ],
    [
      'a hidden input',
      'text/html',
      `<form><input type="hidden" name="csrf_token" value="${ID}"></form>`,
      'input[csrf_token]',
      ID,
    ],
    [
      'a bare token in HTML',
      'text/html',
      `<input type=hidden name=_token value=${ID}>`,
      'input[_token]',
      ID,
    ],
    [
      'a meta tag',
      'text/html',
      `<meta name="csrf-token" content="${ID}"><meta name="etag" content="${ID}">`,
      'meta[csrf-token]',
      ID,
    ],
  ])('%s', (_, mimeType, source, locator, value) => {
    expect(seenIn(mimeType, source)).toEqual([[locator, value]]);
  });

  it('takes JOSE in JSON serialisation for the compact token that it is', () => {
    const jws = jwsOf('{"alg":"HS256"}', '{"sub":"ada"}');
    const [head, payload, signature] = jws.split('.');
    expect(
      seenIn('application/json', JSON.stringify({ a: { protected: head, payload, signature } })),
    ).toEqual([['/a', jws]]);
    expect(
      seenIn(
        'application/json',
        JSON.stringify({ payload, signatures: [{ protected: head, signature }] }),
      ),
    ).toEqual([['/signatures/0', jws]]);
    const jwe = anyJwe(random);
    const [enc, encrypted_key, iv, ciphertext, tag] = jwe.split('.');
    expect(
      seenIn(
        'application/json',
        JSON.stringify({ protected: enc, recipients: [{ encrypted_key }], iv, ciphertext, tag }),
      ),
    ).toEqual([['', jwe]]);
  });

  it('keeps JOSE without a compact form as JSON', () => {
    const members = {
      payload: b64u('{"sub":"ada"}'),
      signature: b64u(random.bytes(32)),
      header: { alg: 'HMAC-SHA-256' },
    };
    expect(JSON.parse(seenIn('application/json', JSON.stringify(members))[0]![1])).toEqual(members);
  });

  it('sees no credential in ids, hashes, and JSON that is nobody’s token', () => {
    const harmless = {
      id: ID,
      requestId: ID,
      items: [{ id: ID, hash: ID, etag: ID }],
      nextPageToken: ID,
      signature: 'Kind regards',
      payload: 'x',
      version: '1.2.3',
      host: 'www.example.com.br',
    };
    expect(seenIn('application/json', JSON.stringify(harmless))).toEqual([]);
    expect(seenIn('image/png', `\x89PNG${JWT}`)).toEqual([]);
  });
});

it.each([
  ['/a/access_token', 'access_token'],
  ['/session/id', 'session_id'],
  ['/tokens/0', 'tokens'],
  ['/accessToken/value', 'accessToken_value'],
  ['/a~1b', 'a/b'],
  ['plain', 'plain'],
  ['', ''],
  ['/0', '/0'],
])('names %s %s', (pointer, name) => {
  expect(fieldName(pointer)).toBe(name);
});

it('what is new in each message that is signed is no nonce of a login', () => {
  const seen = (more: object) =>
    seenIn('application/json', JSON.stringify({ nonceStr: ID, ...more })).map(([name]) => name);
  expect(seen({ appId: 'wx1', timestamp: 1, sign: ID })).toEqual([]);
  expect(seen({ state: 'x' })).toEqual(['/nonceStr']);
});

describe('an answer', () => {
  const answer = (url: string, told: object) =>
    candidatesInBody(readBody('application/json', JSON.stringify(told)), 'received', url);
  const SITE = 'https://pay.test';

  it.each([
    [`${SITE}/v1/payment_pages/${ID}/init`, { session_id: ID }],
    [`${SITE}/api/chat/sessions/${ID}?full=1`, { session: ID }],
    [`${SITE}/calls/${ID}`, { data: { sessionId: ID } }],
  ])('gives no session by the number of what was asked for: %s', (url, told) => {
    expect(answer(url, told)).toEqual([]);
  });

  it.each([
    [`${SITE}/v1/login`, { session_id: ID }],
    [`${SITE}/v1/login?of=${ID}`, { session_id: ID }],
    [`${SITE}/v1/sessions/${random.base62(32)}`, { session_id: ID }],
    [`${SITE}/v1/keys/${ID}`, { access_token: ID }],
  ])('gives what is not in its own path, and tokens: %s', (url, told) => {
    expect(answer(url, told).map(({ value }) => value)).toEqual([ID]);
  });
});

describe('what the one is called that stands beside it', () => {
  const told = (value: object) => seenIn('application/json', JSON.stringify(value));
  const name = `AuthCookie_${random.base62(24)}`;

  it.each([
    [{ session: { name, value: ID } }, '/session/value'],
    [{ authCookie: { Name: name, Value: ID } }, '/authCookie/Value'],
    [[{ auth: { NAME: name, value: ID } }], '/0/auth/value'],
  ])('is no secret: %j', (value, pointer) => {
    expect(told(value)).toEqual([[pointer, ID]]);
  });

  it('may be one where nothing stands beside it', () => {
    expect(told({ session: { name: ID } })).toEqual([['/session/name', ID]]);
  });
});
