import type { Credential, Severity } from '../../model.js';
import { text } from '../../text.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { needsNoEnd } from './jwt-parts.js';
import type { CredentialRule } from '../rule.js';
import { claimTime } from '../../values/tokens/claim-time.js';
import { regex } from '../../regex.js';
import { tellName } from '../../values/telling/redact.js';

export const jwtMissingExp: CredentialRule = {
  id: 'jwt-missing-exp',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: byRole,
  grading:
    'High for access tokens and sessions; medium for refresh, ID and remember-me tokens; low ' +
    'where little but a name says what it is.',
  title: 'A JWT never expires',
  why:
    'Without exp, or with an exp that is not a time, the token is good until the signing key ' +
    'changes. Verifiers usually keep no list of what was issued, so a copy from a log, a backup ' +
    'or a stolen device works for ever, and logging out changes nothing.',
  fix:
    'Give every token an end, in seconds since 1970, and check it:\n\n' +
    '    new SignJWT(claims).setIssuedAt().setExpirationTime(lifetime)\n' +
    "    await jwtVerify(token, key, { algorithms: ['ES256'], requiredClaims: ['exp'] });\n\n" +
    'What fits depends on its role: 5 to 15 minutes for an access token that is renewed, minutes ' +
    'for an ID token, hours for a JWT that is itself the session, weeks for a refresh token ' +
    'that is rotated.',
  breaks:
    'Clients that never renewed their token get 401 when it ends. Give them a refresh token or a ' +
    'silent renewal first, and change the signing key once the old tokens are no longer needed, ' +
    'for those stay valid.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.3.2', 'RFC 7519 §4.1.4'],
  strength: 'Every JWT that logs the user in ends at a time of its own (exp).',
  check(credential) {
    const { jwt, name } = credential;
    if (!jwt || needsNoEnd(jwt)) return 'does-not-apply';
    if (claimTime(jwt.claims, 'exp') !== undefined) return [];
    const isOpen = namesItsEnd(jwt.claims) || namesSession(credential);
    if (jwt.claims['exp'] === undefined && isOpen) return 'unknown';
    const said =
      jwt.claims['exp'] === undefined
        ? text('evidence_jwt_exp_absent', 'The JWT in {name} has no exp claim.', {
            name: tellName(name),
          })
        : text('evidence_jwt_exp_no_time', 'The exp claim of the JWT in {name} is not a time.', {
            name: tellName(name),
          });
    return [{ text: said }];
  },
};

/** What servers call an end that they check themselves, where no library does it for them. */
const OWN_END = regex('i')`
  ^(?:(?:token|session|access|jwt)[-_]?)?exp(?:ir[a-z]*|ires)?
  (?:[-_]?(?:at|on|by|date|time|utc|ts))*$
  |^(?:valid|good)[-_]?(?:until|till|to|through)$
  |^not[-_]?(?:on[-_]?or[-_]?)?after$|^valid[-_]?to$`;
/** A date in words (RFC 3339, RFC 9110 §5.6.7), or a number of seconds. */
const TIME = /^\d{4}-\d\d-\d\d|^\w{3}, \d\d|^\d{9,19}(?:\.\d+)?$/;

/** A claim of its own says when it ends: whether the server heeds it, no browser knows. */
function namesItsEnd(claims: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(claims).some(
    ([name, value]) => name !== 'exp' && OWN_END.test(name) && TIME.test(String(value)),
  );
}

const SESSION_ID = /^(?:sid|session[-_]?id)$/i;
const LEAST_ID = 16;

/** A cookie around the id of a session, which its server ends itself, if it does. */
function namesSession({ kind, jwt }: Credential): boolean {
  const isId = ([name, value]: [string, unknown]) =>
    SESSION_ID.test(name) && typeof value === 'string' && value.length >= LEAST_ID;
  return kind === 'cookie' && Object.entries(jwt?.claims ?? {}).some(isId);
}

function byRole(credential: Credential): Severity {
  const worksAlone = credential.role === 'access-token' || credential.role === 'session';
  return worksAlone ? 'high' : 'medium';
}
