import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'totp-login.test';

/**
 * Password, then a one-time code: a ticket between them, an access token in memory, a refresh token
 * in a cookie for one path, a trusted device.
 */
export const application: Application = {
  name: 'totp-login',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "TOTP".
    'https://www.rfc-editor.org/rfc/rfc6238',
    // Access token in memory, refresh token in a cookie.
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  ],
  truth: {
    mechanism: ['bearer-token', 'hybrid'],
    host: HOST,
    forgets: true,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/access', role: 'access-token', format: 'jwt' },
      { carrier: 'cookie', name: 'trs_r', role: 'refresh-token', format: 'opaque' },
      { carrier: 'cookie', name: 'trusted_device', role: 'device', format: 'opaque' },
      // Stands for the password alone: for the second step only.
      {
        carrier: 'body',
        name: '/mfaTicket',
        role: ['oauth-state', 'other', 'access-token'],
        format: 'jwt',
      },
      { carrier: 'body', name: /^\/?(otp|code)$/, role: 'other' },
      { carrier: 'header', name: 'x-elevation', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/elevation', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/v2\/payments$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'totp-login'),
  visit: tokenVisit({ renews: true, more: true }),
};
