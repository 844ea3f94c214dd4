import type { DecodedJwt, Role } from '../model.js';
import { text } from '../text.js';
import { tellName, tellValue } from '../values/telling/redact.js';
import { audiencesOf } from '../values/tokens/audiences.js';
import type { Cue } from './cue.js';

/** `typ`, `token_use` and the like, by which issuers say what a token is. */
const DECLARED: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['at+jwt', 'access-token'],
  ['bearer', 'access-token'],
  ['access', 'access-token'],
  ['access_token', 'access-token'],
  ['rt+jwt', 'refresh-token'],
  ['refresh+jwt', 'refresh-token'],
  ['refresh', 'refresh-token'],
  ['refresh_token', 'refresh-token'],
  ['offline', 'refresh-token'],
  ['id', 'id-token'],
  ['id_token', 'id-token'],
]);
/** All that it is good for is the next token. */
const FOR_REFRESH = /^(?:[^ ]*[^a-z ])?refresh(?:[-_]?token)?$/i;
const GRANTS = ['scope', 'scp', 'permissions', 'client_id', 'roles'];
const ACCESS_CLAIMS = [...GRANTS, 'azp'];
/** Of an ID token alone (OpenID Connect Core §2 and §3.3.2.11). */
export const ID_CLAIMS: readonly string[] = ['nonce', 'at_hash', 'c_hash', 's_hash'];
const PROFILE_CLAIMS = ['email', 'name', 'picture', 'given_name', 'preferred_username'];

const REQUEST: Cue = {
  role: 'oauth-state',
  weight: 0.95,
  text: text(
    'evidence_request_object',
    'a request for a login in itself, which a client signed (RFC 9101)',
  ),
};

/** True where it says itself that it is for the next token: as a bearer it goes all the same. */
export function saysRefresh(jwt: DecodedJwt): boolean {
  return declaredCue(jwt)?.role === 'refresh-token';
}

/**
 * What a JWT says of itself: RFC 9068 §2.1, OIDC Core §2, and the habits of large issuers. What an
 * answer called a refresh token has a scope, too.
 */
export function claimCues(jwt: DecodedJwt, isCalledRefresh = false): Cue[] {
  const { claims } = jwt;
  if (isRequest(claims)) return [REQUEST];
  const said = declaredCue(jwt) ?? idCue(claims) ?? clientCue(claims);
  const cue = said ?? (isCalledRefresh ? undefined : (accessCue(claims) ?? profileCue(claims)));
  return cue ? [cue] : [];
}

type Claims = DecodedJwt['claims'];

/** RFC 9101 §4: the parameters of an authorization request, as claims. */
function isRequest({ response_type: type, client_id: client }: Claims): boolean {
  return typeof type === 'string' && typeof client === 'string';
}

/** True where it says itself, or by what belongs to an ID token alone, that it tells who came. */
export function saysIdentity(jwt: DecodedJwt): boolean {
  return (declaredCue(jwt) ?? idCue(jwt.claims))?.role === 'id-token';
}

function declaredCue({ header, claims }: DecodedJwt): Cue | undefined {
  for (const [where, said] of [
    ['typ', claims.typ],
    ['token_use', claims.token_use],
    ['type', claims.type],
    ['token_type', claims.token_type],
    ['header typ', header.typ],
    ['scope', claims.scope],
  ] as const) {
    const role = where === 'scope' ? scopeRole(said) : declaredRole(said);
    if (!role) continue;
    const value = tellValue(String(said).slice(0, 40));
    return {
      role,
      weight: 0.95,
      text: text('evidence_declared', 'it says so itself: {where} is “{value}”', { where, value }),
    };
  }
  return undefined;
}

function declaredRole(said: unknown): Role | undefined {
  if (typeof said !== 'string') return undefined;
  return DECLARED.get(said.toLowerCase().replace(/^application\//, ''));
}

function scopeRole(scope: unknown): Role | undefined {
  const [only, ...others] = [scope].flat();
  const isOnly = typeof only === 'string' && others.length === 0;
  return isOnly && FOR_REFRESH.test(only) ? 'refresh-token' : undefined;
}

function idCue(claims: Claims): Cue | undefined {
  const claim = firstOf(ID_CLAIMS, claims);
  return claim === undefined ? undefined : ofIdToken(claim);
}

function ofIdToken(claim: string): Cue {
  return {
    role: 'id-token',
    weight: 0.85,
    text: text('evidence_id_claim', 'its claim {claim} belongs to an ID token (OIDC Core §2)', {
      claim: tellName(claim),
    }),
  };
}

/**
 * Its audience is the very client to which it was issued, and nothing in it grants anything: Google
 * says so who somebody is, without a nonce unless it is asked for one.
 */
function clientCue(claims: Claims): Cue | undefined {
  const { azp } = claims;
  const isForClient = typeof azp === 'string' && audiencesOf({ claims }).includes(azp);
  if (!isForClient || firstOf(GRANTS, claims) !== undefined) return undefined;
  return { ...ofIdToken('azp'), weight: 0.6 };
}

function accessCue(claims: Claims): Cue | undefined {
  const claim = firstOf(ACCESS_CLAIMS, claims);
  if (claim === undefined) return undefined;
  return {
    role: 'access-token',
    weight: 0.6,
    text: text('evidence_access_claim', 'its claim {claim} grants access', {
      claim: tellName(claim),
    }),
  };
}

function profileCue(claims: Claims): Cue | undefined {
  const claim = firstOf(PROFILE_CLAIMS, claims);
  if (claim === undefined || claims.aud === undefined) return undefined;
  return {
    role: 'id-token',
    weight: 0.5,
    text: text('evidence_profile_claim', 'its claim {claim} describes a person', {
      claim: tellName(claim),
    }),
  };
}

function firstOf(names: readonly string[], claims: Claims): string | undefined {
  return names.find((name) => Object.hasOwn(claims, name));
}
