import type { DecodedJwt } from '../../model.js';
import { regex } from '../../regex.js';

/**
 * What the registered claims (RFC 7519 §4.1) say of the token itself: who made it, for whom, until
 * when.
 */
const OF_THE_TOKEN: ReadonlySet<string> = new Set(['iss', 'aud', 'exp', 'nbf', 'iat']);

/**
 * Words of claims that say whose a token is, or what that somebody may do; `appId` and `origin`
 * have none.
 */
const OF_SOMEBODY = regex()`
  ^(?:sub|subject|sid|jti|uid|uuid|oid|upn|guid|e?mail|phone|names?|nickname|login|user\w*
  |account|member|customer|person|people|employee|student|player|profile|identity|nameid|owner
  |data|payload|session|auth\w*|amr|acr|azp|roles?|groups?|scopes?|scp|permissions?|rights|admin
  |tenant|organi[sz]ation|org|company)$`;

/**
 * True for claims none of which can stand for a person: those of a token that a page, a map, a
 * channel or an installation has, whoever looks at it. A token without claims of its own says
 * nothing either way.
 */
export function namesNobody(claims: DecodedJwt['claims']): boolean {
  const own = Object.entries(claims).flatMap(([name, value]) =>
    OF_THE_TOKEN.has(name) || value === undefined ? [] : [name],
  );
  return own.length > 0 && !own.some(mayName);
}

/**
 * Where alone a token may be used from: a page that everybody sees is given one that is bound so.
 */
const BOUND = /^(?:cors|allowed)[-_]?(?:origins?|domains?|referr?ers?|urls?|hosts?)$/i;
/** Whose it is and what that somebody may do; Keycloak binds the tokens of its users, too. */
const OF_A_PERSON = regex('i')`
  ^(?:e?mail(?:_verified)?|phone\w*|(?:given_|family_|preferred_)?(?:user)?name|nickname|azp|act
  |session_state|realm_access|resource_access|roles?|groups?|scopes?|scp|permissions?|auth_time
  |amr|acr|jti)$`;

/**
 * True for claims that bind a token to the pages of some origins, and say of no person that it is
 * theirs.
 */
export function isBoundToPages(claims: DecodedJwt['claims']): boolean {
  const names = Object.keys(claims);
  return names.some((name) => BOUND.test(name)) && !names.some((name) => OF_A_PERSON.test(name));
}

function mayName(claim: string): boolean {
  if (/^_?id$/i.test(claim)) return true;
  const words = claim
    .slice(0, 128)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => OF_SOMEBODY.test(word));
}
