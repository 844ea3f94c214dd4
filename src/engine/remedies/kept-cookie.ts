import type { Known } from '../known.js';
import type { Credential } from '../model.js';
import type { CookieDraft } from '../rules/cookie-draft.js';
import { makeFinding } from '../rules/make-finding.js';
import type { CredentialRule } from '../rules/rule.js';
import { SUBJECTS } from '../rules/subjects.js';
import { reaches } from '../severity.js';
import { SECOND } from '../time-units.js';

/**
 * A cookie as it would be if its browser had been sent this line, and kept it. Of one that it did
 * not keep nobody has complained yet but for that: what else is wrong with its line shows only
 * then.
 */
export function keptWith(draft: CookieDraft, credential: Credential): Credential {
  const { domain, secure, httpOnly, sameSite, path, partitioned } = draft;
  const { rejected: _refused, expiredOnArrival: _ended, ...cookie } = credential.cookie ?? {};
  const at = endOf(draft, credential);
  return {
    ...credential,
    name: draft.name,
    expires: at === undefined ? 'session' : 'at',
    expiresAt: at,
    attributes: {
      secure,
      httpOnly,
      sameSite,
      path,
      partitioned,
      domain: domain ?? credential.host,
      hostOnly: domain === undefined,
      persistent: at !== undefined,
    },
    cookie: { ...cookie, written: [], diagnoses: [], askedExpiresAt: at },
  };
}

/** Whether a rule would have something to say of it that counts. */
export function complains(rule: CredentialRule, kept: Credential, known: Known): boolean {
  if (known.settings.disabledRules.includes(rule.id)) return false;
  if (rule.applies && !SUBJECTS.credential.fits(kept, rule.applies)) return false;
  const found = rule.check(kept, known);
  if (typeof found === 'string' || found.length === 0) return false;
  const { severity, suppressed } = makeFinding(rule, kept, found, known);
  return suppressed === undefined && reaches(severity, 'low');
}

function endOf({ maxAge, expires }: CookieDraft, { cookie, firstSeen }: Credential) {
  return maxAge === undefined ? expires : (cookie?.setAt ?? firstSeen) + maxAge * SECOND;
}
