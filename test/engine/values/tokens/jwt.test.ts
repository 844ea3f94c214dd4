import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { decodeJws } from '../../../../src/engine/values/tokens/jws.js';
import { decodeJweHeader, decodeJwt } from '../../../../src/engine/values/tokens/jwt.js';
import { b64u } from '../../../support/base64.js';
import { jwsOf, jwtOf, SIGNATURE } from '../../../support/jose.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

it('decodes header and claims of anything that JSON can say', () => {
  const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
  fc.assert(
    fc.property(
      object,
      object,
      fc.string(),
      fc.constantFrom(undefined, 2, '\t'),
      (header, claims, alg, layout) => {
        const [head, body] = [{ ...header, alg }, claims].map((part) =>
          JSON.stringify(part, null, layout),
        );
        const decoded = decodeJwt(jwsOf(head!, body!));
        expect(decoded).toEqual({
          header: JSON.parse(head!),
          claims: JSON.parse(body!),
          unsigned: false,
        });
      },
    ),
  );
});

it('decodes any string without exception', () => {
  const segment = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json().map(b64u),
    fc.constantFrom('', b64u('{"alg":"none"}'), b64u('{"alg":"dir","enc":"A128GCM"}')),
  );
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
      const token = segments.join('.');
      const claims = decodeJwt(token)?.claims ?? {};
      expect(typeof claims).toBe('object');
      expect(['undefined', 'string']).toContain(typeof decodeJweHeader(token)?.enc);
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  ['a name and two words', 'example.com.br'],
  ['a version', '1.22.333'],
  ['two segments', jwtOf({ sub: '1' }).split('.').slice(0, 2).join('.')],
  ['four segments', `${jwtOf({ sub: '1' })}.x`],
  ['a header without alg', jwsOf('{"typ":"JWT"}', '{}')],
  ['an alg that is no string', jwsOf('{"alg":1}', '{}')],
  ['a header that is an array', jwsOf('["alg"]', '{}')],
  ['a header that is cut', jwsOf('{"alg":"HS256"', '{}')],
  ['claims that are an array', jwsOf('{"alg":"HS256"}', '[]')],
  ['claims that are text', jwsOf('{"alg":"HS256"}', 'text')],
  ['claims that are null', jwsOf('{"alg":"HS256"}', 'null')],
  ['a detached payload', `${b64u('{"alg":"HS256"}')}..${SIGNATURE}`],
  ['a signature that is no base64url', `${jwtOf({ sub: '1' })}!`],
  ['more than 64 KiB', jwtOf({ sub: 'x'.repeat(70_000) })],
])('sees no JWT in %s', (_, token) => {
  expect(decodeJwt(token)).toBeUndefined();
});

it('keeps `__proto__` a claim like any other', () => {
  const claims = decodeJwt(
    jwsOf('{"alg":"HS256","__proto__":{"a":1}}', '{"__proto__":{"admin":true}}'),
  )!.claims;
  expect(Object.getPrototypeOf(claims)).toBe(Object.prototype);
  expect(claims.admin).toBeUndefined();
});

it('reads the claims of a nested JWT, and Latin-1 of old issuers', () => {
  const nested = jwsOf('{"alg":"RS256","cty":"JWT"}', jwtOf({ sub: 'inner' }));
  expect(decodeJwt(nested)).toEqual({
    header: { alg: 'RS256', cty: 'JWT' },
    claims: { sub: 'inner' },
    unsigned: false,
  });
  const latin =
    `${b64u('{"alg":"HS256"}')}.${b64u(Buffer.from('{"name":"José"}', 'latin1'))}.` + SIGNATURE;
  expect(decodeJwt(latin)?.claims).toEqual({ name: 'José' });
});

it('tells a JWS that is no JWT', () => {
  expect(decodeJws(jwsOf('{"alg":"HS256"}', 'text'))).toMatchObject({
    payloadText: 'text',
    unsigned: false,
  });
  expect(decodeJws(`${b64u('{"alg":"HS256"}')}..${SIGNATURE}`)).not.toHaveProperty('payloadText');
  expect(decodeJws(`${b64u('{"alg":"HS256","b64":false}')}.$ 02.${SIGNATURE}`)).toMatchObject({
    payloadText: '$ 02',
  });
});
