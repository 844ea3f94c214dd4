import { generateKeyPairSync } from 'node:crypto';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import type { Page } from 'puppeteer-core';
import { clickThrough, submitLogin } from './drive.js';
import { serve } from './serve.js';
import { USER } from './site.js';
import type { Label, Running } from './stack.js';

/** The certified OpenID provider, with its own login and consent pages. */
export function startProvider(
  host: string,
  client: ClientMetadata,
  { secure = false, more = {} }: { secure?: boolean; more?: Configuration } = {},
): Promise<Running> {
  const configuration: Configuration = {
    clients: [client],
    cookies: { keys: ['a key for signing'] },
    jwks: { keys: [signingKey()] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        name: 'Ada Lovelace',
        email: USER.email,
        email_verified: true,
      }),
    }),
    issueRefreshToken: async (_, asking) => asking.grantTypeAllowed('refresh_token'),
    clientBasedCORS: () => true,
    ...more,
  };
  return serve(host, (origin) => new Provider(origin, configuration).callback(), { secure });
}

/** A key of its own; exported so that an API can check the provider's tokens. */
function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' };
}

/** Name and password on the provider's login page, then its consent page. */
export async function signInAtProvider(page: Page): Promise<void> {
  await submitLogin(page, 'input[name=login]');
  await clickThrough(page, 'button[type=submit]');
}

/**
 * What the provider itself shows to the browser. Cookies as documented under `cookies.names`:
 * "session: used for main session reference", "interaction: used by the interactions for
 * interaction session reference", "resume: used when interactions resume authorization"; `.sig` are
 * signatures.
 */
export function providerLabels(host: string): readonly Label[] {
  return [
    { carrier: 'cookie', name: '_session', host, role: 'session' },
    { carrier: 'cookie', name: '_session.sig', host, role: ['session', 'other'] },
    {
      carrier: 'cookie',
      name: /^_interaction(_resume)?(\.sig)?$/,
      host,
      role: ['oauth-state', 'other'],
    },
    // The logout form's one-time value: RP-Initiated Logout asks the user, protected by `xsrf`.
    { carrier: 'body', name: /^(input\[xsrf\]|xsrf)$/, host, role: 'csrf' },
    ...flowLabels,
  ];
}

/** Parameters of the code flow with PKCE: OpenID Connect Core §3.1.2.1, RFC 7636 §4. */
const flowLabels: readonly Label[] = [
  { carrier: 'url', name: /^(state|nonce)$/, role: 'oauth-state' },
  { carrier: 'url', name: /^(code|code_challenge)$/, role: ['oauth-state', 'other'] },
  {
    carrier: 'body',
    name: /^\/?(code|code_verifier|state|nonce)$/,
    role: ['oauth-state', 'other'],
  },
  { carrier: 'url', name: 'id_token_hint', role: 'id-token', format: 'jwt' },
  { carrier: 'body', name: 'input[id_token_hint]', role: 'id-token', format: 'jwt' },
];

/** The token endpoint's answer and the refresh request: OpenID Connect Core §3.1.3.3, §12. */
export const tokenLabels: readonly Label[] = [
  { carrier: 'body', name: '/access_token', role: 'access-token' },
  { carrier: 'body', name: '/id_token', role: 'id-token', format: 'jwt' },
  { carrier: 'body', name: /^\/?refresh_token$/, role: 'refresh-token' },
  { carrier: 'header', name: 'authorization', role: 'access-token' },
];
