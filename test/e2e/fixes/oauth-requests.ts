import type { Request } from './oauth-sites.js';

/** A client that asks for a login as rules complain of. */
export interface RequestCase {
  what: string;
  /** The fix is that of the first one. */
  rules: readonly [string, ...string[]];
  request: Request;
  by?: 'password';
  /** DevTools is open: only it tells what stands in bodies. */
  reads?: 'bodies';
  /** A client secret in the page. */
  secret?: string;
  /** How often somebody logs in. */
  times?: number;
}

const ASKED = [
  ['client_id', 'shop'],
  ['redirect_uri', 'https:'],
  ['scope', 'profile'],
] as const;
const CODE = [...ASKED, ['response_type', 'code']] as const;
const STATE = ['state', '<random>'] as const;
const PKCE = [
  ['code_challenge', '<BASE64URL(SHA256(code_verifier))>'],
  ['code_challenge_method', 'S256'],
] as const;

export const REQUEST_CASES: readonly RequestCase[] = [
  {
    what: 'without anything that binds it to this browser',
    rules: ['oauth-missing-pkce', 'oauth-missing-state'],
    request: CODE,
  },
  { what: 'without PKCE', rules: ['oauth-missing-pkce'], request: [...CODE, STATE] },
  {
    what: 'with a challenge that is not hashed',
    rules: ['oauth-pkce-plain'],
    request: [
      ...CODE,
      STATE,
      ['code_challenge', '<code_verifier>'],
      ['code_challenge_method', 'plain'],
    ],
  },
  {
    what: 'with a state that anybody could guess',
    rules: ['oauth-state-guessable'],
    request: [...CODE, ['state', '12345']],
  },
  {
    what: 'for tokens in the address',
    rules: ['oauth-implicit-flow'],
    request: [...ASKED, ['response_type', 'token'], STATE],
  },
  {
    what: 'for all tokens in the address, and without a nonce',
    rules: ['oauth-implicit-flow', 'oidc-missing-nonce'],
    request: [
      ...ASKED.slice(0, 2),
      ['scope', 'openid profile'],
      ['response_type', 'id_token token'],
      ['response_mode', 'fragment'],
      STATE,
    ],
  },
  {
    what: 'for an ID token, without a nonce',
    rules: ['oidc-missing-nonce'],
    request: [...ASKED.slice(0, 2), ['scope', 'openid'], ['response_type', 'id_token'], STATE],
  },
  {
    what: 'with one nonce for all logins',
    rules: ['oidc-nonce-reused'],
    request: [
      ...ASKED.slice(0, 2),
      ['scope', 'openid'],
      ['response_type', 'id_token'],
      STATE,
      ['nonce', 'kR7mW2xQ9vT4bN8zLc5d'],
    ],
    times: 2,
  },
  {
    what: 'of a page that has a secret',
    rules: ['oauth-client-secret-in-browser'],
    request: [...CODE, STATE, ...PKCE],
    reads: 'bodies',
    secret: 'a-secret-of-the-client-8c1f2e7a',
  },
  {
    what: 'that comes back over http',
    rules: ['oauth-redirect-over-http'],
    request: [ASKED[0], ['redirect_uri', 'http:'], ASKED[2], ['response_type', 'code'], STATE],
  },
  {
    what: 'by the password itself',
    rules: ['oauth-password-grant'],
    request: [ASKED[0], ASKED[2]],
    by: 'password',
    reads: 'bodies',
  },
];
