import { hasLived } from '../../credentials/lived-attributes.js';
import type { Credential, Millis } from '../../model.js';
import { text } from '../../text.js';
import { formatFacts } from '../../values/formats.js';
import { tellHost, tellName, tellRequest } from '../../values/telling/redact.js';
import { SECOND } from '../../time-units.js';
import { span } from '../../values/telling/span.js';
import type { CredentialRule } from '../rule.js';

export const sessionIdleUnbounded: CredentialRule = {
  id: 'session-idle-unbounded',
  subject: 'credential',
  applies: { roles: ['session'] },
  severity: 'low',
  title: 'The session does not end while nobody uses it',
  why:
    'The session was still accepted after a long time without a request. Whoever finds the ' +
    'browser, or a copy of the id, long after the user has gone, goes on as the user.',
  fix:
    'Let the server end a session that was not used for a while, and begin that time anew with ' +
    'every request:\n\n' +
    '    ; PHP: php.ini\n    session.gc_maxlifetime = 1800\n' +
    '    # Spring Boot: application.properties\n    server.servlet.session.timeout=30m\n' +
    '    // Express: the store forgets it, and so does the browser\n' +
    '    app.use(session({ rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }));\n\n' +
    'How long is right depends on what is behind the login: minutes for a bank, days for a forum.',
  breaks:
    'Users who were away log in again, and lose what they had not saved: keep drafts elsewhere. ' +
    'A page that asks the server by itself every minute is never idle; do not count ' +
    'such requests.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.3.1', 'OWASP WSTG-SESS-07', 'NIST SP 800-63B-4 §5.2'],
  needsTrial: true,
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    const limit = known.threshold('sessionIdle') * SECOND;
    const { idle } = credential.behaviour;
    if (!idle || idle.away <= limit) return endsBy(credential) <= limit ? [] : 'unknown';
    const values = {
      name: tellName(credential.name),
      host: tellHost(credential.host),
      span: span(idle.away),
      request: tellRequest(idle.exchange),
    };
    const said = text(
      'evidence_session_idle',
      '{name} of {host} was not sent for {span}; then {request} carried it and was accepted.',
      values,
    );
    return [{ text: said, exchange: idle.exchange }];
  },
};

/**
 * How long it lives at the most without being set anew: by its date, or by what is written in it.
 */
function endsBy({ format, cookie, expiresAt, issuedAt, firstSeen }: Credential): Millis {
  const isWritten = formatFacts(format).selfContained;
  const from = cookie?.setAt ?? (isWritten ? issuedAt : undefined) ?? firstSeen;
  return expiresAt === undefined ? Infinity : expiresAt - from;
}
