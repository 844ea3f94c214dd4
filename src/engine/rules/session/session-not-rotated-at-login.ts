import { prefixOf } from '../../cookies/cookie-prefix.js';
import { hasLived } from '../../credentials/lived-attributes.js';
import type { Credential, ExchangeRef, Severity } from '../../model.js';
import { text } from '../../text.js';
import { tellHost, tellName, tellRequest } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { atLogin, loginsWith } from './at-login.js';
import { givesAgain } from './new-values.js';

export const sessionNotRotatedAtLogin: CredentialRule = {
  id: 'session-not-rotated-at-login',
  subject: 'credential',
  applies: { roles: ['session'] },
  severity: byReach,
  grading:
    'High; medium for a __Host- cookie, which is hard to plant; low where only its name says ' +
    'that it is a session.',
  title: 'The session id stays the same at login',
  why:
    'Whoever knows or plants the id before the login is logged in as the user after it (session ' +
    'fixation): by a link, a neighbouring subdomain, plain http on the way, or a device ' +
    'that both use.',
  fix:
    'Give the session a new id at the moment of login, and again when rights change, and forget ' +
    'the old one:\n\n' +
    '    // Express\n' +
    '    req.session.regenerate((error) => { req.session.userId = user.id; next(error); });\n' +
    '    // PHP\n    session_regenerate_id(true);\n' +
    '    // Java Servlet\n    request.changeSessionId();\n' +
    '    # Rails\n    reset_session; session[:user_id] = user.id\n' +
    '    # Django, which does it by itself\n    login(request, user)',
  breaks:
    'What the session holds from before the login, such as a cart, has to be carried over; most ' +
    'frameworks do that. Requests that are under way with the old id at that moment fail: try a ' +
    'login with several tabs open.',
  references: ['CWE-384', 'OWASP ASVS 5.0 V7.2.4', 'OWASP WSTG-SESS-03', 'RFC 6265bis §8.4'],
  strength: 'The login gives the session a new id.',
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    const found = loginsWith(credential, known).map((login) => ({
      login,
      became: atLogin(credential, login, known),
    }));
    if (found.length === 0) return 'does-not-apply';
    const kept = found.filter(({ became }) => became === 'kept');
    // Every login is the same: the last one tells it.
    if (kept.length > 0)
      return kept.slice(-1).map(({ login }) => evidenceOf(credential, login.exchange));
    const isOpen = found.some(
      ({ login, became }) => became === 'unknown' || givesAgain(credential, login, known),
    );
    return isOpen ? 'unknown' : [];
  },
};

function evidenceOf({ name, host }: Credential, login: ExchangeRef): Evidence {
  const values = { name: tellName(name), host: tellHost(host), login: tellRequest(login) };
  const said = text(
    'evidence_session_not_rotated',
    '{name} of {host} went with the login {login}, and the same value was in use after it.',
    values,
  );
  return { text: said, exchange: login };
}

/**
 * Only the host itself can set a cookie with that prefix: nobody plants one from a neighbour or on
 * the way (RFC 6265bis §4.1.3.2).
 */
function byReach(credential: Credential): Severity {
  return prefixOf(credential.name)?.host ? 'medium' : 'high';
}
