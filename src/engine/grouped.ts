/** By key, what has it, in its order; `keysOf`: a thing may have several. */
export function grouped<T>(
  all: readonly T[],
  keysOf: (one: T) => readonly string[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}
