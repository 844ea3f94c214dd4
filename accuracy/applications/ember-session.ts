import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'ember-session.test';

/**
 * What ember-simple-auth keeps of a password grant; a supervisor acts for somebody else with a
 * second token.
 */
export const application: Application = {
  name: 'ember-session',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "OAuth2PasswordGrantAuthenticator"; "ember_simple_auth-session".
    'https://ember-simple-auth.com/api/OAuth2PasswordGrantAuthenticator.html',
    'https://www.rfc-editor.org/rfc/rfc6749#section-4.3',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'opaque' },
      { carrier: 'header', name: 'x-acting-as', role: 'access-token', format: 'opaque' },
      { carrier: 'localStorage', name: /access_token$/, role: 'access-token', format: 'opaque' },
      { carrier: 'localStorage', name: /refresh_token$/, role: 'refresh-token', format: 'opaque' },
      { carrier: 'localStorage', name: /^ember_simple_auth/, role: 'other' },
      { carrier: 'body', name: /grant$/, role: 'access-token', format: 'opaque' },
      { carrier: 'body', name: /access_token$/, role: 'access-token', format: 'opaque' },
      { carrier: 'body', name: /refresh_token$/, role: 'refresh-token', format: 'opaque' },
      { carrier: 'body', name: /(^|\/)token$/, role: ['access-token', 'refresh-token'] },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/api\/payslips$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'ember-session'),
  visit: tokenVisit({ renews: true, more: true }),
};
