/** A service whose keys and tokens start with a published prefix. */
interface KnownPrefix {
  issuer: string;
  shape: RegExp;
  /** Where the issuer, or who speaks for it, says so. */
  source: string;
}

/** Most specific first: several services chose `sk_` or `sk-`. Anchored classes only, so that matching is linear. */
export const KNOWN_PREFIXES: readonly KnownPrefix[] = [
  {
    issuer: 'GitHub',
    shape: /^gh[opsur]_[A-Za-z0-9_.-]{20,}$/,
    source:
      'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
  },
  {
    issuer: 'GitHub',
    shape: /^github_pat_\w{20,}$/,
    source:
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  },
  {
    issuer: 'GitLab',
    shape: /^gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct)-[\w.-]{20,}$/,
    source: 'https://docs.gitlab.com/security/tokens/#token-prefixes',
  },
  {
    issuer: 'Stripe',
    shape: /^(?:sk|pk|rk)_(?:live|test)_\w{16,}$/,
    source: 'https://docs.stripe.com/keys',
  },
  {
    issuer: 'Stripe',
    shape: /^whsec_[A-Za-z0-9+/=]{24,}$/,
    source: 'https://docs.stripe.com/webhooks',
  },
  {
    issuer: 'Slack',
    shape: /^xox[abceoprs]-[\w%.-]{10,}$/,
    source: 'https://docs.slack.dev/authentication/tokens',
  },
  {
    issuer: 'Slack',
    shape: /^xapp-\d-[\w-]{10,}$/,
    source: 'https://docs.slack.dev/authentication/tokens',
  },
  {
    issuer: 'AWS',
    shape: /^A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}$/,
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
  },
  {
    issuer: 'Google',
    shape: /^AIza[\w-]{35}$/,
    source: 'https://cloud.google.com/docs/authentication/api-keys',
  },
  {
    issuer: 'Google',
    shape: /^ya29\.[\w.-]{20,}$/,
    source: 'https://developers.google.com/identity/protocols/oauth2',
  },
  {
    issuer: 'Google',
    shape: /^1\/\/0[\w-]{30,}$/,
    source: 'https://developers.google.com/identity/protocols/oauth2',
  },
  {
    issuer: 'Google',
    shape: /^GOCSPX-[\w-]{20,}$/,
    source: 'https://support.google.com/cloud/answer/15549257',
  },
  { issuer: 'PostHog', shape: /^ph[cx]_[A-Za-z0-9]{20,}$/, source: 'https://posthog.com/docs/api' },
  {
    issuer: 'SendGrid',
    shape: /^SG\.[\w-]{16,}\.[\w-]{16,}$/,
    source: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  },
  {
    issuer: 'npm',
    shape: /^npm_[A-Za-z0-9]{36,}$/,
    source: 'https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/',
  },
  {
    issuer: 'Anthropic',
    shape: /^sk-ant-[\w-]{20,}$/,
    source: 'https://docs.claude.com/en/api/overview',
  },
  {
    issuer: 'OpenAI',
    shape: /^sk-(?:proj-|svcacct-|admin-)?[\w-]{32,}$/,
    source: 'https://platform.openai.com/docs/api-reference/authentication',
  },
  {
    issuer: 'Twilio',
    shape: /^SK[0-9a-f]{32}$/,
    source: 'https://www.twilio.com/docs/iam/api-keys',
  },
  {
    issuer: 'Shopify',
    shape: /^shp(?:at|ca|pa|ss|tka)_[A-Za-z0-9]{32,}$/,
    source: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens',
  },
  {
    issuer: 'Square',
    shape: /^sq0(?:atp|csp|idp)-[\w-]{22,}$/,
    source: 'https://developer.squareup.com/docs/build-basics/access-tokens',
  },
  {
    issuer: 'Square',
    shape: /^EAAA[\w-]{60}$/,
    source: 'https://developer.squareup.com/docs/build-basics/access-tokens',
  },
  {
    issuer: 'Meta',
    shape: /^EAA[A-Za-z0-9]{60,}$/,
    source: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
  },
  {
    issuer: 'DigitalOcean',
    shape: /^do[opr]_v1_[0-9a-f]{64}$/,
    source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  },
  {
    issuer: 'Hugging Face',
    shape: /^hf_[A-Za-z0-9]{30,}$/,
    source: 'https://huggingface.co/docs/hub/security-tokens',
  },
  { issuer: 'PyPI', shape: /^pypi-AgE[\w-]{40,}$/, source: 'https://pypi.org/help/#apitoken' },
  {
    issuer: 'HashiCorp Vault',
    shape: /^hv[sbr]\.[\w-]{20,}$/,
    source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  },
  {
    issuer: 'HCP Terraform',
    shape: /^[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}$/,
    source:
      'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
  },
  {
    issuer: 'Atlassian',
    shape: /^AT[ACS]TT3[\w=-]{20,}$/,
    source:
      'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  },
  {
    issuer: 'Telegram',
    shape: /^\d{8,10}:AA[\w-]{33}$/,
    source: 'https://core.telegram.org/bots/api#authorizing-your-bot',
  },
  {
    issuer: 'Mapbox',
    shape: /^[pst]k\.eyJ[\w-]{20,}\.[\w-]{20,}$/,
    source: 'https://docs.mapbox.com/help/dive-deeper/access-tokens/',
  },
  {
    issuer: 'Notion',
    shape: /^ntn_[A-Za-z0-9]{40,}$/,
    source: 'https://developers.notion.com/docs/authorization',
  },
  {
    issuer: 'Linear',
    shape: /^lin_(?:api|oauth)_[A-Za-z0-9]{32,}$/,
    source: 'https://linear.app/developers/graphql',
  },
  {
    issuer: 'Postman',
    shape: /^PMAK-[0-9a-f]{24}-[0-9a-f]{34}$/,
    source: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
  },
  {
    issuer: 'Figma',
    shape: /^fig[doru]h?_[\w-]{30,}$/,
    source: 'https://www.figma.com/developers/api#access-tokens',
  },
  {
    issuer: 'Databricks',
    shape: /^dapi[0-9a-f]{32}(?:-\d)?$/,
    source: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  },
  {
    issuer: 'New Relic',
    shape: /^NRAK-[A-Z0-9]{27}$/,
    source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  },
  {
    issuer: 'Grafana',
    shape: /^gl(?:sa|c)_[\w=+/-]{30,}$/,
    source: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
  },
  {
    issuer: 'Sentry',
    shape: /^sntry[su]_[\w=+/.-]{30,}$/,
    source: 'https://docs.sentry.io/account/auth-tokens/',
  },
  {
    issuer: 'Supabase',
    shape: /^sb(?:p|_secret|_publishable)_[\w-]{20,}$/,
    source: 'https://supabase.com/docs/guides/api/api-keys',
  },
  {
    issuer: 'Ory',
    shape: /^ory_(?:at|rt|ac|st|lo|pat)_[\w.-]{20,}$/,
    source: 'https://www.ory.com/docs/oauth2-oidc/overview/oauth2-concepts',
  },
  {
    issuer: 'Docker',
    shape: /^dckr_(?:pat|oat)_[\w-]{20,}$/,
    source: 'https://docs.docker.com/security/access-tokens/',
  },
  {
    issuer: 'RubyGems',
    shape: /^rubygems_[0-9a-f]{48}$/,
    source: 'https://guides.rubygems.org/api-key-scopes/',
  },
  {
    issuer: 'Doppler',
    shape: /^dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{30,}$/,
    source: 'https://docs.doppler.com/reference/auth-token-formats',
  },
  {
    issuer: 'Airtable',
    shape: /^pat[A-Za-z0-9]{14}\.[0-9a-f]{64}$/,
    source: 'https://airtable.com/developers/web/guides/personal-access-tokens',
  },
  {
    issuer: 'Dropbox',
    shape: /^sl\.[\w-]{60,}$/,
    source: 'https://www.dropbox.com/developers/documentation/http/documentation',
  },
  {
    issuer: 'Pulumi',
    shape: /^pul-[0-9a-f]{40}$/,
    source: 'https://www.pulumi.com/docs/administration/access-identity/access-tokens/',
  },
  {
    issuer: 'Tailscale',
    shape: /^tskey-[\w-]{20,}$/,
    source: 'https://tailscale.com/kb/1085/auth-keys',
  },
  {
    issuer: 'Brevo',
    shape: /^xkeysib-[0-9a-f]{64}-\w{16}$/,
    source: 'https://developers.brevo.com/docs/getting-started',
  },
  {
    issuer: 'Mailchimp',
    shape: /^[0-9a-f]{32}-us\d{1,2}$/,
    source: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
  },
];

/** Service that issued a key or token, by its published prefix. */
export function knownIssuerOf(value: string): string | undefined {
  if (value.length < 20 || value.length > 4096) return undefined;
  return KNOWN_PREFIXES.find(({ shape }) => shape.test(value))?.issuer;
}
