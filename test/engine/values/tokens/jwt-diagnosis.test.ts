import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { duplicateMembers } from '../../../../src/engine/values/json-members.js';
import { diagnoseJwt } from '../../../../src/engine/values/tokens/jwt-diagnosis.js';
import { b64u } from '../../../support/base64.js';
import { jwsOf, jwtOf } from '../../../support/jose.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

it.each([
  ['an ordinary JWT', jwtOf({ sub: 'ada', nested: { sub: 'x' } }), []],
  ['no JWT', 'example.com.br', []],
  ['a header with two algs', jwsOf('{"alg":"none","alg":"HS256"}', '{}'), ['jwt-duplicate-header']],
  [
    'two subjects, one of them escaped',
    jwsOf('{"alg":"HS256"}', '{"sub":"a","\\u0073ub":"b"}'),
    ['jwt-duplicate-claim'],
  ],
  ['padding', `${b64u('{"alg":"HS256","a":1}')}.e30=.AAAA`, ['jwt-padded']],
  [
    'Latin-1',
    `${b64u('{"alg":"HS256"}')}.${b64u(Buffer.from('{"n":"é"}', 'latin1'))}.AAAA`,
    ['jwt-not-utf8'],
  ],
  ['times in seconds', jwtOf({ iat: 1_760_000_000, exp: 253_402_300_799 }), []],
  ['an end in milliseconds', jwtOf({ exp: 1_760_000_000_000 }), ['jwt-time-in-milliseconds']],
  ['a beginning in quotes', jwtOf({ nbf: '1760000000' }), ['jwt-time-quoted']],
  [
    'an end in microseconds, in quotes',
    jwtOf({ exp: '1760000000000000' }),
    ['jwt-time-in-microseconds', 'jwt-time-quoted'],
  ],
  ['an issue in nanoseconds', jwtOf({ iat: 1.76e18 }), ['jwt-time-in-nanoseconds']],
  ['a user of that number', jwtOf({ sub: 1_760_000_000_000, exp: 1_760_000_000 }), []],
  ['a detached payload', `${b64u('{"alg":"HS256"}')}..AAAA`, ['jws-detached']],
  ['a payload that is text', jwsOf('{"alg":"HS256"}', 'hello'), ['jws-not-jwt']],
])('diagnoses %s', (_, token, codes) => {
  expect(diagnoseJwt(token).map(({ code }) => code)).toEqual(codes);
});

it('finds no duplicate in what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, layout) => {
      expect(duplicateMembers(JSON.stringify(value, null, layout))).toEqual([]);
    }),
  );
});

it('finds a member that is written twice, wherever its object stands', () => {
  const wrap = fc.constantFrom(
    (json: string) => json,
    (json: string) => `[1,"{",${json}]`,
    (json: string) => `{"a":{"b":[${json}]}}`,
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), wrap, (name, value, wrapped) => {
      const member = `${JSON.stringify(name)} : ${JSON.stringify(value)}`;
      expect(duplicateMembers(wrapped(`{${member},${member}}`))).toContain(name);
    }),
  );
});

it('reads any text without exception', () => {
  expect(() =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json().map((json) => json.slice(1)),
        ),
        (json) => Array.isArray(duplicateMembers(json)),
      ),
    ),
  ).not.toThrow();
});
