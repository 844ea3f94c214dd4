import { isSecret, maskName, preview } from './mask.js';
import { maskJson } from './mask-json.js';
import { isPasswordField } from '../normalize/password-field.js';
import { type Found, maskText, redactUrl } from './redact-url.js';

/**
 * Claims and header parameters that are read by people and made to be told (RFC 7519 §4.1, RFC 7515
 * §4.1, OpenID Connect Core §5.1 and what identity services add): random or not, they stay.
 */
const READABLE: ReadonlySet<string> = words(`
  iss sub aud azp client_id cid appid scope scp scopes exp nbf iat auth_time updated_at ver
  version acr amr acrs name given_name family_name middle_name nickname preferred_username
  email username user_name upn unique_name cognito:username user_id uid roles role groups
  permissions authorities entitlements realm org_id tid oid tenant tenant_id idp token_use
  token_type grant_type gty alg enc typ cty kid zip crit x5t x5t#s256 x5c jkt kty crv
  use key_ops
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
  if (READABLE.has(name.toLowerCase()))
    return ADDRESS.test(value) ? redactUrl(value, found) : value;
  if (/^-?[\d.e+]+$/.test(value)) return isPasswordField(name) ? preview(value) : value;
  if (!isSecret(name, value)) return maskText(value, found);
  found?.(value);
  return preview(value);
}

/** A table written as plain words. */
function words(table: string): Set<string> {
  return new Set(table.trim().split(/\s+/));
}
