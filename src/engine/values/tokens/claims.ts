import { formatOf } from '../format.js';
import { formatFacts } from '../formats.js';
import { type Found, isCode, isSecret, maskName, preview } from '../telling/mask.js';
import { maskJson } from '../telling/mask-json.js';
import { isPasswordField } from '../../normalize/passwords/password-field.js';
import { maskText, redactUrl } from '../telling/redact-url.js';
import { wordTable } from '../../word-table.js';

/**
 * Claims and header parameters that say who, for whom, by whom and with which key (RFC 7519 §4.1,
 * RFC 7515 §4.1, RFC 8693 §4.3 and what identity services add): ids that are random and stay.
 */
const IDS: ReadonlySet<string> = wordTable(`
  sub aud azp client_id cid appid user_id uid tid oid org_id tenant tenant_id kid x5t x5t#s256
  jkt
`);
/**
 * Those that are words made to be told (OpenID Connect Core §5.1): whatever their name resembles,
 * they stay, unless they look like something else than words.
 */
const READABLE: ReadonlySet<string> = wordTable(`
  iss scope scp scopes exp nbf iat auth_time updated_at ver version acr amr acrs name given_name
  family_name middle_name nickname preferred_username email username user_name upn unique_name
  cognito:username roles role groups permissions authorities entitlements realm idp token_use
  token_type grant_type gty alg enc typ cty zip crit x5c kty crv use key_ops
`);
const ADDRESS = /[/?#]/;

/**
 * Header or claims of a JWT as a report tells them: what looks random or is named as a secret is a
 * preview, at any depth; who, for whom and by whom stays readable. Bounded in depth and size.
 */
export function maskClaims(
  claims: Readonly<Record<string, unknown>>,
  found?: Found,
): Record<string, unknown> {
  return maskJson(claims, (name, value) => tellClaim(name, value, found), maskName) as Record<
    string,
    unknown
  >;
}

/** The same claims in full, within the same bounds. */
export function boundClaims(claims: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return maskJson(
    claims,
    (_name, value) => value,
    (name) => name,
  ) as Record<string, unknown>;
}

function tellClaim(name: string, value: string, found: Found | undefined): string {
  const lower = name.toLowerCase();
  if (IDS.has(lower) && !formatFacts(formatOf(value).format).unmistakable)
    return ADDRESS.test(value) ? redactUrl(value, found) : value;
  const isReadable = READABLE.has(lower) || IDS.has(lower);
  const isMoment = /^-?[\d.e+]{1,15}$/.test(value) && !isPasswordField(name) && !isCode(name);
  if (isMoment || !isSecret(isReadable ? '' : name, value) || isUuidOf(isReadable, value))
    return isMoment ? value : maskText(value, found);
  found?.(value);
  return preview(value);
}

/** Roles, groups and issuers may be named by a UUID. */
function isUuidOf(isReadable: boolean, value: string): boolean {
  return isReadable && formatOf(value).format === 'uuid';
}
