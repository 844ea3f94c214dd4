import type { Known } from '../../known.js';
import type { Credential, LateUse, Severity } from '../../model.js';
import { text } from '../../text.js';
import { LOGIN_ROLES, logsIn } from '../../role-table.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { span } from '../../values/telling/span.js';
import { claimTime } from '../../values/tokens/claim-time.js';
import { tellHost } from '../../values/telling/redact.js';

export const jwtExpiredInUse: CredentialRule = {
  id: 'jwt-expired-in-use',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: byAnswer,
  grading:
    'High where a request with the expired token in a header, URL or body succeeded; low where ' +
    'it was refused, where the answer is unknown or gave a new token for it, and for cookies, ' +
    'which the browser sends with every request.',
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
  check(credential, known) {
    const sent = credential.sightings.some(({ direction }) => direction === 'sent');
    if (claimTime(credential.jwt?.claims, 'exp') === undefined || !sent) return 'does-not-apply';
    return usesOf(credential, known).map(evidenceOf);
  },
};

/**
 * What an application hands in beside a refresh token, to say for whom the next one is, is looked
 * at and not accepted.
 */
function usesOf({ id, lateUses = [] }: Credential, known: Known): LateUse[] {
  return lateUses.filter((use) => {
    const beside = renewalOf(use, known)?.carried ?? [];
    return !beside.some((one) => one !== id && known.byId(one)?.role === 'refresh-token');
  });
}

/** The request that sent it in its body, and whose answer gave what logs in. */
function renewalOf({ carrier, exchange }: LateUse, known: Known): LoggedExchange | undefined {
  if (carrier !== 'body' || !exchange) return undefined;
  const isGift = (one: string) => {
    const given = known.byId(one);
    return given !== undefined && logsIn(given);
  };
  return known.exchanges.find(({ ref, set }) => ref.id === exchange.id && set.some(isGift));
}

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

/** To take it for a new one alone is a matter of how long the server allows that. */
function byAnswer(credential: Credential, known: Known): Severity {
  const taken = usesOf(credential, known).some(
    (use) =>
      use.carrier !== 'cookie' &&
      succeeded(use.exchange?.status ?? 0) &&
      renewalOf(use, known) === undefined,
  );
  return taken ? 'high' : 'low';
}

/** A redirect is no success: it usually leads to the login page. */
function succeeded(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
}
