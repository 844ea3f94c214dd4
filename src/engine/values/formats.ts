import type { Format } from '../model.js';
import { joseJsonFormat } from './tokens/jose-json.js';
import { decodeJweHeader, decodeJws } from './tokens/jws.js';
import { knownIssuerOf } from './tokens/known-prefix.js';
import { isMacaroon } from './tokens/macaroon.js';
import { isPaseto } from './tokens/paseto.js';
import { isSaml } from './tokens/saml.js';
import { signerOf } from './signatures/signed.js';

// The one registry of formats: how each is read, and what follows from it alone. A new format is a
// line here, a word of `Format` (model.ts) and of docs/report.schema.json.

/** What a reader found: the framework or the service that made the value, where its form tells. */
export interface FormatRead {
  issuer?: string;
}

export interface FormatFacts {
  /**
   * Reads a value without its wrappers, by structure. Formats that no structure shows have none.
   */
  read?: (plain: string) => FormatRead | undefined;
  /** No name has it by chance: it is a credential, and a secret, whatever it is called. */
  unmistakable: boolean;
  /** The value itself holds what the server wants to know. */
  selfContained: boolean;
  /** One that was cut into parts can be told from a whole one. */
  structured: boolean;
  /** A refresh puts another one in its place. */
  renewed: boolean;
  /** Written in capitals. */
  acronym: boolean;
}

type Mark = keyof Omit<FormatFacts, 'read'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/**
 * `typ` of JWTs that prove possession of a key and are made anew for every request (RFC 9449 §4.2,
 * DBSC).
 */
const PROOFS: ReadonlyMap<string, string> = new Map([
  ['dpop+jwt', 'DPoP proof'],
  ['dbsc+jwt', 'DBSC proof'],
]);

/** In the order in which they are tried: by structure first, and by prefix last. */
const TABLE: Readonly<Record<Format, FormatFacts>> = {
  jwt: row(readJwt, 'unmistakable', 'selfContained', 'structured', 'renewed', 'acronym'),
  jwe: row(
    when((plain) => decodeJweHeader(plain) !== undefined || joseJsonFormat(plain) === 'jwe'),
    ...(['unmistakable', 'selfContained', 'structured', 'renewed', 'acronym'] as const),
  ),
  paseto: row(
    when(isPaseto),
    ...(['unmistakable', 'selfContained', 'structured', 'renewed', 'acronym'] as const),
  ),
  uuid: row(
    when((plain) => UUID.test(plain)),
    'renewed',
    'acronym',
  ),
  saml: row(when(isSaml), 'unmistakable', 'structured', 'acronym'),
  macaroon: row(when(isMacaroon), 'unmistakable', 'structured', 'renewed'),
  signed: row(by(signerOf), 'structured', 'renewed'),
  'known-prefix': row(by(knownIssuerOf), 'unmistakable', 'renewed'),
  basic: row(undefined),
  opaque: row(undefined, 'renewed'),
};

/** Every format. */
export const FORMATS = Object.keys(TABLE) as readonly Format[];

const READERS = FORMATS.flatMap((format) => {
  const { read } = TABLE[format];
  return read ? [[format, read] as const] : [];
});

/** What follows from a format alone. */
export function formatFacts(format: Format): FormatFacts {
  return TABLE[format];
}

/** Format of a value without its wrappers. */
export function readFormat(plain: string): { format: Format } & FormatRead {
  for (const [format, read] of READERS) {
    const found = read(plain);
    if (found) return { format, ...found };
  }
  return { format: 'opaque' };
}

const UNMISTAKABLE = Object.values(TABLE).filter(({ unmistakable }) => unmistakable);

/**
 * Whether the format of a value is one that no name has by chance: told without a look for others.
 */
export function hasUnmistakableFormat(plain: string): boolean {
  return (
    UNMISTAKABLE.some(({ read }) => read?.(plain)) &&
    formatFacts(readFormat(plain).format).unmistakable
  );
}

/** What a JWT of this type proves; undefined for one that is a credential. */
export function proofOf(typ: unknown): string | undefined {
  return typeof typ === 'string'
    ? PROOFS.get(typ.toLowerCase().replace(/^application\//, ''))
    : undefined;
}

function readJwt(plain: string): FormatRead | undefined {
  const jws = decodeJws(plain);
  if (!jws) return joseJsonFormat(plain) === 'jwt' ? {} : undefined;
  return withIssuer(proofOf(jws.header.typ));
}

function when(fits: (plain: string) => boolean): (plain: string) => FormatRead | undefined {
  return (plain) => (fits(plain) ? {} : undefined);
}

function by(issuerOf: (plain: string) => string | undefined) {
  return (plain: string): FormatRead | undefined => {
    const issuer = issuerOf(plain);
    return issuer === undefined ? undefined : { issuer };
  };
}

function withIssuer(issuer: string | undefined): FormatRead {
  return issuer === undefined ? {} : { issuer };
}

function row(read: FormatFacts['read'], ...marks: Mark[]): FormatFacts {
  const has = (mark: Mark) => marks.includes(mark);
  return {
    ...(read ? { read } : {}),
    unmistakable: has('unmistakable'),
    selfContained: has('selfContained'),
    structured: has('structured'),
    renewed: has('renewed'),
    acronym: has('acronym'),
  };
}
