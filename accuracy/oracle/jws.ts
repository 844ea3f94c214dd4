import { createHmac } from 'node:crypto';
import type { PlacedValue } from '../evaluate/inventory.js';

export type Members = Record<string, unknown>;

/** A JSON Web Signature as it stands in a value, read without the engine. */
export interface Jws {
  header: Members;
  claims: Members;
  headerText: string;
  claimsText: string;
  signature: string;
  signed: string;
  place: PlacedValue;
}

const COMPACT = /(eyJ[\w-]{8,})\.(eyJ[\w-]{8,})\.([\w-]*)/g;

export function jwssOf(values: readonly PlacedValue[]): Jws[] {
  return values.flatMap((place) =>
    [...decoded(place.value).matchAll(COMPACT)].flatMap((match) => {
      const [, header = '', claims = '', signature = ''] = match;
      const [headerText, claimsText] = [textOf(header), textOf(claims)];
      const read = [membersOf(headerText), membersOf(claimsText)];
      if (!read[0] || !read[1]) return [];
      const signed = `${header}.${claims}`;
      return [
        { header: read[0], claims: read[1], headerText, claimsText, signature, signed, place },
      ];
    }),
  );
}

const ENCRYPTED = /(eyJ[\w-]{8,})(?:\.[\w-]*){4}/g;

/** Headers of JSON Web Encryptions: RFC 7516 §3.1. */
export function jweHeadersOf(values: readonly PlacedValue[]): Members[] {
  return values.flatMap(({ value }) =>
    [...decoded(value).matchAll(ENCRYPTED)].flatMap(([, header = '']): Members[] => {
      const members = membersOf(textOf(header));
      return members ? [members] : [];
    }),
  );
}

const DIGEST: Readonly<Record<string, string>> = {
  HS256: 'sha256',
  HS384: 'sha384',
  HS512: 'sha512',
};
/** What tutorials and debuggers write where a secret belongs. */
const FAMOUS = `secret password changeme your-256-bit-secret your-secret-key jwt_secret secretkey
  mysecret supersecret shhhhh key test admin 123456 qwerty jwt your_jwt_secret my-secret`.split(
  /\s+/,
);

/** Somebody who knows the usual secrets can make such tokens. */
export function hasFamousSecret({ header, signed, signature }: Jws): boolean {
  const digest = DIGEST[String(header['alg'])];
  return digest !== undefined && isFamouslySigned(digest, signed, signature);
}

/** True where one of those secrets makes this signature; its padding is left away. */
export function isFamouslySigned(digest: string, signed: string, signature: string): boolean {
  const plain = signature.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return FAMOUS.some(
    (secret) => createHmac(digest, secret).update(signed).digest('base64url') === plain,
  );
}

function textOf(part: string): string {
  return Buffer.from(part, 'base64url').toString();
}

function membersOf(text: string): Members | undefined {
  try {
    return JSON.parse(text) as Members;
  } catch {
    return undefined;
  }
}

export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
