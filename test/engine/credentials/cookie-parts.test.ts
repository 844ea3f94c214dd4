import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  cookiesSignedBySibling,
  joinCookieParts,
} from '../../../src/engine/credentials/cookie-parts.js';
import { b64u } from '../../support/base64.js';
import { anyJwe, anyJwt } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { SIGNED_BUILDERS } from '../../support/signed-builders.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const random = new Seeded('parts');

function cut(value: string, size: number): string[] {
  return Array.from({ length: Math.ceil(value.length / size) }, (_, i) =>
    value.slice(i * size, (i + 1) * size),
  );
}

const bystanders = [
  { name: 'theme', value: 'dark' },
  { name: 'col-0', value: 'a' },
  { name: 'col-1', value: 'b' },
  { name: 'exp.0', value: random.base62(30) },
  { name: 'exp.1', value: random.base62(30) },
];

it.each([
  ['Auth.js', '__Secure-authjs.session-token', '.', 0],
  ['a dash', 'session', '-', 0],
  ['oauth2-proxy', '_oauth2_proxy', '_', 0],
  ['counting from 1', 'session', '.', 1],
])('joins what %s cut, in whatever order the parts come', (_, name, separator, first) => {
  for (let i = 0; i < 200; i++) {
    const value = random.pick([anyJwe, anyJwt])(random);
    const parts = cut(value, 60 + random.below(60)).map((part, n) => ({
      name: `${name}${separator}${n + first}`,
      value: part,
    }));
    if (parts.length < 2) continue;
    const expected = { name, value, parts: parts.map((part) => part.name) };
    expect(joinCookieParts([...parts, ...bystanders])).toEqual([expected]);
    expect(joinCookieParts([...bystanders, ...parts.toReversed()])).toEqual([expected]);
  }
});

it('joins JSON in base64 that holds a token (Supabase)', () => {
  const value =
    'base64-' +
    `${b64u(JSON.stringify({ access_token: anyJwt(random), refresh_token: random.base62(12) }))}`;
  const parts = cut(value, 200).map((part, n) => ({ name: `sb-ref-auth-token.${n}`, value: part }));
  expect(joinCookieParts(parts)).toEqual([
    { name: 'sb-ref-auth-token', value, parts: parts.map(({ name }) => name) },
  ]);
});

it('joins what ASP.NET Core announces as chunks, and only all of them', () => {
  const name = '.AspNetCore.Cookies';
  const value = SIGNED_BUILDERS['ASP.NET Core']!(random);
  const parts = cut(value, 40).map((part, n) => ({ name: `${name}C${n + 1}`, value: part }));
  const head = { name, value: `chunks-${parts.length}` };
  expect(joinCookieParts([head, ...parts])).toEqual([
    { name, value, parts: parts.map((part) => part.name) },
  ]);
  expect(joinCookieParts([head, ...parts.slice(1)])).toEqual([]);
  expect(joinCookieParts(parts)).toEqual([]);
});

it('joins a JWT whose signature has a cookie of its own', () => {
  const token = anyJwt(random);
  const dot = token.lastIndexOf('.');
  const cookies = [
    { name: 'jwt-payload', value: token.slice(0, dot) },
    { name: 'jwt-signature', value: token.slice(dot + 1) },
  ];
  expect(joinCookieParts(cookies)).toEqual([
    { name: 'jwt-payload', value: token, parts: ['jwt-payload', 'jwt-signature'] },
  ]);
  expect(joinCookieParts([cookies[0]!, { ...cookies[1]!, name: 'unrelated' }])).toEqual([]);
});

describe('does not join', () => {
  const [one, two] = [anyJwt(random), anyJwt(random)];
  it.each([
    [
      'two whole tokens',
      [
        ['t.0', one],
        ['t.1', two],
      ],
    ],
    [
      'a whole token and something else',
      [
        ['t.0', one],
        ['t.1', 'x'],
      ],
    ],
    [
      'parts with a gap',
      [
        ['t.0', one.slice(0, 80)],
        ['t.2', one.slice(80)],
      ],
    ],
    [
      'parts that start at 2',
      [
        ['t.2', one.slice(0, 80)],
        ['t.3', one.slice(80)],
      ],
    ],
    ['one part', [['t.0', one]]],
    [
      'two JSON values that hold tokens',
      [
        ['t.0', JSON.stringify({ a: one })],
        ['t.1', JSON.stringify({ b: two })],
      ],
    ],
    [
      'numbers',
      [
        ['n.0', '1'],
        ['n.1', '2'],
      ],
    ],
  ] as const)('%s', (_, pairs) => {
    expect(joinCookieParts(pairs.map(([name, value]) => ({ name, value })))).toEqual([]);
  });
});

it('knows the cookies that a sibling signs (Keygrip)', () => {
  const sig = b64u(random.bytes(20));
  expect(
    cookiesSignedBySibling([
      { name: 'session', value: 'eyJhIjoxfQ==' },
      { name: 'session.sig', value: sig },
    ]),
  ).toEqual(['session']);
  expect(
    cookiesSignedBySibling([
      { name: 'session.sig', value: sig },
      { name: 'a', value: '1' },
      { name: 'a.sig', value: 'no' },
    ]),
  ).toEqual([]);
});

it('takes any cookies without exception', () => {
  const cookie = fc.record({
    name: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a.0', 'a.1', 'aC1', 'a')),
    value: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('chunks-1', 'chunks-99')),
  });
  expect(() =>
    fc.assert(
      fc.property(
        fc.array(cookie),
        (cookies) =>
          Array.isArray(joinCookieParts(cookies)) && Array.isArray(cookiesSignedBySibling(cookies)),
      ),
    ),
  ).not.toThrow();
});

it.each([
  ['SHA-1', 20],
  ['SHA-256', 32],
  ['SHA-384', 48],
  ['SHA-512', 64],
])('knows a signature of %s, in base64url and in hexadecimal', (_, length) => {
  const bytes = random.bytes(length);
  for (const value of [b64u(bytes), bytes.toString('hex')])
    expect(
      cookiesSignedBySibling([
        { name: 'box', value: 'eyJhIjoxfQ' },
        { name: 'box.sig', value },
      ]),
    ).toEqual(['box']);
});
