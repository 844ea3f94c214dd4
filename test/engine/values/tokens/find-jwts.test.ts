import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { tokensIn } from '../../../../src/engine/places/candidate.js';
import { findJwts, isJwt } from '../../../../src/engine/values/tokens/jwt.js';
import { b64u } from '../../../support/base64.js';
import { anyJwe, anyJwt, jwsOf, jwtOf } from '../../../support/jose.js';
import { NOT_TOKENS } from '../../../support/not-tokens.js';
import { anyPaseto } from '../../../support/paseto.js';
import { Seeded } from '../../../support/seeded.js';
import { WRAPPINGS } from '../../../support/wrappings.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const TOKENS = 20_000;
const NEGATIVES = 200_000;

it(`finds each of ${TOKENS} tokens in its wrappings, and nothing else there`, () => {
  const random = new Seeded('tokens');
  const wrappings = Object.entries(WRAPPINGS);
  const missed = new Map<string, number>();
  for (let i = 0; i < TOKENS; i++) {
    const token = i % 5 === 0 ? anyJwe(random) : anyJwt(random);
    // Three of them for each token, in turn, so that each wrapping sees thousands.
    for (let turn = 0; turn < 3; turn++) {
      const [name, wrap] = wrappings[(i * 3 + turn) % wrappings.length]!;
      const found = findJwts(wrap(token));
      if (found.length !== 1 || found[0] !== token) missed.set(name, (missed.get(name) ?? 0) + 1);
    }
  }
  expect([...missed]).toEqual([]);
});

it.each(Object.keys(WRAPPINGS))('finds PASETOs in the wrapping: %s', (name) => {
  const random = new Seeded(`paseto ${name}`);
  for (let i = 0; i < 100; i++) {
    // A signature behind a dot would be the footer of a token without one.
    const token = anyPaseto(random);
    const found = tokensIn(WRAPPINGS[name]!(token));
    expect(found.length === 1 && found[0]!.startsWith(token)).toBe(true);
  }
});

it(`finds no token in ${NEGATIVES} strings that are none`, () => {
  const random = new Seeded('negatives');
  const kinds = Object.entries(NOT_TOKENS);
  const wrong = new Map<string, number>();
  for (let i = 0; i < NEGATIVES; i++) {
    const [kind, make] = kinds[i % kinds.length]!;
    if (tokensIn(make(random)).length > 0) wrong.set(kind, (wrong.get(kind) ?? 0) + 1);
  }
  expect([...wrong]).toEqual([]);
});

it('finds every token of a text, in order', () => {
  const random = new Seeded('several');
  const tokens = Array.from({ length: 50 }, () => random.pick([anyJwt, anyJwe])(random));
  for (const between of [' ', ',', '","', '\n', '%2C', '...', '&t='])
    expect(findJwts(tokens.join(between))).toEqual(tokens);
});

it.each([
  ['unsigned', `${b64u('{"alg":"none"}')}.${b64u('{"sub":"1"}')}.`],
  ['detached', `${b64u('{"alg":"HS256"}')}..${b64u('signature')}`],
  ['payload that is text', jwsOf('{"alg":"HS256"}', 'just text')],
  ['payload that is binary', jwsOf('{"alg":"HS256"}', '\0\u0001\u00ff')],
  ['empty object', jwsOf('{"alg":"HS256"}', '{}')],
  ['pretty-printed header', jwsOf('{\n  "alg" : "HS256"\n}', '{"sub":"1"}')],
  ['header behind white space', jwsOf(' \r\n\t{"alg":"HS256"}', '{"sub":"1"}')],
  ['header behind a byte order mark', jwsOf('\ufeff{"alg":"HS256"}', '\ufeff{"sub":"1"}')],
  [
    'header with a nested token',
    jwsOf(JSON.stringify({ alg: 'HS256', jwt: jwtOf({ sub: 'x' }) }), '{}'),
  ],
  [
    'unencoded payload',
    `${b64u('{"alg":"HS256","b64":false,"crit":["b64"]}')}.$ 02 is not base64.${b64u('signature')}`,
  ],
  ['nested', jwsOf('{"alg":"HS256","cty":"JWT"}', jwtOf({ sub: 'inner' }))],
  [
    'padded, as a load balancer writes it',
    jwsOf('{"alg":"ES256","a":1}', '{"sub":"12"}')
      .split('.')
      .map((part) => part.padEnd(Math.ceil(part.length / 4) * 4, '='))
      .join('.'),
  ],
])('finds a JWS: %s', (_, token) => {
  expect(isJwt(token)).toBe(true);
  expect(findJwts(token)).toEqual([token]);
  expect(findJwts(`a.b.c "${token}" d.e.f`)).toEqual([token]);
});

it('agrees with isJwt about a string as a whole, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-z0-9_.=%"{}-]*$/)),
      (source) => {
        const found = findJwts(source);
        expect(isJwt(source) ? found : [source]).toEqual([source]);
        for (const token of found) expect(isJwt(token)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

it('finds a token between any strings that are none', () => {
  const apart = fc
    .string({ unit: 'binary' })
    .map((s) => `${s.replace(/[A-Za-z0-9_.=%\\-]+/g, '')} `);
  fc.assert(
    fc.property(fc.nat(), apart, apart, (seed, before, after) => {
      const token = anyJwt(new Seeded(seed));
      expect(findJwts(before + token + after)).toEqual([token]);
    }),
  );
});
