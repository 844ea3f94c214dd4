import { decodeJwt } from './jwt.js';

/**
 * Keys that belong to a server, or to one person's programs: whoever has one acts as the account
 * that made it. Tokens that a login gives a page (`gho_`, `ya29.`, `xoxc-`), ids of keys (`AKIA…`)
 * and keys that are made for pages are none. Where each form is published stands in
 * `known-prefix.ts`. Anchored classes only, so that matching is linear.
 */
const SECRET_KEYS: readonly (readonly [issuer: string, shape: RegExp])[] = [
  ['Stripe', /^[sr]k_(?:live|test)_\w{16,}$/],
  ['Stripe', /^whsec_[A-Za-z0-9+/=]{24,}$/],
  ['GitHub', /^ghp_[A-Za-z0-9_.-]{20,}$/],
  ['GitHub', /^github_pat_\w{20,}$/],
  ['GitLab', /^gl(?:pat|dt|rt|ptt|agent)-[\w.-]{20,}$/],
  ['Slack', /^xoxb-[\w%.-]{10,}$/],
  ['Slack', /^xapp-\d-[\w-]{10,}$/],
  ['SendGrid', /^SG\.[\w-]{16,}\.[\w-]{16,}$/],
  ['npm', /^npm_[A-Za-z0-9]{36,}$/],
  ['Anthropic', /^sk-ant-[\w-]{20,}$/],
  ['OpenAI', /^sk-(?:proj-|svcacct-|admin-)?[\w-]{32,}$/],
  ['Shopify', /^shp(?:at|pa|ss)_[A-Za-z0-9]{32,}$/],
  ['Square', /^sq0(?:atp|csp)-[\w-]{22,}$/],
  ['DigitalOcean', /^dop_v1_[0-9a-f]{64}$/],
  ['Hugging Face', /^hf_[A-Za-z0-9]{30,}$/],
  ['PyPI', /^pypi-AgE[\w-]{40,}$/],
  ['HashiCorp Vault', /^hv[sbr]\.[\w-]{20,}$/],
  ['Mapbox', /^sk\.eyJ[\w-]{20,}\.[\w-]{20,}$/],
  ['Notion', /^ntn_[A-Za-z0-9]{40,}$/],
  ['Linear', /^lin_api_[A-Za-z0-9]{32,}$/],
  ['Postman', /^PMAK-[0-9a-f]{24}-[0-9a-f]{34}$/],
  ['Databricks', /^dapi[0-9a-f]{32}(?:-\d)?$/],
  ['New Relic', /^NRAK-[A-Z0-9]{27}$/],
  ['Grafana', /^glsa_[\w=+/-]{30,}$/],
  ['Sentry', /^sntry[su]_[\w=+/.-]{30,}$/],
  ['Supabase', /^sb(?:p|_secret)_[\w-]{20,}$/],
  ['Docker', /^dckr_pat_[\w-]{20,}$/],
  ['RubyGems', /^rubygems_[0-9a-f]{48}$/],
  ['Airtable', /^pat[A-Za-z0-9]{14}\.[0-9a-f]{64}$/],
  ['Brevo', /^xkeysib-[0-9a-f]{64}-\w{16}$/],
  ['Mailchimp', /^[0-9a-f]{32}-us\d{1,2}$/],
];

const MAX_LENGTH = 4096;

/** Service whose secret key a value is, by its published form; undefined for every other value. */
export function secretKeyIssuer(value: string): string | undefined {
  if (value.length > MAX_LENGTH) return undefined;
  return SECRET_KEYS.find(([, shape]) => shape.test(value))?.[0] ?? serviceRoleIssuer(value);
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
