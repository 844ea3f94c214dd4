import type { Known } from '../../known.js';
import type { CookieRejection, Credential, Severity } from '../../model.js';
import { registrableDomain } from '../../normalize/addresses/site.js';
import { text } from '../../text.js';
import { SECOND } from '../../time-units.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { cookieNamed } from './lived-cookie.js';
import { neededByLogin, rejectedFor, severityOfLoss } from './rejected-cookie.js';

/** Reasons that lie in the line or in how it came, and that no other rule names. */
const OWN: readonly CookieRejection[] = ['syntax', 'secure-over-http', 'partitioned-insecure'];
/** Reasons that depend on who asks: usual for all that is embedded, and no loss but for a login. */
const BY_CONTEXT: readonly CookieRejection[] = ['cross-site', 'third-party'];
/** A jar that is read so shortly after an answer may not have its cookies yet. */
const RACE = 5 * SECOND;

export const cookieRejectedByBrowser: CredentialRule = {
  id: 'cookie-rejected-by-browser',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: severityOf,
  grading:
    'Medium for a cookie that a login needs; low for any other, and where the browser kept an ' +
    'older one or was only seen not to have it.',
  title: 'The browser does not keep a cookie that the server sets',
  why:
    'Browsers drop such a line without telling the server or the page: the server believes that ' +
    'the user has a cookie that does not exist. Where it is the one of a login, the login seems ' +
    'to work, and the next page asks for it again.',
  fix:
    'Remove the reason that is named below. A Secure cookie has to be set over https; one for ' +
    'other sites needs SameSite=None, Secure and, where browsers block third-party cookies, ' +
    'Partitioned:\n\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=None; Partitioned; Path=/\n\n' +
    'Keep control characters out of names and values: encode what comes from users.',
  breaks:
    'The cookie is kept now, where it never was: check that nothing relied on its absence. ' +
    'SameSite=None lets other sites cause requests with it, so those need a CSRF token.',
  references: ['OWASP ASVS 5.0 V3.3.1', 'OWASP ASVS 5.0 V3.3.2', 'RFC 6265bis §5.7'],
  check(credential, known) {
    const refused = OWN.flatMap((reason) => rejectedFor(reason, credential, known));
    if (refused.length > 0) return refused;
    const { cookie } = credential;
    const reason = cookie?.rejected?.reason;
    if (reason !== undefined) {
      const isLoss = BY_CONTEXT.includes(reason) && neededByLogin(credential);
      if (isLoss) return rejectedFor(reason, credential, known);
      return reason === 'overwrite-secure' && neededByLogin(credential)
        ? rejectedFor(reason, credential, known)
        : 'does-not-apply';
    }
    if (!cookie?.setBy || cookie.expiredOnArrival) return 'does-not-apply';
    return neededByLogin(credential) && isMissing(credential, known)
      ? [missingEvidence(credential)]
      : [];
  },
};

function severityOf(credential: Credential): Severity {
  const { cookie } = credential;
  const reason = cookie?.rejected?.reason;
  return reason === undefined || reason === 'overwrite-secure' ? 'low' : severityOfLoss(credential);
}

/**
 * A line should have been stored, and what was read of the jar later has its neighbours without it.
 */
function isMissing(credential: Credential, known: Known): boolean {
  const { host, sightings, cookie, attributes } = credential;
  const setAt = cookie?.setAt;
  if (setAt === undefined || attributes?.partitioned || !known.isLive(credential)) return false;
  const wasThere = sightings.some(
    ({ carrier, direction, lastAt }) =>
      carrier === 'cookie' && direction !== 'received' && lastAt > setAt,
  );
  if (wasThere) return false;
  return known.jarReadAt(registrableDomain(host)) > setAt + RACE;
}

function missingEvidence(credential: Credential): Evidence {
  const said = text(
    'evidence_cookie_not_in_jar',
    'The cookie {name} of {host} was set and never sent, and the browser’s cookie store did not ' +
      'have it afterwards.',
    cookieNamed(credential),
  );
  return { text: said, exchange: credential.cookie?.setBy };
}
