import type { Application } from './support/application.js';
import { program, programFile, programVisit } from './support/program.js';

const HOST = 'symfony-remember.test';

/**
 * Symfony's security: PHP's session, a form with a value against forgery, "remember me". In French.
 */
export const application: Application = {
  name: 'symfony-remember',
  kind: 'application',
  language: 'PHP',
  packages: ['php-symfony-framework-bundle', 'php-symfony-security-bundle', 'php-cli'],
  docs: [
    // form_login, enable_csrf: _csrf_token; the session is PHP's own, PHPSESSID, migrated at login.
    'https://symfony.com/doc/5.4/security.html#csrf-protection-in-login-forms',
    // "REMEMBERME", the signed cookie of SignatureRememberMeHandler: class, user, end, signature.
    'https://symfony.com/doc/5.4/security/remember_me.html',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'PHPSESSID', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'REMEMBERME', role: 'remember-me', format: 'signed' },
      { carrier: 'cookie', name: 'couleur', role: 'preference' },
      {
        carrier: 'body',
        name: /^(_csrf_token|_token|input\[_csrf_token\]|input\[_token\])$/,
        role: 'csrf',
      },
    ],
  },
  proof: { url: /\/recettes$/, knows: ({ status }) => status === 200 },
  start(scratch) {
    const server = ['-S', '127.0.0.1:PORT', programFile('symfony-remember.php')];
    scratch.open('sessions');
    return program(scratch, HOST, 'php', server);
  },
  visit: programVisit({
    login: '/connexion',
    guarded: '/recettes',
    more: ['/recettes/favoris'],
    userField: '_username',
    remember: '_remember_me',
  }),
};
