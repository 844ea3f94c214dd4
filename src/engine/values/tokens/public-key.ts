import { decodeJwt } from './jwt.js';
import { type Issuer, knownIssuerOf } from './known-prefix.js';

/**
 * Keys that services make for pages: they name a project, stand in what everybody gets, and open
 * nothing of a user's. With what those begin whose issuer makes other keys as well; what all of
 * these look like, and where that is published, stands in `known-prefix.ts`.
 */
const PUBLIC_PREFIXES: Readonly<Partial<Record<Issuer, RegExp>>> = {
  Mapbox: /^pk\./,
  Stripe: /^pk_/,
  Google: /^AIza/,
  PostHog: /^phc_/,
  Supabase: /^sb_publishable_/,
  Square: /^sq0idp-/,
};
/** Those that are told from nothing but keys for pages. Anchored classes only: that is linear. */
const PUBLIC_KEYS: readonly (readonly [issuer: string, shape: RegExp, source: string])[] = [
  [
    'Datadog',
    /^pub[0-9a-f]{32}$/,
    'https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens',
  ],
  [
    'New Relic',
    /^NRJS-[0-9a-f]{19}$/,
    'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  ],
  // An AppID, which stands in every link to log in by it; the AppSecret is another.
  [
    'WeChat',
    /^wx[0-9a-f]{16}$/,
    'https://developers.weixin.qq.com/doc/oplatform/en/Website_App/WeChat_Login/Wechat_Login.html',
  ],
  ['reCAPTCHA', /^6L[\w-]{38}$/, 'https://developers.google.com/recaptcha/docs/display'],
  ['Turnstile', /^0x4[\w-]{20,40}$/, 'https://developers.cloudflare.com/turnstile/get-started/'],
  // An uncompressed P-256 point in base64url: 04, then 64 bytes (RFC 8292 §3.2).
  ['Web Push', /^B[A-P][\w-]{85}$/, 'https://www.rfc-editor.org/rfc/rfc8292#section-3.2'],
];

/** Longer values are no such key. */
const MAX_LENGTH = 1024;

/** Service that made a key for pages, by its published form; undefined for every other value. */
export function publicKeyIssuer(value: string): string | undefined {
  if (value.length > MAX_LENGTH) return undefined;
  const issuer = knownIssuerOf(value);
  if (issuer !== undefined && PUBLIC_PREFIXES[issuer]?.test(value)) return issuer;
  return PUBLIC_KEYS.find(([, shape]) => shape.test(value))?.[0] ?? anonymousIssuer(value);
}

/** Supabase and PostgREST: a JWT of the role `anon`, of nobody in particular. */
function anonymousIssuer(value: string): string | undefined {
  const claims = value.startsWith('ey') ? decodeJwt(value)?.claims : undefined;
  return claims?.role === 'anon' && claims.sub === undefined ? 'Supabase' : undefined;
}
