import type { Credential } from '../../model.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { hintOf } from '../../values/names/name-hint.js';
import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import type { LinkedExchange } from '../linked-exchange.js';
import { keepsUser } from './keeps-user.js';

/**
 * A login without a password: whoever comes without a session, and with what a login gave to be
 * kept, is given a session for it, and a page that offers to log out. The login itself may have
 * left that cookie alone.
 */
export function rememberedBy(
  { exchange, context: { ref }, carried, changed }: LinkedExchange,
  credentials: CredentialReader,
): Effect[] {
  const { method, type, response } = exchange;
  if (method !== 'GET' || type !== 'document' || response?.body?.wayOut !== true) return [];
  const brought = [...carried.keys()].flatMap((id) => credentials.byId(id) ?? []);
  const isIn = ({ site }: Credential) => brought.some((one) => one.site === site && isKeptFor(one));
  return changed
    .flatMap((id) => (carried.has(id) ? [] : (credentials.byId(id) ?? [])))
    .filter((one) => mayBeSession(one) && one.cookie?.setBy?.id === ref.id && isIn(one))
    .map(({ id }) => ({ kind: 'behaved', id, behaviour: { issuedAtLogin: ref } }));
}

/** A login gave it, for longer than the browser is open. */
function isKeptFor(one: Credential): boolean {
  const isKept = one.kind === 'cookie' && one.attributes?.persistent === true;
  return isKept && one.behaviour.issuedAtLogin !== undefined && keepsUser(one);
}

function mayBeSession({ kind, name, value, attributes, behaviour, cookie }: Credential): boolean {
  if (kind !== 'cookie' || behaviour.issuedAtLogin || cookie?.clearedAt !== undefined) return false;
  const isHidden = attributes?.httpOnly === true || hintOf(name)?.role === 'session';
  return isHidden && attributes?.persistent !== true && looksRandom(value);
}
