import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'slim-session.test';

/** Slim with PHP’s session and a remembered login that is looked up by its selector. */
export const application: Application = {
  name: 'slim-session',
  kind: 'application',
  language: 'PHP',
  packages: ['php-cli', 'php-sqlite3', 'php-slim'],
  docs: [
    // session_name, session_regenerate_id, session_destroy: the cookie stays.
    'https://www.php.net/manual/en/book.session.php',
    // "selector:validator", the validator hashed in the table auth_tokens.
    'https://paragonie.com/blog/2015/04/secure-authentication-php-with-long-term-persistence',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'library', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'stay', role: 'remember-me' },
      { carrier: 'cookie', name: 'shelf', role: 'preference' },
      { carrier: 'body', name: /^(_csrf|input\[_csrf\])$/, role: 'csrf' },
    ],
  },
  proof: { url: /\/loans$/, knows: ({ status }) => status === 200 },
  start(scratch) {
    const router = scratch.path('router.php');
    scratch.write(
      'router.php',
      `<?php putenv('DATABASE=${scratch.path('library.sqlite')}'); require ` +
        `'${programFile('slim-session.php')}';`,
    );
    return program(scratch, HOST, 'php', [
      '-d',
      `session.save_path=${scratch.open('sessions')}`,
      '-S',
      '127.0.0.1:PORT',
      router,
    ]);
  },
  visit: programVisit({
    login: '/desk',
    guarded: '/loans',
    more: ['/loans/old'],
    userField: 'reader',
    remember: 'stay',
  }),
};
