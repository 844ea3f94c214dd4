import type { Exchange, ExchangeRef } from '../model.js';
import type { CredentialStore } from './credential-store.js';

/**
 * Notes which of the cookies that travelled with an exchange hold the password of its request:
 * found where both were at hand, of which the names are left.
 */
export function notePasswords(
  store: CredentialStore,
  { passwordCookies = [] }: Pick<Exchange, 'passwordCookies'>,
  travelled: readonly string[],
  exchange: ExchangeRef,
): void {
  if (passwordCookies.length === 0) return;
  for (const { id, kind, name, behaviour } of travelled.flatMap((one) => store.byId(one) ?? [])) {
    const found = kind === 'cookie' && passwordCookies.find((one) => one.name === name);
    if (found && !behaviour.holdsPassword)
      store.behaved(id, { holdsPassword: { held: found.held, exchange } });
  }
}
