import type { DecodedJwt, Role } from '../model.js';
import { text } from '../text.js';
import { tellName, tellValue } from '../values/redact.js';
import type { Cue } from './cue.js';

/** `typ`, `token_use` and the like, by which issuers say what a token is. */
const DECLARED: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['at+jwt', 'access-token'],
  ['application/at+jwt', 'access-token'],
  ['bearer', 'access-token'],
  ['access', 'access-token'],
  ['access_token', 'access-token'],
  ['refresh', 'refresh-token'],
  ['refresh_token', 'refresh-token'],
  ['offline', 'refresh-token'],
  ['id', 'id-token'],
  ['id_token', 'id-token'],
]);
const ACCESS_CLAIMS = ['scope', 'scp', 'permissions', 'client_id', 'azp', 'roles'];
const ID_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash'];
const PROFILE_CLAIMS = ['email', 'name', 'picture', 'given_name', 'preferred_username'];

/** What a JWT says of itself: RFC 9068 §2.1, OIDC Core §2, and the habits of large issuers. */
export function claimCues(jwt: DecodedJwt): Cue[] {
  const { claims } = jwt;
  const cue = declaredCue(jwt) ?? idCue(claims) ?? accessCue(claims) ?? profileCue(claims);
  return cue ? [cue] : [];
}

type Claims = DecodedJwt['claims'];

function declaredCue({ header, claims }: DecodedJwt): Cue | undefined {
  for (const [where, said] of [
    ['typ', claims.typ],
    ['token_use', claims.token_use],
    ['type', claims.type],
    ['header typ', header.typ],
  ] as const) {
    const role = typeof said === 'string' ? DECLARED.get(said.toLowerCase()) : undefined;
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

function idCue(claims: Claims): Cue | undefined {
  const claim = firstOf(ID_CLAIMS, claims);
  if (claim === undefined) return undefined;
  return {
    role: 'id-token',
    weight: 0.85,
    text: text('evidence_id_claim', 'its claim {claim} belongs to an ID token (OIDC Core §2)', {
      claim: tellName(claim),
    }),
  };
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
