import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { programFile, programVisit } from './support/program.js';

const HOST = 'cgi-session.test';

/** A CGI script with CGI::Session, as members' areas were written for years. */
export const application: Application = {
  name: 'cgi-session',
  kind: 'application',
  language: 'Perl',
  packages: ['apache2', 'libcgi-session-perl', 'libcgi-pm-perl'],
  docs: [
    // CGISESSID: 32 letters, MD5 of process, time and a random number; "~logged-in", clear().
    'https://metacpan.org/dist/CGI-Session/view/lib/CGI/Session/Tutorial.pm',
    '/usr/share/perl5/CGI/Session/ID/md5.pm',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'CGISESSID', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'columns', role: 'preference' },
      { carrier: 'url', name: 'columns', role: 'other' },
    ],
  },
  proof: { url: /\/members$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    apache(scratch, {
      host: HOST,
      documentRoot: scratch.open('htdocs'),
      directives: `SetEnv SESSIONS ${scratch.open('sessions')}
SetEnv USER_NAME ${USER.name}
SetEnv USER_PASSWORD ${USER.password}
ScriptAlias / ${programFile('cgi-session.pl')}/`,
    }),
  visit: programVisit({
    login: '/login',
    guarded: '/members',
    more: ['/members/news'],
    userField: 'lg_nick',
  }),
};
