import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'bff-static-guard.test';

/**
 * A back end for front end: the login sealed in a cookie of chunks, a constant header against
 * forgery, the session's id in the logout's address.
 */
export const application: Application = {
  name: 'bff-static-guard',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "X-CSRF: 1 … the presence of the header"; "bff:logout_url … sid".
    'https://docs.duendesoftware.com/bff/fundamentals/session/',
    // "chunks-2", "C1", "C2": ChunkingCookieManager.
    'https://github.com/dotnet/aspnetcore/blob/main/src/Shared/ChunkingCookieManager/ChunkingCookieManager.cs',
  ],
  truth: {
    mechanism: ['token-cookie', 'session-cookie'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^__Host-claimsC\d$/, role: 'session' },
      { carrier: 'cookie', name: '__Host-claims', role: ['session', 'other'] },
      { carrier: 'header', name: 'x-csrf', role: ['other', 'csrf'] },
      { carrier: 'url', name: 'sid', role: ['csrf', 'other', 'session'] },
      { carrier: 'body', name: /./, role: ['other', 'session'] },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  start: (scratch) => tokenProgram(scratch, HOST, 'bff-static-guard', { secure: true }),
  visit: tokenVisit(),
};
