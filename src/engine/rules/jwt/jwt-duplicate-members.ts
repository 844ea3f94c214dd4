import type { Credential } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { duplicateMembers } from '../../values/json-members.js';
import { decodeJws } from '../../values/tokens/jws.js';
import { tellList, tellName } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { compactOf } from './jwt-parts.js';
import { regex } from '../../regex.js';

/** Who reads another value of these lets in somebody else, or something else. */
const DECISIVE = regex('i')`
  ^(?:alg|kid|jku|jwk|x5u|typ|crit|iss|sub|aud|exp|nbf|azp|client_id|scopes?|scp|roles?|groups?
  |permissions|admin|user_?(?:id|name)|email|tenant.*)$`;
const SHOWN = 5;

export const jwtDuplicateMembers: CredentialRule = {
  id: 'jwt-duplicate-members',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES, formats: ['jwt'] },
  severity: (credential) =>
    namesOf(credential).some((name) => DECISIVE.test(name)) ? 'medium' : 'low',
  grading:
    'Medium where a member stands twice that decides who is let in, or where to; low for others.',
  title: 'A JWT says something twice',
  why:
    'Of two members of one name some parsers take the first and some the last. The one that ' +
    'checks a token and the one that uses it may then see different users or rights, and whoever ' +
    'gets a second member into a token chooses which.',
  fix:
    'Build the claims as one object and serialise that, instead of putting JSON ' +
    'together as text:\n\n' +
    '    const claims = { ...custom, sub: user.id, aud: audience };\n' +
    '    new SignJWT(claims)\n\n' +
    'What users choose must not become a name of a claim. Let the parser refuse ' +
    'duplicates where it can.',
  breaks:
    'Readers that went by the value that is dropped. Compare both values in tokens that are in ' +
    'use before one is taken out.',
  references: ['CWE-436', 'OWASP ASVS 5.0 V9.1.1', 'RFC 7519 §4', 'RFC 7515 §4'],
  check(credential) {
    if (!credential.jwt) return 'does-not-apply';
    const names = namesOf(credential);
    if (names.length === 0) return [];
    const said = text(
      'evidence_jwt_duplicate_members',
      'In the JWT in {name} these members stand more than once: {members}.',
      {
        name: tellName(credential.name),
        members: tellList(
          names.map((one) => tellName(one, 40)),
          SHOWN,
        ),
      },
    );
    return [{ text: said }];
  },
};

function namesOf(credential: Credential): string[] {
  const jws = decodeJws(compactOf(credential));
  if (!jws) return [];
  const inClaims = jws.claims === undefined ? [] : duplicateMembers(jws.payloadText ?? '');
  return [...new Set([...duplicateMembers(jws.headerText), ...inClaims])];
}
