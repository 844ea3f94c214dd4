import type { Credential, ExchangeRef } from '../model.js';
import { type Text, text } from '../text.js';
import { tellPath, tellWord } from '../values/telling/redact.js';

/**
 * That a login gave it: its own answer, or one to which it led. Answers that nobody saw, and those
 * that were forgotten, may have been either.
 */
export function givenAtLogin(credential: Credential, login: ExchangeRef): Text {
  const values = { method: tellWord(login.method), path: tellPath(login.url) };
  return isGivenBy(credential, login)
    ? text('evidence_set_by_login', 'set by the response to the login {method} {path}', values)
    : text('evidence_came_with_login', 'came with the login {method} {path}', values);
}

function isGivenBy({ cookie, life, sightings }: Credential, { id }: ExchangeRef): boolean {
  const received = sightings.filter(({ direction }) => direction === 'received');
  return (
    cookie?.setBy?.id === id ||
    life.some(({ exchange }) => exchange?.id === id) ||
    received.some((one) => one.firstExchange?.id === id || one.lastExchange?.id === id)
  );
}
