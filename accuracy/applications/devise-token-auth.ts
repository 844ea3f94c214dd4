import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'devise-token-auth.test';

/**
 * Headers as devise_token_auth has them: the token of each answer is for the next request, beside
 * the client's id and the user's name.
 */
export const application: Application = {
  name: 'devise-token-auth',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "access-token, client, uid, expiry, token-type"; "changes with every request".
    'https://devise-token-auth.gitbook.io/devise-token-auth/conceptual',
    // "auth_headers" of ng-token-auth.
    'https://github.com/lynndylanhurley/ng-token-auth#configuration-options',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'access-token', role: 'access-token', format: 'opaque' },
      {
        carrier: 'localStorage',
        name: /^auth_headers.*access-token$/,
        role: 'access-token',
        format: 'opaque',
      },
      // The server finds user and token by them: without either it knows nobody, by them alone it
      // does neither.
      { carrier: 'header', name: /^(client|uid)$/, role: ['other', 'session'] },
      { carrier: 'header', name: /^(expiry|token-type)$/, role: 'other' },
      { carrier: 'localStorage', name: /^auth_headers/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/api\/shifts$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'devise-token-auth'),
  visit: tokenVisit({ user: 'ada@example.test' }),
};
