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
export function claimCues({ header, claims }: DecodedJwt): Cue[] {
  for (const [where, said] of [
    ['typ', claims.typ],
    ['token_use', claims.token_use],
    ['type', claims.type],
    ['header typ', header.typ],
  ] as const) {
    const role = typeof said === 'string' ? DECLARED.get(said.toLowerCase()) : undefined;
    if (role) {
      return [
        {
          role,
          weight: 0.95,
          text: text('evidence_declared', 'it says so itself: {where} is “{value}”', {
            where,
            value: tellValue(String(said).slice(0, 40)),
          }),
        },
      ];
    }
  }
  const has = (names: readonly string[]) => names.find((name) => Object.hasOwn(claims, name));
  const id = has(ID_CLAIMS);
  if (id)
    return [
      {
        role: 'id-token',
        weight: 0.85,
        text: text('evidence_id_claim', 'its claim {claim} belongs to an ID token (OIDC Core §2)', {
          claim: tellName(id),
        }),
      },
    ];
  const access = has(ACCESS_CLAIMS);
  if (access)
    return [
      {
        role: 'access-token',
        weight: 0.6,
        text: text('evidence_access_claim', 'its claim {claim} grants access', {
          claim: tellName(access),
        }),
      },
    ];
  const profile = has(PROFILE_CLAIMS);
  if (profile && claims.aud !== undefined) {
    return [
      {
        role: 'id-token',
        weight: 0.5,
        text: text('evidence_profile_claim', 'its claim {claim} describes a person', {
          claim: tellName(profile),
        }),
      },
    ];
  }
  return [];
}
