import type {
  LimitReached,
  StorageArea,
  StorageItem,
  StorageSnapshot,
} from '../../engine/model.js';
import { candidatesInStorage } from '../../engine/places/in-storage.js';
import { LIMITS } from '../../engine/settings.js';
import { unescapeToken } from '../../engine/json-pointer.js';

/** A member of the JSON that stands for a long value: a text, or further members. */
type Members = Map<string, Members | string>;

const NOWHERE = { kind: 'storage', at: 0, origin: '', dropped: 0 } as const;

/**
 * A stored item as a recording keeps it. A long value is read to its end, and what may be a
 * credential in it stays in its place; the rest would fill the little room that a tab has.
 */
export function abridged(item: StorageItem, area: StorageArea): StorageItem {
  if (item.value.length <= LIMITS.storageKept) return item;
  const cut = item.length > item.value.length;
  const limits: LimitReached[] = [];
  const alone: StorageSnapshot = { ...NOWHERE, area, items: [item] };
  const found = candidatesInStorage(alone, limits).map(({ locator, value }) => ({
    pointer: locator.slice(item.key.length),
    value,
  }));
  const inside = found.filter(({ pointer }) => pointer !== '');
  const value =
    found.length === 0
      ? item.value.slice(0, LIMITS.storageKept)
      : inside.length > 0
        ? jsonOf(inside)
        : found.map((whole) => whole.value).join(' ');
  return { ...item, value, ...(cut && { cut }), ...(limits.length > 0 && { limits }) };
}

/** The item as it is, with what of it is not read. */
export function judged(item: StorageItem, area: StorageArea): StorageItem {
  return { ...abridged(item, area), value: item.value };
}

/**
 * So much stays of a value that tells nothing where there is little room: a preview needs no more.
 */
const BEGINNING = 32;

/**
 * The items of an area within the room that a recording has for it. Where that is not enough,
 * values that tell nothing are cut to their beginnings, and what does not fit even so is left out
 * and counted.
 */
export function abridgedArea(
  items: readonly StorageItem[],
  area: StorageArea,
): { items: StorageItem[]; left: number } {
  const all = items.map((item) => abridged(item, area));
  if (sizeOf(all) <= LIMITS.areaKept) return { items: all, left: 0 };
  const telling = all.map((item) => tells(item, area));
  const short = all.map((item, at) =>
    telling[at] ? item : { ...item, value: item.value.slice(0, BEGINNING) },
  );
  let room: number = LIMITS.areaKept;
  const kept = new Set<StorageItem>();
  const first = short.filter((_, at) => telling[at]);
  for (const item of [...first, ...short.filter((_, at) => !telling[at])]) {
    const size = sizeOf([item]);
    if (size > room) continue;
    room -= size;
    kept.add(item);
  }
  return { items: short.filter((item) => kept.has(item)), left: short.length - kept.size };
}

/** Characters of keys and values. */
export function sizeOf(items: readonly StorageItem[]): number {
  return items.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
}

function tells(item: StorageItem, area: StorageArea): boolean {
  return candidatesInStorage({ ...NOWHERE, area, items: [item] }).length > 0;
}

/** JSON in which these texts stand where their pointers (RFC 6901) say. */
function jsonOf(found: readonly { pointer: string; value: string }[]): string {
  const root: Members = new Map();
  for (const { pointer, value } of found) {
    const tokens = pointer.slice(1).split('/').map(unescapeToken);
    const last = tokens.pop() ?? '';
    let members = root;
    for (const token of tokens) {
      const next = members.get(token);
      const inner: Members = next instanceof Map ? next : new Map();
      members.set(token, inner);
      members = inner;
    }
    const before = members.get(last);
    members.set(last, typeof before === 'string' ? `${before} ${value}` : value);
  }
  return JSON.stringify(objectOf(root));
}

function objectOf(members: Members): object {
  return Object.fromEntries(
    [...members].map(([name, value]) => [name, value instanceof Map ? objectOf(value) : value]),
  );
}
