import type { Role } from '../../model.js';

/** Headers of services' own in which they are sent keys and tokens: name, role, service. */
export const SERVICE_HEADERS: readonly (readonly [RegExp, Role, string])[] = [
  [/^x-shopify-storefront-access-token$/i, 'api-key', 'Shopify'],
  [/^(?:private|job|deploy)-token$/i, 'api-key', 'GitLab'],
  [/^x-vault-token$/i, 'access-token', 'HashiCorp Vault'],
  [/^x-(?:consul|nomad)-token$/i, 'api-key', 'HashiCorp'],
  [/^x-plex-token$/i, 'access-token', 'Plex'],
  [/^x-(?:emby|mediabrowser)-token$/i, 'access-token', 'Emby and Jellyfin'],
  [/^x-figma-token$/i, 'api-key', 'Figma'],
  [/^circle-token$/i, 'api-key', 'CircleCI'],
  [/^x-jfrog-art-api$/i, 'api-key', 'JFrog Artifactory'],
  [/^cf-access-client-secret$/i, 'api-key', 'Cloudflare Access'],
  [/^x-auth-key$/i, 'api-key', 'Cloudflare'],
  [/^x-honeycomb-team$/i, 'api-key', 'Honeycomb'],
  [/^x-tableau-auth$/i, 'access-token', 'Tableau'],
  [/^x-mstr-authtoken$/i, 'access-token', 'MicroStrategy'],
  [/^x-rundeck-auth-token$/i, 'api-key', 'Rundeck'],
  [/^x-spree-token$/i, 'access-token', 'Spree'],
  // simple_token_authentication, with `X-User-Email` beside it.
  [/^x-user-token$/i, 'access-token', 'Rails'],
];
