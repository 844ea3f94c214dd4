import { isJwt } from './jwt.js';

interface Field {
  pointer: string;
  value: string;
}

/**
 * JWS and JWE in JSON serialisation (RFC 7515 §7.2, RFC 7516 §7.2) among the strings of a JSON
 * text, rewritten in the compact one, so that they are the same value wherever they are seen.
 */
export function joseInFields(fields: readonly Field[]): Field[] {
  const values = new Map(fields.map(({ pointer, value }) => [pointer, value]));
  const found: Field[] = [];
  for (const { pointer } of fields) {
    if (!pointer.endsWith('/protected')) continue;
    const parent = pointer.slice(0, -'/protected'.length);
    const compact = compactJws(values, parent) ?? compactJwe(values, parent);
    if (compact && isJwt(compact)) found.push({ pointer: parent, value: compact });
  }
  return found;
}

/** Flattened: all in one object. General: the payload stands above `signatures/<n>`. */
function compactJws(values: Map<string, string>, parent: string): string | undefined {
  const signature = values.get(`${parent}/signature`);
  if (signature === undefined) return undefined;
  const above = /^(.*)\/signatures\/\d+$/.exec(parent)?.[1];
  const payload = values.get(`${above ?? parent}/payload`) ?? '';
  return `${values.get(`${parent}/protected`)}.${payload}.${signature}`;
}

/** The header is shared by all recipients; the first one's key stands for it. */
function compactJwe(values: Map<string, string>, parent: string): string | undefined {
  const part = (name: string) => values.get(`${parent}/${name}`);
  const ciphertext = part('ciphertext');
  if (ciphertext === undefined) return undefined;
  const key = part('encrypted_key') ?? part('recipients/0/encrypted_key') ?? '';
  return [part('protected'), key, part('iv') ?? '', ciphertext, part('tag') ?? ''].join('.');
}
