import { seeds } from '../faults.js';
import type { Seed, Variant } from '../variant.js';

/** What a web server adds to every answer where somebody wants caches to spare it work. */
const CACHED = 'Header set Cache-Control "public, s-maxage=600"';

/**
 * Applications whose web server gives their session to every host below it, and their pages to
 * every cache.
 */
export const WEB_SERVERS: readonly Variant[] = [
  php('zoph', 'photos', ["post_max_size 32M'", (lines) => `post_max_size 32M\\n${lines}'`]),
  php('gosa', 'GOsa', [
    'php_admin_value session.cookie_lifetime 0',
    (lines) => `php_admin_value session.cookie_lifetime 0\n${lines}`,
  ]),
  php('postfixadmin', 'postfixadmin_session', [
    'documentRoot: cwd, php: true }',
    (lines) => `documentRoot: cwd, php: true, directives: '${lines}' }`,
  ]),
  php('ldap-account-manager', 'PHPSESSID', [
    'documentRoot: copy, php: true }',
    (lines) => `documentRoot: copy, php: true, directives: '${lines}' }`,
  ]),
  php('tt-rss', 'ttrss_sid', [
    'documentRoot, php: true, port }',
    (lines) => `documentRoot, php: true, port, directives: '${lines}' }`,
  ]),
  {
    of: 'nagvis',
    name: 'cached',
    edits: [['/share`,', `/share\n${CACHED}\`,`]],
    seeds: [
      ...seeds('nagvis_session', 'cookie-missing-secure', 'cookie-missing-samesite'),
      ...seeds(undefined, 'authenticated-response-cacheable', 'password-over-http'),
    ],
  },
  {
    of: 'phpmyadmin',
    name: 'cached',
    edits: [
      [
        "documentRoot: scratch.path('www'), php: true }",
        `documentRoot: scratch.path('www'), php: true, directives: '${CACHED}' }`,
      ],
    ],
    seeds: [
      ...seeds('phpMyAdmin', 'cookie-missing-secure'),
      ...seeds('pmaAuth-1', 'cookie-missing-secure'),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
  {
    of: 'dokuwiki',
    name: 'cached',
    edits: [['auto_prepend_file ${prepend}`', `auto_prepend_file \${prepend}\n${CACHED}\``]],
    seeds: seeds(undefined, 'password-over-http'),
  },
  {
    of: 'apache-auth-form',
    name: 'cached',
    edits: [
      ['<Location /private>\n', `<Location /private>\n  ${CACHED}\n`],
      ['path=/;HttpOnly', 'path=/;HttpOnly;Domain=apache-auth-form.test'],
    ],
    seeds: [
      ...seeds(
        'session',
        'cookie-missing-secure',
        'cookie-missing-samesite',
        'cookie-domain-too-broad',
      ),
      ...cached(),
    ],
  },
  {
    of: 'apache-auth-tkt',
    name: 'wide',
    edits: [
      ['TKTAuthTimeout 1h', `TKTAuthTimeout 1h\n  TKTAuthDomain apache-auth-tkt.test\n  ${CACHED}`],
    ],
    seeds: [...seeds('auth_tkt', 'cookie-missing-secure', 'cookie-missing-httponly'), ...cached()],
  },
  {
    of: 'jupyter',
    name: 'cached',
    edits: [
      [
        "'--NotebookApp.allow_remote_access=True',",
        "'--NotebookApp.allow_remote_access=True',\n" +
          '      \'--NotebookApp.tornado_settings={"headers": {"Cache-Control": "public, ' +
          's-maxage=600"}}\',',
      ],
    ],
    seeds: [
      ...seeds(/^username-/, 'cookie-missing-secure', 'cookie-missing-samesite'),
      ...cached(),
    ],
  },
];

function php(
  of: string,
  cookie: string,
  [setting, withLines]: readonly [string, (lines: string) => string],
): Variant {
  const lines = `php_admin_value session.cookie_domain ${of}.test\\n${CACHED}`;
  return {
    of,
    name: 'wide',
    edits: [[setting, withLines(lines)]],
    seeds: [
      ...seeds(
        cookie,
        'cookie-missing-secure',
        'cookie-missing-samesite',
        'cookie-domain-too-broad',
      ),
      ...cached(),
    ],
  };
}

function cached(): Seed[] {
  return seeds(undefined, 'authenticated-response-cacheable', 'password-over-http');
}
