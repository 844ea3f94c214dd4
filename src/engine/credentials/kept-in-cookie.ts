import { memo } from '../memo.js';
import type { Credential } from '../model.js';
import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { roleFacts } from '../role-table.js';
import { hintOf } from '../values/names/name-hint.js';
import { unwrapBase64, unwrapPlain, withoutScheme } from '../values/unwrap.js';
import type { CredentialStore } from './credential-store.js';
import { isTelling } from './value-index.js';

// Scripts keep what they know in a cookie as JSON, as it is, percent-encoded or in base64: a token
// beside the user's name, a token for renewal, a device. A JWT in it speaks for itself; another
// value is known from where it was given and sent.

/**
 * Sees that a cookie holds the token which scripts send in a header: one credential from now on, as
 * a cookie is whose whole value is the token. Returns what was carried, each once.
 */
export function seeKeptInCookies(
  store: CredentialStore,
  cookies: readonly string[],
  carried: string[],
): string[] {
  const found = cookies.flatMap((id) => {
    const cookie = store.byId(id);
    const token = cookie && tokenIn(store, cookie);
    return token ? [{ id, token: token.id }] : [];
  });
  if (found.length === 0) return carried;
  for (const { id, token } of found)
    if (store.byId(token)?.kind === 'token') store.unite(id, token);
  return [...new Set(carried.map((id) => store.byId(id)?.id ?? id))];
}

/** The first of what its JSON holds: one that only renews is sent in no header. */
function tokenIn(store: CredentialStore, cookie: Credential): Credential | undefined {
  if (cookie.kind !== 'cookie') return undefined;
  return textsIn(cookie.value)
    .map((text) => store.byValue(text))
    .find((known) => known?.kind === 'token' && known.site === cookie.site && saysWho(known));
}

function saysWho({ role, sightings }: Credential): boolean {
  const isHeader = sightings.some(
    ({ carrier, direction, locator }) =>
      carrier === 'header' && direction === 'sent' && hintOf(locator)?.role !== 'csrf',
  );
  return isHeader && roleFacts(role).keepsUser;
}

/** Values that stand in a cookie's JSON, and may be tokens. */
const textsIn = memo((value: string): readonly string[] => {
  const json = [unwrapPlain(value), ...unwrapBase64(value)].map(parseJson).find(Boolean);
  if (json === undefined) return [];
  return stringsOf(json)
    .map((one) => withoutScheme(one.value))
    .filter(isTelling);
});
