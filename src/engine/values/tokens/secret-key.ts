import { decodeJwt } from './jwt.js';
import { type Issuer, knownIssuerOf } from './known-prefix.js';

/**
 * Keys that belong to a server, or to one person's programs: whoever has one acts as the account
 * that made it. Tokens that a login gives a page (`gho_`, `ya29.`, `xoxc-`), ids of keys (`AKIA…`)
 * and keys that are made for pages are none. What keys of an issuer look like, and where that is
 * published, stands in `known-prefix.ts`; here, with what those of them begin that are secret.
 */
const SECRET_PREFIXES: Readonly<Partial<Record<Issuer, RegExp>>> = {
  Stripe: /^(?:[sr]k_|whsec_)/,
  GitHub: /^(?:ghp|github_pat)_/,
  GitLab: /^gl(?:pat|dt|rt|ptt|agent)-/,
  Slack: /^(?:xoxb|xapp)-/,
  Shopify: /^shp(?:at|pa|ss)_/,
  Square: /^sq0(?:atp|csp)-/,
  DigitalOcean: /^dop_/,
  Mapbox: /^sk\./,
  Linear: /^lin_api_/,
  Grafana: /^glsa_/,
  Supabase: /^sb(?:p|_secret)_/,
  Docker: /^dckr_pat_/,
};
/** Issuers whose keys are all secret. */
const SECRET_OF_ALL: ReadonlySet<string> = new Set<Issuer>([
  'SendGrid',
  'npm',
  'Anthropic',
  'OpenAI',
  'Hugging Face',
  'PyPI',
  'HashiCorp Vault',
  'Notion',
  'Postman',
  'Databricks',
  'New Relic',
  'Sentry',
  'RubyGems',
  'Airtable',
  'Brevo',
  'Mailchimp',
]);

/** Service whose secret key a value is, by its published form; undefined for every other value. */
export function secretKeyIssuer(value: string): string | undefined {
  const issuer = knownIssuerOf(value);
  if (issuer === undefined) return serviceRoleIssuer(value);
  const isSecret = SECRET_OF_ALL.has(issuer) || SECRET_PREFIXES[issuer]?.test(value) === true;
  return isSecret ? issuer : undefined;
}

/** A key for trying things out: it opens no real account. */
export function isTestKey(value: string): boolean {
  return /^[sr]k_test_/.test(value);
}

/** Supabase and PostgREST: a JWT of the role that passes every row's policy. */
function serviceRoleIssuer(value: string): string | undefined {
  const claims = value.startsWith('ey') ? decodeJwt(value)?.claims : undefined;
  return claims?.role === 'service_role' ? 'Supabase' : undefined;
}
