import type { Variant } from '../variant.js';

/** Logins at a provider that leave out what protects them. */
export const FLOWS: readonly Variant[] = [
  {
    of: 'openid-client',
    name: 'unprotected',
    edits: [
      [
        'startProvider(PROVIDER, client)',
        'startProvider(PROVIDER, client, { more: { pkce: { required: () => false } } })',
      ],
      [
        'state,\n' +
          '      code_challenge: await openid.calculatePKCECodeChallenge(verifier),\n' +
          "      code_challenge_method: 'S256',",
        '',
      ],
      ['pkceCodeVerifier: verifier!,\n      expectedState: state!,', ''],
      ['const { verifier, state } = stateOf(request);', ''],
    ],
    seeds: [
      { ruleId: 'oauth-missing-state', least: 'medium' },
      { ruleId: 'oauth-missing-pkce', least: 'medium' },
      { ruleId: 'oauth-redirect-over-http', least: 'high' },
    ],
  },
  {
    of: 'openid-client',
    name: 'guessable',
    edits: [
      ['const state = openid.randomState();', "const state = 'login';"],
      [
        'startProvider(PROVIDER, client)',
        'startProvider(PROVIDER, client, { more: { pkce: { required: () => false } } })',
      ],
      [
        'code_challenge: await openid.calculatePKCECodeChallenge(verifier),\n' +
          "      code_challenge_method: 'S256',",
        '',
      ],
      ['pkceCodeVerifier: verifier!,', ''],
      ['const { verifier, state } = stateOf', 'const { state } = stateOf'],
    ],
    seeds: [{ ruleId: 'oauth-state-guessable', least: 'medium' }],
  },
  {
    of: 'openid-client',
    name: 'bare-session',
    edits: [
      [
        'saveUninitialized: false,',
        'saveUninitialized: true, cookie: { httpOnly: false, maxAge: 63_072_000_000 },',
      ],
      [
        'request.session.regenerate(() => {\n' +
          '      Object.assign(request.session, { tokens });\n' +
          "      response.redirect('/account');\n" +
          '    });',
        "Object.assign(request.session, { tokens });\n    response.redirect('/account');",
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'webapp', least: 'high' },
      { ruleId: 'cookie-persistent-session', name: 'webapp', least: 'medium' },
      { ruleId: 'session-not-rotated-at-login', name: 'webapp', least: 'high' },
    ],
  },
  {
    of: 'passport-openidconnect',
    name: 'bare-session',
    edits: [
      [
        'saveUninitialized: false }',
        'saveUninitialized: true, cookie: { httpOnly: false, maxAge: 2_592_000_000 } }',
      ],
      [
        "request.logout((error) => (error ? next(error) : response.redirect('/')))",
        "void (next, response.redirect('/'))",
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'connect.sid', least: 'high' },
      { ruleId: 'cookie-persistent-session', name: 'connect.sid', least: 'medium' },
      { ruleId: 'oauth-missing-pkce', least: 'low' },
      { ruleId: 'oauth-redirect-over-http', least: 'high' },
    ],
  },
  {
    of: 'oidc-client-ts',
    name: 'no-pkce',
    edits: [
      ['more: jwtAccessTokens', 'more: { ...jwtAccessTokens, pkce: { required: () => false } }'],
      ['automaticSilentRenew: false,', 'automaticSilentRenew: false, disablePKCE: true,'],
      ['{ store: localStorage }', '{ store: sessionStorage }'],
    ],
    labels: [
      {
        carrier: 'sessionStorage',
        name: /^oidc\.user:.*\/access_token$/,
        role: 'access-token',
        format: 'jwt',
      },
      {
        carrier: 'sessionStorage',
        name: /^oidc\.user:.*\/id_token$/,
        role: 'id-token',
        format: 'jwt',
      },
      { carrier: 'sessionStorage', name: /^oidc\.user:.*\/refresh_token$/, role: 'refresh-token' },
      { carrier: 'sessionStorage', name: /^oidc\.user:/, role: ['other', 'access-token'] },
    ],
    seeds: [
      { ruleId: 'oauth-missing-pkce', least: 'high' },
      { ruleId: 'refresh-token-readable', name: /refresh_token$/, least: 'medium' },
    ],
  },
  {
    of: 'oidc-client-ts',
    name: 'client-secret',
    edits: [
      [
        "token_endpoint_auth_method: 'none' as const",
        "token_endpoint_auth_method: 'client_secret_post' as const, client_secret: 'the " +
          "secret of the page'",
      ],
      [
        "client_id: 'spa', redirect_uri",
        "client_id: 'spa', client_secret: 'the secret of the page', redirect_uri",
      ],
    ],
    seeds: [
      { ruleId: 'oauth-client-secret-in-browser', least: 'high' },
      { ruleId: 'refresh-token-readable', name: /refresh_token$/, least: 'high' },
    ],
  },
];
