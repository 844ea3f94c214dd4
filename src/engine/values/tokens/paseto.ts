import { decodeBase64 } from '../../base64.js';

const PASETO = /^v([1-4])\.(local|public)\.([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]+))?$/;
const PASETO_START = /v[1-4]\.(?:local|public)\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?/g;

/**
 * Fewest payload bytes: nonce and tag, or the signature (PASETO specification, each version's
 * algorithms).
 */
const MIN_BYTES: ReadonlyMap<string, number> = new Map<string, number>([
  ['1local', 80],
  ['1public', 256],
  ['2local', 40],
  ['2public', 64],
  ['3local', 80],
  ['3public', 96],
  ['4local', 64],
  ['4public', 64],
]);

/**
 * True for a PASETO of versions 1 to 4: header, payload of at least its version's length, footer.
 */
export function isPaseto(token: string): boolean {
  const [, version = '', purpose = '', payload = '', footer] = PASETO.exec(token) ?? [];
  const bytes = decodeBase64(payload)?.length ?? -1;
  if (bytes < (MIN_BYTES.get(version + purpose) ?? Infinity)) return false;
  return footer === undefined || decodeBase64(footer) !== undefined;
}

/** Every PASETO in a text, in order. */
export function findPasetos(source: string): string[] {
  if (!source.includes('.local.') && !source.includes('.public.')) return [];
  return (source.match(PASETO_START) ?? []).filter(isPaseto);
}
