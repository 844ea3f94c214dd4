import fc from 'fast-check';
import { decodeJwt as joseClaims, decodeProtectedHeader } from 'jose';
import { jwtDecode } from 'jwt-decode';
import { describe, expect, it, vi } from 'vitest';
import { decodeJweHeader, decodeJwt } from '../../../../src/engine/values/tokens/jwt.js';
import { decodeJws } from '../../../../src/engine/values/tokens/jws.js';
import { b64u } from '../../../support/base64.js';
import { anyJwe, anyJwt, jwsOf, jwtOf } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const SIGNATURE = b64u(Buffer.alloc(32, 7));

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

describe('beside jose and jwt-decode', () => {
  const attempt = <T>(decode: () => T): T | undefined => {
    try {
      return decode();
    } catch {
      return undefined;
    }
  };

  it('reads the same from 5,000 tokens', () => {
    const random = new Seeded('beside');
    for (let i = 0; i < 5_000; i++) {
      const token = anyJwt(random);
      const ours = decodeJwt(token);
      expect(ours?.claims).toEqual(joseClaims(token));
      expect(ours?.claims).toEqual(jwtDecode(token));
      expect(ours?.header).toEqual(decodeProtectedHeader(token));
      expect(ours?.header).toEqual(jwtDecode(token, { header: true }));
    }
    for (let i = 0; i < 500; i++) {
      const token = anyJwe(random);
      expect(decodeJweHeader(token)).toEqual(decodeProtectedHeader(token));
    }
  });

  it('reads the same from damaged tokens, or for a reason that is known', () => {
    const random = new Seeded('damaged');
    const reasons = new Set<string>();
    for (let i = 0; i < 10_000; i++) {
      const token = damage(anyJwt(random), random);
      const ours = decodeJwt(token)?.claims;
      const theirs =
        attempt(() => decodeProtectedHeader(token)) && attempt(() => joseClaims(token));
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) reasons.add(reasonOf(token, ours));
    }
    expect(
      [...reasons].filter((reason) => !['signature', 'alg', 'Latin-1', 'padding'].includes(reason)),
    ).toEqual([]);
  });

  // Every known difference, with the reason for ours.
  it.each([
    // RFC 7515 §4.1.1: `alg` must be present. jwt-decode does not ask, jose leaves it to
    // verification.
    ['no alg', jwsOf('{"typ":"JWT"}', '{"sub":"1"}'), false, true],
    // RFC 7515 §7.1: a third segment must be base64url. Neither of them looks at it.
    [
      'signature that is none',
      `${b64u('{"alg":"HS256"}')}.${b64u('{"sub":"1"}')}.not a signature`,
      false,
      true,
    ],
    // We read what an old issuer meant; jose refuses, jwt-decode reads Latin-1 as we do.
    [
      'Latin-1',
      `${b64u('{"alg":"HS256"}')}.${b64u(Buffer.from('{"n":"é"}', 'latin1'))}.${SIGNATURE}`,
      true,
      false,
    ],
    // RFC 7519 §3: a nested JWT's claims are the inner one's. Neither of them opens it.
    ['nested', jwsOf('{"alg":"HS256","cty":"JWT"}', jwtOf({ sub: '1' })), true, false],
  ])('differs on: %s', (_, token, ours, joses) => {
    expect(decodeJwt(token) !== undefined).toBe(ours);
    expect(attempt(() => joseClaims(token)) !== undefined).toBe(joses);
  });

  it('holds to base64url (RFC 7515 §2) as jose does; jwt-decode takes base64 too', () => {
    const token =
      `${b64u('{"alg":"HS256"}')}.` +
      `${Buffer.from('{"a":"???>>>"}').toString('base64').replace(/=+$/, '')}.${SIGNATURE}`;
    expect(decodeJwt(token)).toBeUndefined();
    expect(attempt(() => joseClaims(token))).toBeUndefined();
    expect(jwtDecode(token)).toEqual({ a: '???>>>' });
  });
});

function damage(token: string, random: Seeded): string {
  const at = random.below(token.length);
  return random.pick([
    () => token.slice(0, at) + token.slice(at + 1),
    () =>
      token.slice(0, at) +
      random.pick(['.', '=', '+', ' ', '%', 'A', '_', 'é', '']) +
      token.slice(at + 1),
    () => token.slice(0, at),
    () => token.slice(0, at) + random.base62(3) + token.slice(at),
  ])();
}

/** Why we and jose read a token differently; `unknown` is what must not happen. */
function reasonOf(token: string, ours: object | undefined): string {
  const [head = '', payload = '', signature = ''] = token.split('.');
  if (ours)
    return token.includes('=')
      ? 'padding'
      : /\ufffd/.test(Buffer.from(payload + head, 'base64url').toString())
        ? 'Latin-1'
        : 'unknown';
  if (!/^[\w-]*={0,2}$/.test(signature)) return 'signature';
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg?: unknown };
  return typeof header.alg === 'string' ? 'unknown' : 'alg';
}
