import { parseJson } from '../../normalize/bodies/json-strings.js';
import { isJwt } from './jwt.js';

interface Field {
  pointer: string;
  value: string;
}

/**
 * Members of a JWS or JWE in JSON serialisation whose value is a string (RFC 7515 §7.2, RFC 7516
 * §7.2).
 */
const MEMBERS = [
  'protected',
  'payload',
  'signature',
  'encrypted_key',
  'iv',
  'ciphertext',
  'tag',
  'aad',
] as const;
type Members = Partial<Record<(typeof MEMBERS)[number], string>>;
const BASE64URL = /^[A-Za-z0-9_-]+$/;
/**
 * JWS and JWE in JSON serialisation, by the members that only JOSE has, among the strings of a JSON
 * text. Each is rewritten in the compact one where it has one, so that it is the same value
 * wherever it is seen; else as JSON.
 */
export function joseInFields(fields: readonly Field[]): Field[] {
  const last = fields.filter(
    ({ pointer }) => pointer.endsWith('/signature') || pointer.endsWith('/ciphertext'),
  );
  if (last.length === 0) return [];
  const values = new Map(fields.map(({ pointer, value }) => [pointer, value]));
  const found: Field[] = [];
  for (const { pointer } of last) {
    const parent = pointer.slice(0, pointer.lastIndexOf('/'));
    const members = membersAt(values, parent);
    if (!members || !formatOfMembers(members)) continue;
    const compact = compactOf(members);
    found.push({ pointer: parent, value: isJwt(compact) ? compact : JSON.stringify(members) });
  }
  return found;
}

/** Format of a JSON text that is a JWS or JWE in JSON serialisation, flattened or general. */
export function joseJsonFormat(json: string): 'jwt' | 'jwe' | undefined {
  const parsed = json.startsWith('{') ? parseJson(json) : undefined;
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { signatures, recipients } = parsed as { signatures?: unknown; recipients?: unknown };
  const inner: unknown = Array.isArray(signatures)
    ? signatures[0]
    : Array.isArray(recipients)
      ? recipients[0]
      : undefined;
  return formatOfMembers({ ...(inner as object | undefined), ...parsed });
}

/** A JWS has a signature, and a header or payload; a JWE authenticated ciphertext. */
function formatOfMembers(members: Members): 'jwt' | 'jwe' | undefined {
  const has = (name: keyof Members) =>
    typeof members[name] === 'string' && BASE64URL.test(members[name]);
  if (has('ciphertext') && has('iv') && has('tag')) return 'jwe';
  if (!has('signature')) return undefined;
  return isJwt(`${members.protected}..${members.signature}`) ||
    ('header' in members && has('payload'))
    ? 'jwt'
    : undefined;
}

function compactOf(members: Members): string {
  const part = (name: keyof Members) => members[name] ?? '';
  if (members.ciphertext === undefined)
    return [part('protected'), part('payload'), part('signature')].join('.');
  return [
    part('protected'),
    part('encrypted_key'),
    part('iv'),
    part('ciphertext'),
    part('tag'),
  ].join('.');
}

/**
 * Of several signatures each shares the payload above it; of several recipients the first one's key
 * stands for all.
 */
function membersAt(values: Map<string, string>, parent: string): Members {
  const above = /^(.*)\/signatures\/\d+$/.exec(parent)?.[1] ?? parent;
  const members: Members & { header?: { alg: string } } = {};
  for (const name of MEMBERS) {
    const value =
      values.get(`${parent}/${name}`) ??
      values.get(`${above}/${name}`) ??
      values.get(`${parent}/recipients/0/${name}`);
    if (value !== undefined) members[name] = value;
  }
  const alg = values.get(`${parent}/header/alg`);
  if (alg !== undefined) members.header = { alg };
  return members;
}
