import type { CookieRejection } from '../model.js';
import { type Text, text } from '../text.js';
import { tellCommon, tellHost, tellList, tellWord } from '../values/telling/redact.js';

/**
 * Words of the DevTools protocol (`Network.SetCookieBlockedReason`) for a cookie that was not
 * stored.
 */
export type ChromeSetReason =
  | 'SecureOnly'
  | 'SameSiteStrict'
  | 'SameSiteLax'
  | 'SameSiteUnspecifiedTreatedAsLax'
  | 'SameSiteNoneInsecure'
  | 'SchemefulSameSiteStrict'
  | 'SchemefulSameSiteLax'
  | 'SchemefulSameSiteUnspecifiedTreatedAsLax'
  | 'UserPreferences'
  | 'OverwriteSecure'
  | 'InvalidDomain'
  | 'InvalidPrefix'
  | 'NameValuePairExceedsMaxSize'
  | 'DisallowedCharacter'
  | 'NoCookieContent';

/** One reason for which a browser does not store a cookie. */
export interface Rejection {
  reason: CookieRejection;
  text: Text;
  /** Chrome's word; absent where Chrome refuses and says nothing. */
  chrome?: ChromeSetReason;
}

function refusal(
  reason: CookieRejection,
  chrome: ChromeSetReason | undefined,
  why: Text,
): Rejection {
  return chrome ? { reason, chrome, text: why } : { reason, text: why };
}

export const controlCharacter = (): Rejection =>
  refusal(
    'syntax',
    'DisallowedCharacter',
    text('rejected_control', 'it contains a control character'),
  );

/** RFC 6265bis lets a tab pass; Chromium does so only where it is trimmed off. */
export const refusedTab = (): Rejection =>
  refusal(
    'syntax',
    'DisallowedCharacter',
    text('rejected_tab', 'it contains a tab inside a name or a value'),
  );

export const noContent = (): Rejection =>
  refusal('syntax', 'NoCookieContent', text('rejected_empty', 'it has neither name nor value'));

export const tooLarge = (): Rejection =>
  refusal(
    'too-large',
    'NameValuePairExceedsMaxSize',
    text('rejected_too_large', 'name and value exceed 4,096 bytes'),
  );

export const foreignDomain = (domain: string, host: string): Rejection =>
  refusal(
    'domain-mismatch',
    'InvalidDomain',
    text('rejected_domain', 'Domain={domain} does not cover {host}', {
      domain: tellHost(domain),
      host: tellHost(host),
    }),
  );

export const publicSuffix = (domain: string): Rejection =>
  refusal(
    'public-suffix',
    'InvalidDomain',
    text('rejected_public_suffix', 'Domain={domain} is a public suffix', {
      domain: tellHost(domain),
    }),
  );

/** What a name prefix may ask for (RFC 6265bis §4.1.3). */
export type Need = 'https' | 'Secure' | 'HttpOnly' | 'Path=/' | 'no Domain';

export const prefixUnmet = (prefix: string, needs: readonly Need[]): Rejection =>
  refusal(
    'prefix',
    'InvalidPrefix',
    text('rejected_prefix', '{prefix} needs {needs}', {
      prefix: tellWord(prefix),
      needs: tellList(needs.map(tellCommon)),
    }),
  );

export const prefixInValue = (prefix: string): Rejection =>
  refusal(
    'prefix',
    'InvalidPrefix',
    text('rejected_prefix_nameless', 'a cookie without a name must not start with {prefix}', {
      prefix: tellWord(prefix),
    }),
  );

export const partitionedInsecure = (): Rejection =>
  refusal(
    'partitioned-insecure',
    undefined,
    text('rejected_partitioned', 'Partitioned needs Secure'),
  );

export const secureOverHttp = (): Rejection =>
  refusal(
    'secure-over-http',
    'SecureOnly',
    text('rejected_secure_http', 'Secure cannot be set over plain http'),
  );

export const noneInsecure = (): Rejection =>
  refusal(
    'samesite-none-insecure',
    'SameSiteNoneInsecure',
    text('rejected_none_insecure', 'SameSite=None needs Secure'),
  );

export const overwritesSecure = (): Rejection =>
  refusal(
    'overwrite-secure',
    'OverwriteSecure',
    text('rejected_overwrite_secure', 'plain http cannot replace a Secure cookie of the same name'),
  );

export const crossSite = (chrome: ChromeSetReason): Rejection =>
  refusal(
    'cross-site',
    chrome,
    text('rejected_cross_site', 'its SameSite does not let it be set from another site'),
  );

export const thirdParty = (): Rejection =>
  refusal(
    'third-party',
    'UserPreferences',
    text('rejected_third_party', 'the browser blocks third-party cookies'),
  );
