/**
 * Shapes of keys and tokens that start with a published prefix. Most specific first: several
 * services chose `sk_` or `sk-`. Anchored classes only, so that matching is linear. Which of them
 * are secret, made for pages or given by a login is told by `secret-key.ts`, `public-key.ts` and
 * `login-prefix.ts`.
 */
export const KNOWN_PREFIXES: readonly (readonly [Issuer, shape: RegExp])[] = [
  ['GitHub', /^gh[opsur]_[A-Za-z0-9_.-]{20,}$/],
  ['GitHub', /^github_pat_\w{20,}$/],
  ['GitLab', /^gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct)-[\w.-]{20,}$/],
  ['Stripe', /^(?:sk|pk|rk)_(?:live|test)_\w{16,}$/],
  ['Stripe', /^whsec_[A-Za-z0-9+/=]{24,}$/],
  ['Slack', /^xox[abcdeoprs]-[\w%.-]{10,}$/],
  ['Slack', /^xapp-\d-[\w-]{10,}$/],
  ['AWS', /^A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}$/],
  ['Google', /^AIza[\w-]{35}$/],
  ['Google', /^ya29\.[\w.-]{20,}$/],
  ['Google', /^1\/\/0[\w-]{30,}$/],
  ['Google', /^GOCSPX-[\w-]{20,}$/],
  ['PostHog', /^ph[cx]_[A-Za-z0-9]{20,}$/],
  ['SendGrid', /^SG\.[\w-]{16,}\.[\w-]{16,}$/],
  ['npm', /^npm_[A-Za-z0-9]{36,}$/],
  ['Anthropic', /^sk-ant-[\w-]{20,}$/],
  ['OpenAI', /^sk-(?:proj-|svcacct-|admin-)?[\w-]{32,}$/],
  ['Twilio', /^SK[0-9a-f]{32}$/],
  ['Shopify', /^shp(?:at|ca|pa|ss|tka)_[A-Za-z0-9]{32,}$/],
  ['Square', /^sq0(?:atp|csp|idp)-[\w-]{22,}$/],
  ['Square', /^EAAA[\w-]{60}$/],
  ['Meta', /^EAA[A-Za-z0-9]{60,}$/],
  ['DigitalOcean', /^do[opr]_v1_[0-9a-f]{64}$/],
  ['Hugging Face', /^hf_[A-Za-z0-9]{30,}$/],
  ['PyPI', /^pypi-AgE[\w-]{40,}$/],
  ['HashiCorp Vault', /^hv[sbr]\.[\w-]{20,}$/],
  ['HCP Terraform', /^[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}$/],
  ['Atlassian', /^AT[ACS]TT3[\w=-]{20,}$/],
  ['Telegram', /^\d{8,10}:AA[\w-]{33}$/],
  ['Mapbox', /^[pst]k\.eyJ[\w-]{20,}\.[\w-]{20,}$/],
  ['Notion', /^ntn_[A-Za-z0-9]{40,}$/],
  ['Linear', /^lin_(?:api|oauth)_[A-Za-z0-9]{32,}$/],
  ['Postman', /^PMAK-[0-9a-f]{24}-[0-9a-f]{34}$/],
  ['Figma', /^fig[doru]h?_[\w-]{30,}$/],
  ['Databricks', /^dapi[0-9a-f]{32}(?:-\d)?$/],
  ['New Relic', /^NRAK-[A-Z0-9]{27}$/],
  ['Grafana', /^gl(?:sa|c)_[\w=+/-]{30,}$/],
  ['Sentry', /^sntry[su]_[\w=+/.-]{30,}$/],
  ['Supabase', /^sb(?:p|_secret|_publishable)_[\w-]{20,}$/],
  ['Ory', /^ory_(?:at|rt|ac|st|lo|pat)_[\w.-]{20,}$/],
  ['Docker', /^dckr_(?:pat|oat)_[\w-]{20,}$/],
  ['RubyGems', /^rubygems_[0-9a-f]{48}$/],
  ['Doppler', /^dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{30,}$/],
  ['Airtable', /^pat[A-Za-z0-9]{14}\.[0-9a-f]{64}$/],
  ['Dropbox', /^sl\.[\w-]{60,}$/],
  ['Pulumi', /^pul-[0-9a-f]{40}$/],
  ['Tailscale', /^tskey-[\w-]{20,}$/],
  ['Brevo', /^xkeysib-[0-9a-f]{64}-\w{16}$/],
  ['Mailchimp', /^[0-9a-f]{32}-us\d{1,2}$/],
];

/** Where each issuer, or who speaks for it, says so. */
export const PREFIX_SOURCES = {
  GitHub: [
    'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  ],
  GitLab: ['https://docs.gitlab.com/security/tokens/#token-prefixes'],
  Stripe: ['https://docs.stripe.com/keys', 'https://docs.stripe.com/webhooks'],
  Slack: ['https://docs.slack.dev/authentication/tokens'],
  AWS: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  ],
  Google: [
    'https://cloud.google.com/docs/authentication/api-keys',
    'https://firebase.google.com/docs/projects/api-keys',
    'https://developers.google.com/identity/protocols/oauth2',
    'https://support.google.com/cloud/answer/15549257',
  ],
  PostHog: ['https://posthog.com/docs/api'],
  SendGrid: ['https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys'],
  npm: ['https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/'],
  Anthropic: ['https://docs.claude.com/en/api/overview'],
  OpenAI: ['https://platform.openai.com/docs/api-reference/authentication'],
  Twilio: ['https://www.twilio.com/docs/iam/api-keys'],
  Shopify: ['https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens'],
  Square: ['https://developer.squareup.com/docs/build-basics/access-tokens'],
  Meta: ['https://developers.facebook.com/docs/facebook-login/guides/access-tokens'],
  DigitalOcean: ['https://docs.digitalocean.com/reference/api/create-personal-access-token/'],
  'Hugging Face': ['https://huggingface.co/docs/hub/security-tokens'],
  PyPI: ['https://pypi.org/help/#apitoken'],
  'HashiCorp Vault': ['https://developer.hashicorp.com/vault/docs/concepts/tokens'],
  'HCP Terraform': [
    'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
  ],
  Atlassian: [
    'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  ],
  Telegram: ['https://core.telegram.org/bots/api#authorizing-your-bot'],
  Mapbox: ['https://docs.mapbox.com/help/dive-deeper/access-tokens/'],
  Notion: ['https://developers.notion.com/docs/authorization'],
  Linear: ['https://linear.app/developers/graphql'],
  Postman: ['https://learning.postman.com/docs/developer/postman-api/authentication/'],
  Figma: ['https://www.figma.com/developers/api#access-tokens'],
  Databricks: ['https://docs.databricks.com/aws/en/dev-tools/auth/pat'],
  'New Relic': ['https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/'],
  Grafana: ['https://grafana.com/docs/grafana/latest/administration/service-accounts/'],
  Sentry: ['https://docs.sentry.io/account/auth-tokens/'],
  Supabase: ['https://supabase.com/docs/guides/api/api-keys'],
  Ory: ['https://www.ory.com/docs/oauth2-oidc/overview/oauth2-concepts'],
  Docker: ['https://docs.docker.com/security/access-tokens/'],
  RubyGems: ['https://guides.rubygems.org/api-key-scopes/'],
  Doppler: ['https://docs.doppler.com/reference/auth-token-formats'],
  Airtable: ['https://airtable.com/developers/web/guides/personal-access-tokens'],
  Dropbox: ['https://www.dropbox.com/developers/documentation/http/documentation'],
  Pulumi: ['https://www.pulumi.com/docs/administration/access-identity/access-tokens/'],
  Tailscale: ['https://tailscale.com/kb/1085/auth-keys'],
  Brevo: ['https://developers.brevo.com/docs/getting-started'],
  Mailchimp: ['https://mailchimp.com/developer/marketing/guides/quick-start/'],
} satisfies Record<string, readonly string[]>;

/** Who makes keys of a form that is published. */
export type Issuer = keyof typeof PREFIX_SOURCES;

/** Service that issued a key or token, by its published prefix. */
export function knownIssuerOf(value: string): Issuer | undefined {
  if (value.length < 20 || value.length > 4096) return undefined;
  return KNOWN_PREFIXES.find(([, shape]) => shape.test(value))?.[0];
}
