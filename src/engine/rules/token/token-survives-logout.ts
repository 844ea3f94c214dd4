import type { Known } from '../../known.js';
import type { Credential, Severity } from '../../model.js';
import { text } from '../../text.js';
import { tellRequest } from '../../values/telling/redact.js';
import { HOUR } from '../../time-units.js';
import type { Check, CredentialRule } from '../rule.js';

export const tokenSurvivesLogout: CredentialRule = {
  id: 'token-survives-logout',
  subject: 'credential',
  applies: { roles: ['access-token', 'refresh-token'] },
  severity: byAnswer,
  grading:
    'High; medium for an access token that lives no longer than an hour; low where nothing shows ' +
    'that the address that answered needs a login, or where only its name says that ' +
    'it is a token.',
  title: 'A token still works after the logout',
  why:
    'The logout did not end the token: whoever has a copy of it still acts as the user, until it ' +
    'expires. Of a refresh token that means new access tokens for as long as it lives.',
  fix:
    'At the logout revoke the refresh token, and with it the access tokens of the same ' +
    'login (RFC 7009):\n\n' +
    '    POST /revoke\n    Content-Type: application/x-www-form-urlencoded\n\n' +
    '    token=<refresh token>&token_type_hint=refresh_token\n\n' +
    'Let access tokens live for minutes, and keep a list of ended ones (by jti or sid) for that ' +
    'long where this is too long. In the client, throw the token away before ' +
    'anything else is sent.',
  breaks:
    'Whoever checks tokens by their signature alone does not notice that one was revoked: they ' +
    'need the list, or introspection. Other devices of the same login are logged out too, if the ' +
    'server ends the whole grant.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.4.1', 'RFC 7009 §2', 'OWASP WSTG-SESS-06'],
  strength: 'Tokens are refused after the logout.',
  needsTrial: true,
  check,
};

function check({ kind, site, behaviour }: Credential, { moments }: Known): Check {
  const { accepted, answered, refused, proved } = behaviour.afterLogout ?? {};
  const loggedOut = moments.some((moment) => moment.type === 'logout' && moment.site === site);
  if (!loggedOut && !behaviour.afterLogout) return 'does-not-apply';
  if (accepted && proved) {
    const said = text(
      'evidence_token_survives_proved',
      'Proved: put back after the logout, it got the answer of its user from {request}; without ' +
        'it the answer is another one.',
      { request: tellRequest(accepted) },
    );
    return [{ text: said, exchange: accepted }];
  }
  if (accepted) {
    const said = text(
      'evidence_token_survives_logout',
      'After the logout it went with {request} and was accepted, as only what logs in is.',
      { request: tellRequest(accepted) },
    );
    return [{ text: said, exchange: accepted }];
  }
  if (refused) return [];
  // The browser sends a cookie to public pages as well.
  if (!answered || kind === 'cookie') return 'unknown';
  const said = text(
    'evidence_token_sent_after_logout',
    'After the logout it went with {request}, which succeeded. See whether that succeeds ' +
      'without it too.',
    { request: tellRequest(answered) },
  );
  return [{ text: said, exchange: answered }];
}

function byAnswer(credential: Credential): Severity {
  const { role, behaviour, expiresAt, issuedAt, firstSeen } = credential;
  if (!behaviour.afterLogout?.accepted) return 'low';
  const short = expiresAt !== undefined && expiresAt - (issuedAt ?? firstSeen) <= HOUR;
  return role === 'access-token' && short ? 'medium' : 'high';
}
