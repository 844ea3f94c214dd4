import { memo } from '../../memo.js';
import { type IsPassword, isPasswordField } from './password-field.js';

/** Members that say what a value beside them is, and what such a value is called. */
const SAYS: ReadonlySet<string> = new Set(
  'type name key id field fieldname field_name attribute property label kind credentialtype'.split(
    ' ',
  ),
);
const SAID: ReadonlySet<string> = new Set(
  'value values val text data content input answer newvalue'.split(' '),
);
const VARIABLE = /([\p{L}\p{M}\w]{1,64})\s{0,16}:\s{0,16}\$(\w{1,64})/gu;
const MAX_SAYING = 64;
/** As kinds of things these are others as well: pins of a map, passes of a wallet. */
const OTHER_THINGS = /^(?:pin|pass|clave)s?$/i;

/** Names below an object's member that hold passwords; `all`: whatever stands in the member. */
export type Beside = ReadonlyMap<string, 'all' | ReadonlySet<string>>;

/**
 * Which members of an object hold a password by what stands beside them:
 * `{"type":"password","value":"…"}`, and variables of a GraphQL document that calls them otherwise
 * (`login(password: $p)`, GraphQL §2.10). `saying` are those of its names that may say so.
 */
export function besidePassword(
  node: object,
  isPassword: IsPassword = isPasswordField,
  names: readonly string[] = Object.keys(node),
  saying: readonly string[] = names,
): Beside | undefined {
  if (Array.isArray(node)) return undefined;
  const members = node as Readonly<Record<string, unknown>>;
  let found: Map<string, 'all' | ReadonlySet<string>> | undefined;
  if (saying.some((name) => says(name, members[name], isPassword)))
    found = new Map(names.flatMap((one) => (isSaid(one) ? [[one, 'all']] : [])));
  const query = Object.hasOwn(node, 'query') ? (node as { query: unknown }).query : undefined;
  if (typeof query === 'string' && Object.hasOwn(node, 'variables'))
    (found ??= new Map()).set('variables', variablesOf(query, isPassword));
  return found?.size ? found : undefined;
}

/** Whether a member holds a password by what was said of what it stands in. */
export function isSaidOf(said: 'all' | ReadonlySet<string> | undefined, name: string): boolean {
  if (said === 'all') return !SAYS.has(name.toLowerCase());
  return said?.has(name) ?? false;
}

/** True for a member that says of the value beside it that it is a password. */
export function says(
  name: string,
  value: unknown,
  isPassword: IsPassword = isPasswordField,
): boolean {
  return (
    typeof value === 'string' &&
    value.length <= MAX_SAYING &&
    isSaying(name) &&
    isPassword.mayBeIn?.(value) !== false &&
    !OTHER_THINGS.test(value) &&
    isPassword(value)
  );
}

const isSaying = memo((name) => SAYS.has(name.toLowerCase()));

/** Those of the names of members that may say what stands beside them. */
export function sayingAmong(names: readonly string[]): readonly string[] {
  return names.filter(isSaying);
}

export function isSaid(name: string): boolean {
  return SAID.has(name.toLowerCase());
}

function variablesOf(query: string, isPassword: IsPassword): ReadonlySet<string> {
  const variables = new Set<string>();
  for (const [, name, variable] of query.matchAll(VARIABLE))
    if (isPassword(name!)) variables.add(variable!);
  return variables;
}
