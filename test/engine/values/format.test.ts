import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeBase64 } from '../../../src/engine/base64.js';
import { formatOf, isProof } from '../../../src/engine/values/format.js';
import { KNOWN_PREFIXES, PREFIX_SOURCES } from '../../../src/engine/values/tokens/known-prefix.js';
import { b64, b64u } from '../../support/base64.js';
import { anyJwe, anyJwt, jwsOf, jwtOf } from '../../support/jose.js';
import { macaroonV1, macaroonV2 } from '../../support/macaroon.js';
import { NOT_TOKENS } from '../../support/not-tokens.js';
import { anyPaseto, PASETO_KINDS } from '../../support/paseto.js';
import { PREFIXED_BUILDERS } from '../../support/prefixed-builders.js';
import { samlPost, samlRedirect, samlXml } from '../../support/saml.js';
import { Seeded } from '../../support/seeded.js';
import { fernet, SIGNED_BUILDERS } from '../../support/signed-builders.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const EACH = 300;

function formatsOf(make: (random: Seeded) => string, seed: string): string[] {
  const random = new Seeded(seed);
  const seen = Array.from({ length: EACH }, () => formatOf(make(random)));
  return [...new Set(seen.map(({ format, issuer }) => (issuer ? `${format} ${issuer}` : format)))];
}

it.each([
  ['jwt', anyJwt],
  ['jwe', anyJwe],
  ['paseto', anyPaseto],
  ['macaroon', macaroonV1],
  ['macaroon', macaroonV2],
  ['saml', samlXml],
  ['saml', samlPost],
  ['saml', samlRedirect],
  ['uuid', () => crypto.randomUUID()],
  ['opaque', (r: Seeded) => r.bytes(16).toString('hex')],
  ['opaque', (r: Seeded) => r.base62(32)],
  ['opaque', (r: Seeded) => b64u(r.bytes(33))],
] as const)('recognises %s (%#)', (format, make) => {
  expect(formatsOf(make, format)).toEqual([format]);
});

it.each(Object.keys(SIGNED_BUILDERS))('recognises what is signed by %s', (issuer) => {
  expect(formatsOf(SIGNED_BUILDERS[issuer]!, issuer)).toEqual([`signed ${issuer}`]);
});

it.each(Object.keys(SIGNED_BUILDERS))(
  'recognises what is signed by %s percent-encoded and quoted',
  (issuer) => {
    const make = SIGNED_BUILDERS[issuer]!;
    expect(formatsOf((r) => encodeURIComponent(`"${make(r)}"`), issuer)).toEqual([
      `signed ${issuer}`,
    ]);
  },
);

describe('known prefixes', () => {
  it.each(Object.keys(PREFIXED_BUILDERS))('recognises %s', (issuer) => {
    expect(formatsOf(PREFIXED_BUILDERS[issuer]!, issuer)).toEqual([`known-prefix ${issuer}`]);
  });

  it('has a builder and a documented source for every issuer', () => {
    const issuers = [...new Set(KNOWN_PREFIXES.map(([issuer]) => issuer))].toSorted();
    expect(Object.keys(PREFIXED_BUILDERS).toSorted()).toEqual(issuers);
    expect(Object.keys(PREFIX_SOURCES).toSorted()).toEqual(issuers);
    for (const source of Object.values(PREFIX_SOURCES).flat())
      expect(new URL(source).protocol).toBe('https:');
  });

  it('prefers structure: a JWT of a service with prefixes is a JWT', () => {
    expect(formatOf(jwtOf({ iss: 'supabase' })).format).toBe('jwt');
  });
});

it('takes no ordinary string for a token', () => {
  const random = new Seeded('ordinary');
  for (const [kind, make] of Object.entries(NOT_TOKENS)) {
    if (kind === 'signed cookie') continue; // That is what Flask signs.
    for (let i = 0; i < 500; i++)
      expect([kind, formatOf(make(random)).format]).toEqual([kind, 'opaque']);
  }
});

it.each(PASETO_KINDS)('asks of %s the length that its version has', (kind) => {
  expect(formatOf(anyPaseto(new Seeded(kind), kind, 0)).format).toBe('paseto');
  expect(formatOf(anyPaseto(new Seeded(kind), kind, -1)).format).toBe('opaque');
});

it.each([
  [
    'a Fernet token with a time in the year 36812',
    b64u(Buffer.concat([Buffer.from('8000000100000000', 'hex'), Buffer.alloc(66)])),
  ],
  ['a Fernet token with half a block', fernet(new Seeded(1)).slice(0, -12)],
  [
    'a macaroon whose packet is too long',
    b64u('0fffidentifier x\n0011signature y\n'.padEnd(60, 'x')),
  ],
  ['a macaroon that ends early', macaroonV2(new Seeded(2)).slice(0, -8)],
  [
    'XML of somebody else',
    b64('<Response xmlns="urn:example:weather"><sky>blue, with a few clouds</sky></Response>'),
  ],
  [
    'an HTML page in base64',
    b64('<!doctype html><html><head><title>Response</title></head><body></body></html>'),
  ],
  ['a UUID with a wrong length', '123e4567-e89b-42d3-a456-42661417400'],
  ['a dot-separated name', 'v2.local.storage.adapter'],
])('does not take %s for the real thing', (_, value) => {
  expect(formatOf(value).format).toBe('opaque');
});

it('knows a proof of possession from a token', () => {
  const proof = jwtOf(
    { htm: 'GET', htu: 'https://a.example/' },
    { typ: 'dpop+jwt', alg: 'ES256', jwk: {} },
  );
  expect(formatOf(proof)).toEqual({ format: 'jwt', issuer: 'DPoP proof' });
  expect(isProof(proof)).toBe(true);
  expect(isProof(jwtOf({ sub: 'ada' }))).toBe(false);
});

it('reads JOSE in JSON serialisation', () => {
  const [head, payload, signature] = jwsOf('{"alg":"HS256"}', '{"sub":"1"}').split('.');
  expect(formatOf(JSON.stringify({ payload, protected: head, signature })).format).toBe('jwt');
  expect(
    formatOf(JSON.stringify({ payload, signatures: [{ header: { alg: 'HS256' }, signature }] }))
      .format,
  ).toBe('jwt');
  const [enc, key, iv, ciphertext, tag] = anyJwe(new Seeded(3)).split('.');
  expect(
    formatOf(
      JSON.stringify({ protected: enc, recipients: [{ encrypted_key: key }], iv, ciphertext, tag }),
    ).format,
  ).toBe('jwe');
  expect(formatOf(JSON.stringify({ signature: 'Kind regards, Ada', payload: 'x' })).format).toBe(
    'opaque',
  );
});

it('gives a format to any string, without exception', () => {
  const pieces = fc.constantFrom(
    'eyJ',
    '.',
    ':',
    '--',
    '|',
    '*',
    's:',
    'Fe26.2',
    'v4.local.',
    'gAAAAA',
    'CfDJ8',
    '%25',
    '"',
    '2|1:0|',
    '.eJ',
    'MDAx',
    'AgE',
    '~2',
    '<Response ',
    'urn:oasis:names:tc:SAML:',
  );
  const built = fc
    .array(fc.oneof(pieces, fc.base64String(), fc.string({ unit: 'binary' })))
    .map((parts) => parts.join(''));
  expect(() =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), built),
        (value) => typeof formatOf(value).format === 'string',
      ),
      { numRuns: 3_000 },
    ),
  ).not.toThrow();
});

it('decodes what base64 encodes, in both alphabets, padded or not', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const data = Buffer.from(bytes);
      for (const text of [
        data.toString('base64'),
        data.toString('base64url'),
        data.toString('base64').replace(/=+$/, ''),
      ]) {
        expect(decodeBase64(text)).toEqual(bytes);
      }
    }),
  );
  for (const broken of ['a', 'ab cd', 'ab\ncd', 'ab=cd', 'é', 'abcde', 'ab==='])
    expect(decodeBase64(broken)).toBeUndefined();
});
