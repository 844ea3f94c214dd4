/** How a string (or a number, written out) is told; `name` is the member that it stands in. */
export type Tell = (name: string, value: string) => string;

/** So deep and so large is what is told of a JSON value: more is nobody's token. */
const MAX_DEPTH = 16;
const MAX_NODES = 2_000;
const MAX_STRING = 4_096;
const CUT = '…';
/** Names that say nothing without the one above them. */
const GENERIC = /^(?:id|key|value|raw|data|string|current|val|v)$/i;

/** What is left of the room for nodes. */
interface Room {
  nodes: number;
}

/**
 * A JSON value with its names and strings told by others, bounded in depth and size so that it can
 * be written out and sent. What is cut off shows as `…`.
 */
export function maskJson(json: unknown, tell: Tell, tellName: (name: string) => string): unknown {
  const room = { nodes: MAX_NODES };
  const member = (name: string, value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return tellString(name, value, tell);
    if (typeof value === 'number') {
      const told = tell(name, String(value));
      return told === String(value) ? value : told;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= MAX_DEPTH) return CUT;
    return Array.isArray(value)
      ? items(value, room, (item) => member(name, item, depth + 1))
      : members(value, room, (key, item) => [
          tellName(key.slice(0, MAX_STRING)),
          member(GENERIC.test(key) ? `${name} ${key}` : key, item, depth + 1),
        ]);
  };
  return member('', json, 0);
}

function items(list: readonly unknown[], room: Room, tellItem: (item: unknown) => unknown) {
  const told: unknown[] = [];
  for (const item of list) {
    if (room.nodes-- <= 0) return [...told, CUT];
    told.push(tellItem(item));
  }
  return told;
}

function members(
  object: object,
  room: Room,
  tellMember: (key: string, item: unknown) => [string, unknown],
) {
  const told: [string, unknown][] = [];
  for (const [key, item] of Object.entries(object)) {
    if (room.nodes-- <= 0) {
      told.push([CUT, CUT]);
      break;
    }
    told.push(tellMember(key, item));
  }
  return Object.fromEntries(told);
}

function tellString(name: string, value: string, tell: Tell): string {
  const told = tell(name, value);
  return told.length > MAX_STRING ? told.slice(0, MAX_STRING) + CUT : told;
}
