import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'notes-site.test';

/**
 * Appwrite's Web SDK on another site than its API: the session's cookie in localStorage, sent in a
 * header of its own.
 */
export const application: Application = {
  name: 'appwrite-client',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "Appwrite is using localStorage for session management": `cookieFallback`, sent as
    // `X-Fallback-Cookies`.
    'https://appwrite.io/docs/products/network/custom-domains',
    // "X-Appwrite-Project": which project, public.
    'https://appwrite.io/docs/apis/rest',
    'node_modules/appwrite/dist/cjs/sdk.js',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'x-fallback-cookies', role: ['session', 'access-token'] },
      { carrier: 'localStorage', name: /^cookieFallback/, role: ['session', 'access-token'] },
      { carrier: 'cookie', name: /^a_session_/, role: 'session' },
      { carrier: 'header', name: /^x-appwrite-/, role: ['other', 'api-key'] },
      { carrier: 'header', name: 'x-sdk-version', role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/rows/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'appwrite-client'),
  visit: tokenVisit({ user: 'ada@example.test' }),
};
