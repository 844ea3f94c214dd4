import type { Credential, LateUse, Severity } from '../../model.js';
import { text } from '../../text.js';
import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { span } from '../../values/span.js';
import { claimTime } from '../../values/claim-time.js';
import { tellHost } from '../../values/redact.js';

export const jwtExpiredInUse: CredentialRule = {
  id: 'jwt-expired-in-use',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: byAnswer,
  grading:
    'High where a request with the expired token in a header, URL or body succeeded; low where ' +
    'it was refused, where the answer is unknown, and for cookies, which the browser sends with ' +
    'every request.',
  title: 'A JWT is used after it has expired',
  why:
    'The token was sent after the moment in its exp claim. If the request succeeded, the server ' +
    'probably does not check exp, and a stolen token never stops working. If it was refused, the ' +
    'client wastes a round trip and may show an error where a renewal was due.',
  fix:
    'On the server, verify exp with a leeway of at most a minute or two:\n\n' +
    "    await jwtVerify(token, key, { algorithms: ['ES256'], " +
    "clockTolerance: 60, requiredClaims: ['exp'] });\n\n" +
    'In the client, renew shortly before exp, and once more after a 401. Then check that the ' +
    'request of the evidence really needs a login: a public page succeeds with any token.',
  breaks:
    'Clients that have lived on expired tokens are logged out. Devices with wrong clocks ' +
    'renew too late, so let the answer 401 lead to a renewal as well.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V9.2.1', 'RFC 7519 §4.1.4', 'RFC 6750 §3.1'],
  check(credential) {
    const sent = credential.sightings.some(({ direction }) => direction === 'sent');
    if (claimTime(credential.jwt?.claims, 'exp') === undefined || !sent) return 'does-not-apply';
    return (credential.lateUses ?? []).map(evidenceOf);
  },
};

function evidenceOf({ origin, at, expiredAt, exchange }: LateUse): Evidence {
  const values = { origin: tellHost(origin), span: span(at - expiredAt) };
  const status = exchange?.status;
  const said =
    status === undefined
      ? text(
          'evidence_jwt_sent_late',
          'It was sent to {origin} {span} after it had expired.',
          values,
        )
      : text(
          'evidence_jwt_sent_late_answered',
          'It was sent to {origin} {span} after it had expired, and the answer was {status}.',
          { ...values, status },
        );
  return { text: said, exchange };
}

function byAnswer({ lateUses = [] }: Credential): Severity {
  const taken = lateUses.some(
    ({ carrier, exchange }) => carrier !== 'cookie' && succeeded(exchange?.status ?? 0),
  );
  return taken ? 'high' : 'low';
}

/** A redirect is no success: it usually leads to the login page. */
function succeeded(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}
