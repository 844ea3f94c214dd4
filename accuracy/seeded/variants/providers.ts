import { KNOWN_SECRET, seeds, TWO_YEARS, underPublicName } from '../faults.js';
import type { Variant } from '../variant.js';

const TWO_YEARS_IN_SECONDS = TWO_YEARS / 1_000;

/** Logins at a provider whose tokens live too long, lie open, or go where they should not. */
export const PROVIDERS: readonly Variant[] = [
  {
    of: 'oidc-client-ts',
    name: 'for-ever',
    edits: [
      ['more: jwtAccessTokens', 'more: { ...jwtAccessTokens, rotateRefreshToken: () => false }'],
      ['accessTokenTTL: 600', `accessTokenTTL: ${TWO_YEARS_IN_SECONDS}`],
      [
        'manager.signinSilent().then(() => show',
        'manager.signinSilent().then(() => manager.signinSilent()).then(() => show',
      ],
      underPublicName('oidc-client'),
    ],
    seeds: [
      ...seeds(/\/access_token$/, 'token-in-local-storage', 'jwt-lifetime-too-long'),
      ...seeds(/refresh_token$/, 'refresh-token-readable', 'refresh-token-not-rotated'),
      ...seeds(undefined, 'hsts-missing'),
    ],
  },
  {
    of: 'oidc-client-ts',
    name: 'identity-as-access',
    edits: [
      ["'Bearer ' + user.access_token", "'Bearer ' + user.id_token"],
      ["audience: 'https://api.oidc-client.test' });", "audience: 'spa' });"],
    ],
    labels: [
      {
        carrier: 'header',
        name: 'authorization',
        role: ['id-token', 'access-token'],
        format: 'jwt',
      },
    ],
    seeds: [
      { ruleId: 'id-token-as-access-token', name: /id_token$|^authorization$/, least: 'medium' },
      ...seeds(/refresh_token$/, 'refresh-token-readable'),
    ],
  },
  {
    of: 'oidc-client-ts',
    name: 'http',
    edits: [
      ['    { secure: true },\n  );', '    {},\n  );'],
      ['more: jwtAccessTokens', 'more: { ...jwtAccessTokens, pkce: { required: () => false } }'],
      ['automaticSilentRenew: false,', 'automaticSilentRenew: false, disablePKCE: true,'],
    ],
    seeds: [
      ...seeds(undefined, 'oauth-redirect-over-http'),
      { ruleId: 'oauth-missing-pkce', least: 'high' },
      ...seeds(/\/access_token$/, 'token-over-http'),
    ],
  },
  {
    of: 'oidc-implicit',
    name: 'kept',
    edits: [
      [
        'monitorSession: false,',
        'monitorSession: false, userStore: new Oidc.WebStorageStateStore({ store: localStorage }),',
      ],
      [
        "more: { responseTypes: ['id_token token'] },",
        `more: { responseTypes: ['id_token token'], ttl: { AccessToken: ${TWO_YEARS_IN_SECONDS}, ` +
          `IdToken: ${TWO_YEARS_IN_SECONDS} } },`,
      ],
      underPublicName('oidc-implicit'),
    ],
    labels: [
      { carrier: 'localStorage', name: /^oidc\.user:.*\/access_token$/, role: 'access-token' },
      {
        carrier: 'localStorage',
        name: /^oidc\.user:.*\/id_token$/,
        role: 'id-token',
        format: 'jwt',
      },
      { carrier: 'localStorage', name: /^oidc\.user:/, role: 'other' },
    ],
    seeds: [
      { ruleId: 'oauth-implicit-flow', least: 'medium' },
      { ruleId: 'token-in-url', name: /access_token$/ },
      ...seeds(/access_token$/, 'token-in-local-storage', 'token-lifetime-too-long'),
      { ruleId: 'token-in-local-storage', name: /id_token$/, least: 'medium' },
      ...seeds(/id_token$/, 'jwt-lifetime-too-long'),
      ...seeds(undefined, 'hsts-missing'),
    ],
  },
  {
    of: 'openid-client',
    name: 'plain',
    edits: [
      [
        'provider = await startProvider(PROVIDER, client);',
        `provider = await startProvider(PROVIDER, client, { more: { pkce: { required: () => false } } });
    // A provider that takes no notice of PKCE, as many do.
    const { server } = provider as unknown as { server: import('node:http').Server };
    const [answer] = server.listeners('request');
    server.removeAllListeners('request').on('request', (request, response) => {
      request.url = request.url!.replace(/&code_challenge(?:_method)?=[^&]*/g, '');
      answer!(request, response);
    });`,
      ],
      [
        'code_challenge: await openid.calculatePKCECodeChallenge(verifier),',
        'code_challenge: verifier,',
      ],
      ["code_challenge_method: 'S256'", "code_challenge_method: 'plain'"],
      ['pkceCodeVerifier: verifier!,', ''],
      ['const { verifier, state } = stateOf', 'const { state } = stateOf'],
      ["secret: 'a secret that is long enough'", `secret: '${KNOWN_SECRET}'`],
    ],
    seeds: [
      ...seeds(undefined, 'oauth-pkce-plain', 'oauth-redirect-over-http', 'csrf-unprotected'),
      ...seeds('webapp', 'session-weak-secret', 'cookie-missing-secure'),
    ],
  },
];
