import { memo } from '../memo.js';
import type { BodyField, Role } from '../model.js';
import { hintOf } from '../values/names/name-hint.js';

/** Members that hold a secret and do not say which. */
const PLAIN_NAME = /^(?:secret|value|token|raw|data|key)$/i;
/**
 * Members that say of which kind the one beside them is (MSAL: `credentialType`; RFC 8693:
 * `token_type`).
 */
const KIND_NAME =
  /^(?:(?:credential|token|secret|grant)_?(?:type|kind|use)|type|kind|token_?use|use)$/i;
const saysKind = memo((name) => KIND_NAME.test(name));
const MAX_KIND = 32;
const TOLD: ReadonlySet<Role | undefined> = new Set<Role>([
  'access-token',
  'refresh-token',
  'id-token',
]);

/**
 * What stands beside a secret in JSON says what it is:
 * `{"credentialType":"RefreshToken","secret":…}`. By pointer, in the words in which it is said.
 */
export function saidBeside(fields: readonly BodyField[]): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const { pointer, value } of fields) {
    if (value.length > MAX_KIND || !saysKind(pointer.slice(pointer.lastIndexOf('/') + 1))) continue;
    const { parent } = partsOf(pointer);
    const role = hintOf(value)?.role;
    if (TOLD.has(role) && !isNamedThere(fields, parent, role)) kinds.set(parent, value);
  }
  if (kinds.size === 0) return kinds;
  return new Map(
    fields.flatMap(({ pointer }): [string, string][] => {
      const { parent, name } = partsOf(pointer);
      const kind = kinds.get(parent);
      return kind !== undefined && PLAIN_NAME.test(name) ? [[pointer, kind]] : [];
    }),
  );
}

/** `{"access_token":…,"token_type":"Bearer","Key":…}`: that is said of the one that it names. */
function isNamedThere(fields: readonly BodyField[], parent: string, role?: Role): boolean {
  return fields.some(({ pointer }) => {
    const one = partsOf(pointer);
    return one.parent === parent && !saysKind(one.name) && hintOf(one.name)?.role === role;
  });
}

function partsOf(pointer: string): { parent: string; name: string } {
  const slash = pointer.lastIndexOf('/');
  return { parent: pointer.slice(0, Math.max(0, slash)), name: pointer.slice(slash + 1) };
}
