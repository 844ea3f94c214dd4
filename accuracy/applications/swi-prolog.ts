import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'swi-prolog.test';

/** SWI-Prolog's own web server: a session that every first answer begins. */
export const application: Application = {
  name: 'swi-prolog',
  kind: 'application',
  language: 'Prolog',
  packages: ['swi-prolog-nox'],
  docs: [
    // "http_session: … a session is created … cookie(swipl_session)"; http_session_assert/1.
    'https://www.swi-prolog.org/pldoc/man?section=httpsession',
    // gen_cookie(): four groups of four hex digits, a dash between them, the host's name after a
    // dot.
    '/usr/lib/swi-prolog/library/http/http_session.pl',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'swipl_session', role: 'session' },
      { carrier: 'cookie', name: 'palette', role: 'preference' },
      { carrier: 'url', name: 'error', role: 'other' },
    ],
  },
  proof: { url: /\/proofs$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, 'swipl', [programFile('swi-prolog.pl')]),
  visit: programVisit({ login: '/login', guarded: '/proofs', more: ['/lemmas'] }),
};
