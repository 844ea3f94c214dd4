import { saysNothing } from '../names/field-name.js';

/** How a string (or a number, written out) is told; `name` is the member that it stands in. */
export type Tell = (name: string, value: string) => string;

/** So deep and so large is what is told of a JSON value: more is nobody's token. */
export const MAX_DEPTH = 16;
export const MAX_NODES = 2_000;
/** Characters of one text that is not a secret. */
export const MAX_STRING = 4_096;
const CUT = '…';

/** What is left of the room for nodes, and whether something was cut off. */
interface Room {
  nodes: number;
  isCut: boolean;
}

/** What is told of a JSON value. */
export interface ToldJson {
  value: unknown;
  /** Nothing in it was masked or cut off. */
  isWhole: boolean;
  isCut: boolean;
}

/**
 * A JSON value with its names and strings told by others, bounded in depth and size so that it can
 * be written out and sent. What is cut off shows as `…`.
 */
export function maskJson(json: unknown, tell: Tell, tellName: (name: string) => string): unknown {
  return tellJson(json, tell, tellName).value;
}

/** The same, with what became of it: comparing it with what it was would need all of that. */
export function tellJson(json: unknown, tell: Tell, tellName: (name: string) => string): ToldJson {
  const room = { nodes: MAX_NODES, isCut: false };
  let isMasked = false;
  const noting = (told: string, plain: string): string => {
    isMasked ||= told !== plain;
    return told;
  };
  const member = (name: string, value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return bounded(noting(tell(name, value), value), room);
    if (typeof value === 'number') {
      const told = noting(tell(name, String(value)), String(value));
      return told === String(value) ? value : told;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= MAX_DEPTH) return cut(room);
    return Array.isArray(value)
      ? items(value, room, (item) => member(name, item, depth + 1))
      : members(value, room, (key, item) => [
          noting(tellName(bounded(key, room)), key),
          member(saysNothing(key) ? `${name} ${key}` : key, item, depth + 1),
        ]);
  };
  const value = member('', json, 0);
  return { value, isWhole: !isMasked && !room.isCut, isCut: room.isCut };
}

function items(list: readonly unknown[], room: Room, tellItem: (item: unknown) => unknown) {
  const told: unknown[] = [];
  for (const item of list) {
    if (room.nodes-- <= 0) return [...told, cut(room)];
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
      told.push([CUT, cut(room)]);
      break;
    }
    told.push(tellMember(key, item));
  }
  return Object.fromEntries(told);
}

function bounded(told: string, room: Room): string {
  return told.length > MAX_STRING ? told.slice(0, MAX_STRING) + cut(room) : told;
}

function cut(room: Room): string {
  room.isCut = true;
  return CUT;
}
