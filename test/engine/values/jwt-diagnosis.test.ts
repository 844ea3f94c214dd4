import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { duplicateMembers } from '../../../src/engine/values/json-members.js';
import { diagnoseJwt } from '../../../src/engine/values/jwt-diagnosis.js';
import { b64u, jwsOf, jwtOf } from '../../support/tokens.js';

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
