/** Claims that hold a list of words between blanks (RFC 6749 §3.3), or a list. */
const WORDS: ReadonlySet<string> = new Set(['scope', 'scp', 'scopes', 'acr_values']);
/** Members that say what somebody may do: one word stands for a list of one. */
const RIGHTS: ReadonlySet<string> = new Set([
  'roles',
  'role',
  'groups',
  'permissions',
  'entitlements',
  'amr',
  'wids',
  'cognito:groups',
]);

/** A claim as a list of words; undefined where it is none. */
export function listedWords(name: string, value: unknown): string[] | undefined {
  if (typeof value === 'string') {
    if (WORDS.has(name)) return value.split(' ').filter(Boolean);
    return RIGHTS.has(name) ? [value] : undefined;
  }
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.every((word) => typeof word === 'string') ? value : undefined;
}
