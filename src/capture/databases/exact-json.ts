/** How deep and how many values are looked at. */
export interface Reach {
  levels: number;
  values: number;
}

/** What in a value JSON cannot hold, and where. */
export interface Obstacle {
  /** `Date`, `Map`, `undefined`, `circle`, `twice`, `hole`, `deep`, `large` … */
  kind: string;
  /** Names of the members that lead to it. */
  at: string[];
}

/** What keeps a stored value from being the same after a way through JSON; undefined: nothing. */
export function obstacleIn(value: unknown, { levels, values }: Reach): Obstacle | undefined {
  const above = new Set<unknown>();
  const seen = new Set<unknown>();
  let left = values;
  const look = (one: unknown, at: string[]): Obstacle | undefined => {
    if (left-- <= 0) return { kind: 'large', at: [] };
    const kind = kindOf(one);
    if (kind !== undefined) return { kind, at };
    if (typeof one !== 'object' || one === null) return undefined;
    if (above.has(one)) return { kind: 'circle', at };
    if (seen.has(one)) return { kind: 'twice', at };
    if (at.length >= levels) return { kind: 'deep', at: [] };
    if (Array.isArray(one) && one.length > left) return { kind: 'large', at: [] };
    const members = Object.entries(one);
    if (Array.isArray(one) && members.length !== one.length) return { kind: 'hole', at };
    above.add(one);
    seen.add(one);
    for (const [name, member] of members) {
      const found = look(member, [...at, name]);
      if (found) return found;
    }
    above.delete(one);
    return undefined;
  };
  return look(value, []);
}

/** By its own word: of a value from another world, `instanceof` knows nothing. */
export function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** The name of what is neither text, a sound number, a list nor an object of members. */
function kindOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined;
    case 'number':
      if (Object.is(value, -0)) return '-0';
      return Number.isFinite(value) ? undefined : String(value);
    case 'object': {
      if (value === null || Array.isArray(value)) return undefined;
      const name = typeName(value);
      return name === 'Object' ? undefined : name;
    }
    case 'bigint':
      return 'BigInt';
    default:
      return typeof value;
  }
}
