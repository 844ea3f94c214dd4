import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { candidatesIn } from '../../../src/engine/places/candidate.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { ID, place, valuesIn } from '../../support/candidates.js';
import { anyJwe, anyJwt, jwtOf } from '../../support/jose.js';
import { macaroonV2 } from '../../support/macaroon.js';
import { NOT_TOKENS } from '../../support/not-tokens.js';
import { anyPaseto } from '../../support/paseto.js';
import { PREFIXED_BUILDERS } from '../../support/prefixed-builders.js';
import { samlPost, samlRedirect } from '../../support/saml.js';
import { Seeded } from '../../support/seeded.js';
import { WRAPPINGS } from '../../support/wrappings.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const random = new Seeded('what candidates are');

describe('an authorization code', () => {
  it.each(['code', 'auth_code', 'authCode', 'authorization_code', 'oauth_code'])(
    'is to be redeemed, and opens nothing, be it a JWT: %s',
    (name) => {
      for (const code of [anyJwt(random), anyJwe(random), ID])
        expect(valuesIn(name, code)).toEqual([]);
    },
  );

  it.each(['codetoken', 'access_token', 'promo_code', 'code_token'])('is none as %s', (name) => {
    const token = anyJwt(random);
    expect(valuesIn(name, token)).toEqual([token]);
  });
});

describe('what structure alone decides', () => {
  it.each(Object.keys(WRAPPINGS))(
    'takes a JWT and a JWE whatever the name, in the wrapping: %s',
    (wrapping) => {
      for (const token of [anyJwt(random), anyJwe(random)])
        expect(valuesIn('x', WRAPPINGS[wrapping]!(token))).toEqual([token]);
    },
  );

  it.each<[string, string]>([
    ['PASETO', anyPaseto(random)],
    ['macaroon', macaroonV2(random)],
    ['SAML', samlPost(random)],
    ...Object.entries(PREFIXED_BUILDERS).map(([issuer, make]): [string, string] => [
      issuer,
      make(random),
    ]),
  ])('takes a %s whatever the name', (_, token) => {
    expect(valuesIn('x', token)).toEqual([token]);
    expect(valuesIn('x', `"${token}"`)).toEqual([token]);
    expect(valuesIn('x', `Bearer ${token}`)).toEqual([token]);
    expect(valuesIn('x', encodeURIComponent(token))).toEqual([token]);
  });

  it('takes what the SAML parameters hold, deflated or too large to look into', () => {
    for (const message of [samlRedirect(random), samlPost(random), samlPost(random).repeat(400)]) {
      expect(valuesIn('SAMLResponse', message.replace(/=/g, 'A'))).toHaveLength(1);
    }
  });

  it('gives each token of a text once', () => {
    const [first, second] = [anyJwt(random), anyJwt(random)];
    expect(valuesIn('x', JSON.stringify({ a: first, b: second, c: first }))).toEqual([
      first,
      second,
    ]);
  });

  it('leaves proofs of possession alone: each is used once', () => {
    expect(
      valuesIn('dpop', jwtOf({ htm: 'GET', jti: ID }, { typ: 'dpop+jwt', alg: 'ES256' })),
    ).toEqual([]);
  });
});

it('finds nothing in what pages are full of, whatever it is called', () => {
  for (const [kind, make] of Object.entries(NOT_TOKENS)) {
    for (const name of ['x', 'data', 'value', 'etag']) {
      for (let i = 0; i < 200; i++)
        expect([kind, valuesIn(name, make(random))]).toEqual([kind, []]);
    }
  }
});

it('reads any name and any value without exception', () => {
  const text = fc.string({ unit: 'binary' });
  expect(() =>
    fc.assert(
      fc.property(text, text, (name, value) => Array.isArray(candidatesIn(place, name, value))),
      { numRuns: 2_000 },
    ),
  ).not.toThrow();
});

describe('what is large', () => {
  it('is a document beyond 4,096 characters, and no opaque token', () => {
    const long = random.base62(4_097);
    expect(valuesIn('access_token', long.slice(1))).toEqual([long.slice(1)]);
    expect(valuesIn('access_token', long)).toEqual([]);
  });

  it('gives so many tokens and no more', () => {
    const tokens = Array.from({ length: LIMITS.tokensPerText + 1 }, (_, i) => jwtOf({ i }));
    expect(valuesIn('x', tokens.join(' '))).toEqual(tokens.slice(0, LIMITS.tokensPerText));
  });
});
