import type { CookieRejection, Credential, Severity } from '../../model.js';
import { logsIn } from '../../role-table.js';
import type { Evidence } from '../rule.js';

/** The browser's refusal as evidence, where it refused the cookie for this reason. */
export function rejectedFor(reason: CookieRejection, { cookie }: Credential): Evidence[] {
  if (cookie?.rejected?.reason !== reason) return [];
  return [{ text: cookie.rejected.text, exchange: cookie.setBy }];
}

/** A cookie without which a login does not work is missed more than others. */
export function severityOfLoss(credential: Credential): Severity {
  const { role } = credential;
  return logsIn(credential) || role === 'csrf' || role === 'oauth-state' ? 'medium' : 'low';
}
