import { decodeJwt as joseClaims, decodeProtectedHeader } from 'jose';
import { jwtDecode } from 'jwt-decode';
import { describe, expect, it, vi } from 'vitest';
import { decodeJweHeader, decodeJwt } from '../../../../src/engine/values/tokens/jwt.js';
import { b64u } from '../../../support/base64.js';
import { anyJwe, anyJwt, jwsOf, jwtOf, SIGNATURE } from '../../../support/jose.js';
import { Seeded } from '../../../support/seeded.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

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
