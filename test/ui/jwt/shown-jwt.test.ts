import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeJwt } from '../../../src/engine/values/tokens/jwt.js';
import { shownJwt } from '../../../src/ui/jwt/shown-jwt.js';
import { b64u } from '../../support/base64.js';
import { anyJwe, anyJwt, jwsOf, jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const masked = { header: { alg: 'RS256' }, claims: { sub: '…' } };

describe('a token that a person looks at', () => {
  it('is what the report tells of it until its value is revealed', () => {
    expect(shownJwt(masked, undefined)).toBe(masked);
  });

  it('is whole once its value is revealed', () => {
    const claims = { sub: 'ada', name: 'Ada 김', deep: { roles: ['admin'] }, big: 1e21 };
    const token = jwtOf(claims, { alg: 'ES256', kid: 'k1' });
    expect(shownJwt(masked, token)).toEqual({ header: { alg: 'ES256', kid: 'k1' }, claims });
  });

  it('is that of the inner one where it holds one', () => {
    const outer = { alg: 'RS256', cty: 'JWT' };
    const nested = jwsOf(JSON.stringify(outer), jwtOf({ sub: 'ada' }));
    expect(shownJwt(masked, nested)).toEqual({ header: outer, claims: { sub: 'ada' } });
  });

  const token = jwtOf({ sub: 'ada' });
  it.each([
    ['nothing', ''],
    ['no token', 'abc'],
    ['a header alone', token.split('.')[0]!],
    ['a list for claims', jwsOf('{"alg":"HS256"}', '["ada"]')],
    ['null for claims', jwsOf('{"alg":"HS256"}', 'null')],
    ['a number for a header', jwsOf('7', '{"sub":"ada"}')],
    ['text for claims', jwsOf('{"alg":"HS256"}', 'ada')],
    ['a token and more', `s:${token}`],
    ['an encrypted token', anyJwe(new Seeded('shown'))],
  ])('is what the report tells where the value is %s', (_, value) => {
    expect(shownJwt(masked, value)).toBe(masked);
  });
});

describe('the reader of the screens and that of the scanner', () => {
  /** Both readings of a token; that of the screens only where it is not the report's. */
  function bothOf(value: string) {
    const shown = shownJwt(masked, value);
    const scanned = decodeJwt(value);
    return {
      shown: shown === masked ? undefined : shown,
      scanned: scanned && { header: scanned.header, claims: scanned.claims },
    };
  }

  const text = fc.string({ unit: 'grapheme' });
  const members = fc.dictionary(text, fc.jsonValue({ stringUnit: 'grapheme' }), { maxKeys: 6 });
  const number = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true }), fc.constant(2 ** 70));
  const layout = fc.constantFrom(undefined, 1, 4, '\t');

  it('agree on every token that is built by the book', () => {
    const parts = fc.tuple(members, members, number, layout, layout);
    fc.assert(
      fc.property(parts, ([more, claims, exp, ofHeader, ofClaims]) => {
        const header = JSON.stringify({ ...more, alg: 'HS256' }, null, ofHeader);
        const { shown, scanned } = bothOf(
          jwsOf(header, JSON.stringify({ ...claims, exp }, null, ofClaims)),
        );
        expect(shown).toBeDefined();
        expect(shown).toEqual(scanned);
      }),
    );
  });

  it('agree on tokens as issuers in the world write them', () => {
    const random = new Seeded('both readers');
    for (let i = 0; i < 300; i++) {
      const { shown, scanned } = bothOf(anyJwt(random));
      expect(shown).toBeDefined();
      expect(shown).toEqual(scanned);
    }
  });

  it('agree wherever both can read what is no token by the book', () => {
    const segment = fc.oneof(
      fc.string({ unit: 'binary' }).map(b64u),
      fc.uint8Array({ maxLength: 12 }).map((bytes) => b64u(Buffer.from(bytes))),
      fc.json().map(b64u),
      // As old issuers encode it: one byte a character.
      members.map((json) => b64u(Buffer.from(JSON.stringify(json), 'latin1'))),
      fc.constantFrom('', b64u('{"alg":"none"}'), `${b64u('{"alg":"none"}')}==`, b64u('\ufeff{}')),
    );
    const head = fc.constantFrom(b64u('{"alg":"none"}'), b64u('{ "alg" : "x" }\n'));
    const any = fc.tuple(fc.oneof(head, segment), segment, segment);
    fc.assert(
      fc.property(any, (segments) => {
        const { shown, scanned } = bothOf(segments.join('.'));
        expect(scanned && shown).toEqual(shown && scanned);
      }),
      { numRuns: 1_000 },
    );
  });
});
