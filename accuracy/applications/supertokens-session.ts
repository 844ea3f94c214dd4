import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'supertokens-session.test';

/**
 * SuperTokens in its cookie mode: a JWT and a refresh token for one path, a readable front token,
 * an anti-CSRF header.
 */
export const application: Application = {
  name: 'supertokens-session',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "sAccessToken, sRefreshToken: HttpOnly; sFrontToken: what the frontend may know;
    // st-last-access-token-update".
    'https://supertokens.com/docs/post-authentication/session-management/introduction',
    // "anti-csrf": VIA_TOKEN, in a header and the cookie sAntiCsrf.
    'https://supertokens.com/docs/post-authentication/session-management/security',
    'node_modules/supertokens-website/lib/build/fetch.js',
  ],
  truth: {
    mechanism: ['token-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'sAccessToken', role: ['access-token', 'session'], format: 'jwt' },
      { carrier: 'cookie', name: 'sRefreshToken', role: 'refresh-token' },
      // Claims for the page, unsigned: never sent but as any cookie is.
      { carrier: 'cookie', name: 'sFrontToken', role: ['other', 'preference'] },
      { carrier: 'cookie', name: 'sAntiCsrf', role: 'csrf' },
      { carrier: 'cookie', name: 'st-last-access-token-update', role: 'other' },
      { carrier: 'header', name: 'anti-csrf', role: 'csrf' },
      { carrier: 'header', name: 'front-token', role: 'other' },
      { carrier: 'header', name: /^(rid|st-auth-mode|fdi-version)$/, role: 'other' },
      { carrier: 'body', name: '/antiCsrf/i', role: 'csrf' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
      { carrier: 'localStorage', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/visits$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'supertokens-session'),
  visit: tokenVisit({ user: 'ada@example.test', renews: true }),
};
