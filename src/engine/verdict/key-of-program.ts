import type { Credential } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { isPasswordInHeader } from '../roles/password-header.js';

type Login = Pick<Moment, 'type' | 'at' | 'exchange'>;

/**
 * True for a key that a site was sent before somebody logged in there, or with the login itself: it
 * stands for the program, and what stands for the user since then is another. A key that a person
 * gave by hand is first sent with what nobody fills in, a request without a body.
 */
export function isKeyOfProgram(one: Credential, moments: readonly Login[]): boolean {
  if (one.role !== 'api-key' || one.behaviour.issuedAtLogin || isPasswordInHeader(one))
    return false;
  const first = one.sightings.find(({ direction }) => direction === 'sent')?.firstExchange?.id;
  return moments.some(
    ({ type, at, exchange }) =>
      type === 'login' && (exchange.id === first ? exchange.method !== 'GET' : one.firstSeen < at),
  );
}
