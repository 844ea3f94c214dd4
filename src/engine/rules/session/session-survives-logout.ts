import { hasLived } from '../../credentials/lived-attributes.js';
import { text } from '../../text.js';
import { tellHost, tellName, tellRequest } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';

export const sessionSurvivesLogout: CredentialRule = {
  id: 'session-survives-logout',
  subject: 'credential',
  applies: { roles: ['session'] },
  severity: 'high',
  title: 'The session still works after the logout',
  why:
    'The logout did not end the session at the server: whoever has a copy of the id stays logged ' +
    'in, and the user cannot do anything about it. Deleting the cookie in one browser does not ' +
    'delete the copies.',
  fix:
    'End the session at the server first, then delete the cookie:\n\n' +
    '    // Express\n' +
    "    req.session.destroy(() => { res.clearCookie('<name>'); res.redirect('/'); });\n" +
    "    // PHP\n    session_unset(); session_destroy(); setcookie(session_name(), '', 1, '/');\n" +
    '    // Java Servlet\n    request.getSession().invalidate();\n' +
    '    # Django\n    logout(request)\n\n' +
    'A session that is a signed or encrypted cookie has nothing to end: keep a list of ended ' +
    'ones until they expire, or a number of the login with the user, and refuse older ones.',
  breaks:
    'Other tabs and devices that share the session are logged out as well, which is what users ' +
    'expect of the same browser. See that pages without a login do not need anything out of ' +
    'the old session.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.4.1', 'OWASP WSTG-SESS-06'],
  strength: 'The session that was logged out with is refused afterwards.',
  needsTrial: true,
  check(credential, { moments }) {
    const loggedOut = moments.some(
      ({ type, site }) => type === 'logout' && site === credential.site,
    );
    if (!loggedOut || !hasLived(credential)) return 'does-not-apply';
    const { accepted, refused, proved } = credential.behaviour.afterLogout ?? {};
    if (!accepted) return refused ? [] : 'unknown';
    const values = {
      name: tellName(credential.name),
      host: tellHost(credential.host),
      request: tellRequest(accepted),
    };
    if (proved) {
      const told = text(
        'evidence_session_survives_proved',
        'Proved: put back after the logout, {name} of {host} got the answer of its user from ' +
          '{request}; without it the answer is another one.',
        values,
      );
      return [{ text: told, exchange: accepted }];
    }
    const said = text(
      'evidence_session_survives_logout',
      'After the logout {name} of {host} went with {request} and was accepted, where others are ' +
        'sent to log in.',
      values,
    );
    return [{ text: said, exchange: accepted }];
  },
};
