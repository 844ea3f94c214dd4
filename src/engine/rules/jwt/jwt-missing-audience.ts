import type { Known } from '../../known.js';
import type { Credential, Severity, Sighting } from '../../model.js';
import { text } from '../../text.js';
import { tellHost, tellList, tellName } from '../../values/telling/redact.js';
import { audiencesOf } from '../../values/tokens/audiences.js';
import type { CredentialRule } from '../rule.js';
import { byHost, sentAbroad } from './jwt-parts.js';
import { claimsProfile } from './jwt-profile.js';

export const jwtMissingAudience: CredentialRule = {
  id: 'jwt-missing-audience',
  subject: 'credential',
  applies: { roles: ['access-token'], formats: ['jwt'] },
  severity: bySites,
  grading:
    'Medium where the token went to APIs of several sites; low where it went to several hosts of ' +
    'one site, or claims RFC 9068, which requires aud; info where another claim names the client ' +
    'it was issued to, as Amazon Cognito has it.',
  title: 'An access token for several APIs names no audience',
  why:
    'Without aud each API that trusts the issuer takes the token, also one that it was never ' +
    'meant for. An API that is broken into, or that somebody else runs, can use the tokens it ' +
    'gets to act as its users everywhere else.',
  fix:
    'Issue a token for each API, name it in aud, and let each API insist on its own name:\n\n' +
    "    const audience = 'https://api.example.com';\n" +
    '    new SignJWT(claims).setAudience(audience)\n' +
    "    await jwtVerify(token, key, { algorithms: ['ES256'], issuer, audience });\n\n" +
    'With OAuth the client asks for it by the parameter resource (RFC 8707).',
  breaks:
    'An API that insists on aud refuses the tokens issued before. Add aud first, wait until the ' +
    'last token without it has ended, and only then check it.',
  references: [
    'CWE-863',
    'OWASP ASVS 5.0 V9.2.3',
    'OWASP ASVS 5.0 V9.2.4',
    'OWASP ASVS 5.0 V10.3.1',
    'RFC 8725 §3.9',
    'RFC 9068 §2.2',
    'RFC 8707 §2',
  ],
  // Where that is mild, it was sent there on purpose.
  yieldsTo: ['token-sent-cross-site'],
  yieldsUnlessMilder: true,
  check(credential) {
    const { jwt, name } = credential;
    const uses = byHost(sentAbroad(credential));
    if (!jwt || uses.length === 0) return 'does-not-apply';
    if (audiencesOf(jwt).length > 0) return [];
    if (uses.length < 2 && !claimsProfile(jwt)) return [];
    const hosts = tellList(
      uses.map(({ origin }) => tellHost(origin)),
      3,
    );
    const said = text(
      'evidence_jwt_no_audience',
      'The JWT in {name} has no aud claim, and was sent to {hosts}.',
      { name: tellName(name), hosts },
    );
    return [{ text: said, exchange: uses.at(-1)?.lastExchange }];
  },
};

function bySites(credential: Credential, _known: Known): Severity {
  const { claims = {} } = credential.jwt ?? {};
  if (claims['token_use'] === 'access' && typeof claims['client_id'] === 'string') return 'info';
  const sites = new Set(sentAbroad(credential).map(({ site }: Sighting) => site));
  return sites.size > 1 ? 'medium' : 'low';
}
