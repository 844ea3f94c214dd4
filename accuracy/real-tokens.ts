import { CompactEncrypt, CompactSign, generateKeyPair, generateSecret } from 'jose';
import type { Seeded } from './support/seeded.js';

// Real tokens, signed and encrypted by jose (RFC 7515, 7516, 7518, 7519).

type Key = Awaited<ReturnType<typeof generateSecret>>;
export type Maker = (random: Seeded) => Promise<string>;

const NAMES = [
  'Ada',
  '김철수',
  'Ærøskøbing',
  'Łukasz',
  'Ωμέγα',
  '🦉 owl',
  'O"Brien\\',
  'line\nbreak',
];
const SYMMETRIC = ['HS256', 'HS384', 'HS512'];
const ASYMMETRIC = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
];
const KEY_WRAPPING = [
  'dir',
  'A256KW',
  'A256GCMKW',
  'PBES2-HS256+A128KW',
  'RSA-OAEP-256',
  'ECDH-ES',
  'ECDH-ES+A256KW',
];
const CONTENT = ['A128GCM', 'A256GCM', 'A128CBC-HS256', 'A256CBC-HS512'];

/** A maker for each algorithm; keys are made once. */
export async function makers(): Promise<Map<string, Maker>> {
  const all = new Map<string, Maker>();
  for (const alg of SYMMETRIC)
    all.set(alg, signer(alg, await generateSecret(alg, { extractable: true })));
  for (const alg of ASYMMETRIC) all.set(alg, signer(alg, (await generateKeyPair(alg)).privateKey));
  for (const alg of KEY_WRAPPING) all.set(alg, await encrypter(alg));
  all.set(
    'none',
    async (random) => `${encode({ alg: 'none' }, random)}.${encode(claimsOf(random), random)}.`,
  );
  all.set('nested', await nested(all));
  return all;
}

function signer(alg: string, key: Key): Maker {
  return (random) =>
    new CompactSign(Buffer.from(print(claimsOf(random), random)))
      .setProtectedHeader({ alg, ...headerOf(random) })
      .sign(key);
}

async function encrypter(alg: string, cty?: string): Promise<Maker> {
  const pair = /^(RSA|ECDH)/.test(alg) ? await generateKeyPair(alg) : undefined;
  return async (random) => {
    const enc = random.pick(CONTENT);
    const key = pair?.publicKey ?? secretFor(alg, enc, random);
    const made = new CompactEncrypt(
      Buffer.from(print(claimsOf(random), random)),
    ).setProtectedHeader({ alg, enc, ...(cty ? { cty } : {}) });
    if (alg.startsWith('PBES2')) made.setKeyManagementParameters({ p2c: 8 });
    return made.encrypt(key);
  };
}

/** A signed token inside an encrypted one: RFC 7519 §3. */
async function nested(all: ReadonlyMap<string, Maker>): Promise<Maker> {
  return async (random) => {
    const inner = await all.get('ES256')!(random);
    return new CompactEncrypt(Buffer.from(inner))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'JWT' })
      .encrypt(random.bytes(32));
  };
}

function secretFor(alg: string, enc: string, random: Seeded): Buffer {
  if (alg !== 'dir') return random.bytes(32);
  return random.bytes(
    { A128GCM: 16, A256GCM: 32, 'A128CBC-HS256': 32, 'A256CBC-HS512': 64 }[enc] ?? 32,
  );
}

function headerOf(random: Seeded): object {
  return random.pick([
    {},
    { typ: 'JWT' },
    { typ: 'at+jwt', kid: random.chars('abcdef0123456789', 16) },
    { kid: '열쇠-1' },
  ]);
}

function claimsOf(random: Seeded): object {
  const iat = 1_700_000_000 + random.below(90_000_000);
  const base = {
    iss: 'https://login.example',
    sub: String(random.below(1e6)),
    iat,
    exp: iat + 3600,
  };
  return random.pick([
    base,
    { ...base, name: random.pick(NAMES) },
    { ...base, scope: 'openid email', roles: NAMES.slice(0, 1 + random.below(4)) },
    { sub: 'x' },
  ]);
}

/** Compact, indented, or with white space around: all of it is JSON. */
function print(value: object, random: Seeded): string {
  return random.pick([
    JSON.stringify(value),
    JSON.stringify(value, null, 2),
    JSON.stringify(value, null, '\t'),
    ` ${JSON.stringify(value)}\r\n`,
  ]);
}

function encode(value: object, random: Seeded): string {
  return Buffer.from(print(value, random)).toString('base64url');
}

/**
 * jose prints headers compactly; other makers indent them (`ewog…`): the same token with such a
 * header.
 */
export function withIndentedHeader(token: string): string {
  const [header = '', ...rest] = token.split('.');
  const indented = JSON.stringify(JSON.parse(Buffer.from(header, 'base64url').toString()), null, 2);
  return [Buffer.from(indented).toString('base64url'), ...rest].join('.');
}
