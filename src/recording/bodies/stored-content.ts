import { saysNothing } from '../../engine/values/names/field-name.js';
import { MAX_DEPTH, MAX_NODES, MAX_STRING } from '../../engine/values/telling/mask-json.js';
import { isSecret, maskName, maskText, preview } from '../../engine/values/telling/redact.js';
import { percentDecode } from '../../engine/values/unwrap.js';
import type { CredentialsIn } from '../shown/request-views.js';
import type { ContentNode } from '../shown/view.js';

/** How one value is told. */
interface Telling {
  credentialsIn: CredentialsIn;
  revealed: boolean;
  /** What is left of the room for nodes. */
  room: number;
}

/**
 * A stored value as formatted JSON, its credentials in their places; undefined where it is none.
 */
export function contentOf(
  value: string,
  credentialsIn: CredentialsIn,
  revealed: boolean,
): ContentNode | undefined {
  const json = structureIn(value);
  if (json === undefined) return undefined;
  return nodeOf('', json, 0, { credentialsIn, revealed, room: MAX_NODES });
}

/** An object or a list, also in percent-encoding or behind the `j:` of a JSON cookie. */
function structureIn(text: string): object | undefined {
  const json = /^(?:j:)?\s*([[{].*)$/s.exec(
    /^(?:j%3A)?%[57]B/i.test(text) ? percentDecode(text) : text,
  );
  if (!json?.[1]) return undefined;
  try {
    const parsed: unknown = JSON.parse(json[1]);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function nodeOf(name: string, value: unknown, depth: number, telling: Telling): ContentNode {
  const inner = typeof value === 'string' ? structureIn(value) : undefined;
  if (inner && depth < MAX_DEPTH) return membersOf(name, inner, depth, telling, true);
  if (typeof value === 'object' && value !== null && depth < MAX_DEPTH)
    return membersOf(name, value, depth, telling, false);
  return leafOf(name, value, telling);
}

function membersOf(
  name: string,
  value: object,
  depth: number,
  telling: Telling,
  quoted: boolean,
): ContentNode {
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const members = [];
  for (const [key, member] of entries) {
    if (telling.room-- <= 0) break;
    const context = isList ? name : saysNothing(key) ? `${name} ${key}` : key;
    const node = nodeOf(context, member, depth + 1, telling);
    members.push(isList ? { node } : { name: telling.revealed ? key : maskName(key), node });
  }
  const left = entries.length - members.length;
  return { brackets: isList ? '[]' : '{}', quoted, members, left };
}

function leafOf(name: string, value: unknown, { credentialsIn, revealed }: Telling): ContentNode {
  if (typeof value !== 'string' && typeof value !== 'number')
    return { text: typeof value === 'object' && value ? '…' : String(value), credentialIds: [] };
  const plain = String(value);
  const credentialIds = typeof value === 'string' ? credentialsIn(plain) : [];
  const isMasked = credentialIds.length > 0 || isSecret(name, plain);
  const told = revealed ? plain : isMasked ? preview(plain) : maskText(plain.slice(0, MAX_STRING));
  const text = typeof value === 'string' || told !== plain ? JSON.stringify(told) : plain;
  return { text, credentialIds };
}
