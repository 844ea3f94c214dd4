import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { CookieRejection, Credential, ExchangeRef, Severity } from '../../model.js';
import { logsIn } from '../../role-table.js';
import { text } from '../../text.js';
import { tellRequest } from '../../values/telling/redact.js';
import type { Evidence } from '../rule.js';
import { cookieNamed } from './lived-cookie.js';

/**
 * The browser's refusal as evidence, where it refused the cookie, or a line of it, for this reason.
 */
export function rejectedFor(
  reason: CookieRejection,
  credential: Credential,
  known: Known,
): Evidence[] {
  const { cookie, life } = credential;
  if (cookie?.rejected?.reason === reason)
    return [
      { text: cookie.rejected.text, exchange: cookie.setBy },
      ...lostLogin(credential, cookie.setBy, known),
    ];
  const other = life.findLast((event) => event.type === 'rejected' && event.reason === reason);
  if (!other) return [];
  const said = text(
    'evidence_cookie_line_refused',
    'The browser refused a line of {name} of {host}, and kept what it had.',
    cookieNamed(credential),
  );
  return [{ text: said, exchange: other.exchange }];
}

/**
 * The answer to a login gave it and nothing else that stands for the user: nobody is logged in
 * after it.
 */
function lostLogin(
  credential: Credential,
  setBy: ExchangeRef | undefined,
  known: Known,
): Evidence[] {
  const login = known.moments.find(
    ({ type, exchange }) => type === 'login' && exchange.id === setBy?.id,
  );
  if (!login || !logsIn(credential)) return [];
  const gaveAnother = known
    .ofSite(credential.site)
    .some(
      (one) =>
        one.id !== credential.id &&
        logsIn(one) &&
        hasLived(one) &&
        one.behaviour.issuedAtLogin?.id === login.exchange.id,
    );
  if (gaveAnother) return [];
  const said = text(
    'evidence_cookie_login_lost',
    'The login {request} gave it, and nothing else that stands for the user: that login ' +
      'does not hold.',
    { request: tellRequest(login.exchange) },
  );
  return [{ text: said, exchange: login.exchange }];
}

/** A cookie without which a login does not work is missed more than others. */
export function severityOfLoss(credential: Credential): Severity {
  return neededByLogin(credential) ? 'medium' : 'low';
}

/** It stands for the user, or a login or a form of the user's asks for it. */
export function neededByLogin({ role }: Pick<Credential, 'role'>): boolean {
  return logsIn({ role }) || role === 'csrf' || role === 'oauth-state';
}
