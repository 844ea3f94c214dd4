import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'gotrue-identity.test';

/** Netlify Identity: the GoTrue client, all of a login in one JSON of localStorage. */
export const application: Application = {
  name: 'gotrue-identity',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "access_token, token_type, expires_in, refresh_token" of POST /token.
    'https://github.com/netlify/gotrue#endpoints',
    // `gotrue.user`: _saveSession().
    'node_modules/gotrue-js/lib/index.js',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      {
        carrier: 'localStorage',
        name: /^gotrue\.user.*access_token$/,
        role: 'access-token',
        format: 'jwt',
      },
      { carrier: 'localStorage', name: /^gotrue\.user.*refresh_token$/, role: 'refresh-token' },
      { carrier: 'localStorage', name: /^gotrue\.user/, role: 'other' },
      { carrier: 'body', name: /access_token$/, role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: /refresh_token$/, role: 'refresh-token' },
      { carrier: 'body', name: /id$/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /functions\/posts$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'gotrue-identity'),
  visit: tokenVisit({ user: 'ada@example.test', renews: true }),
};
