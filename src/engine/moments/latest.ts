// What is remembered of a visit is bounded: of too many the one that came longest ago goes.

/** A list with one more as its latest, in the place of what is the same. */
export function withLatest<T>(
  list: readonly T[],
  added: T,
  most: number,
  isSame = (one: T): boolean => one === added,
): T[] {
  return [...list.filter((one) => !isSame(one)), added].slice(-most);
}

/** Sets an entry as the latest of a map. */
export function setLatest<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
}

/** Adds the latest member of a set, and returns the one that goes for it. */
export function addLatest<T>(set: Set<T>, added: T, most: number): T | undefined {
  set.delete(added);
  set.add(added);
  if (set.size <= most) return undefined;
  const [oldest] = set;
  set.delete(oldest!);
  return oldest;
}
