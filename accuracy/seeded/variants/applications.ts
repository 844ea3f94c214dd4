import type { Variant } from '../variant.js';

const TWO_YEARS = 63_072_000;
const PHP_LASTS = `php_admin_value session.cookie_lifetime ${TWO_YEARS}`;

/** Applications with their own configuration, or that of what runs them, changed. */
export const APPLICATIONS: readonly Variant[] = [
  lasting('zoph', 'photos', [["post_max_size 32M'", `post_max_size 32M\\n${PHP_LASTS}'`]]),
  lasting('gosa', 'GOsa', [
    [
      'php_admin_value session.cookie_lifetime 0',
      `${PHP_LASTS}\nphp_admin_value session.cookie_httponly 0`,
    ],
  ]),
  lasting('postfixadmin', 'postfixadmin_session', [
    [
      'documentRoot: cwd, php: true }',
      `documentRoot: cwd, php: true, directives: '${PHP_LASTS}' }`,
    ],
  ]),
  {
    of: 'ldap-account-manager',
    name: 'lasting',
    edits: [
      [
        'documentRoot: copy, php: true }',
        "documentRoot: copy, php: true, directives: 'php_admin_value session.cookie_lifetime " +
          "63072000\\nphp_admin_value session.cookie_httponly 0' }",
      ],
    ],
    seeds: [{ ruleId: 'cookie-missing-secure', name: 'PHPSESSID', least: 'high' }],
  },
  {
    of: 'nagvis',
    name: 'lasting',
    edits: [['/share`,', '/share\nphp_admin_value session.cookie_lifetime 63072000`,']],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'nagvis_session', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'nagvis_session', least: 'high' },
      { ruleId: 'session-not-rotated-at-login', name: 'nagvis_session', least: 'high' },
    ],
  },
  {
    of: 'apache-auth-form',
    name: 'open',
    edits: [
      ['SessionMaxAge 3600', `SessionMaxAge ${TWO_YEARS}`],
      [
        'SessionCookieName session path=/;HttpOnly',
        'SessionCookieName session path=/;Domain=apache-auth-form.test',
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'session', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'session', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'session', least: 'medium' },
      { ruleId: 'cookie-persistent-session', name: 'session', least: 'medium' },
      { ruleId: 'cookie-domain-too-broad', name: 'session', least: 'info' },
    ],
  },
  {
    of: 'apache-auth-form',
    name: 'insecure-none',
    edits: [['path=/;HttpOnly', 'path=/;SameSite=Strickt']],
    seeds: [
      { ruleId: 'cookie-samesite-invalid', name: 'session', least: 'medium' },
      { ruleId: 'cookie-missing-httponly', name: 'session', least: 'high' },
    ],
  },
  {
    of: 'apache-auth-tkt',
    name: 'lasting',
    edits: [['TKTAuthTimeout 1h', 'TKTAuthTimeout 2y\n  TKTAuthCookieExpires 2y']],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'auth_tkt', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'auth_tkt', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'auth_tkt', least: 'medium' },
    ],
  },
  {
    of: 'tt-rss',
    name: 'lasting',
    edits: [
      ["LOG_DESTINATION: '',", `LOG_DESTINATION: '', SESSION_COOKIE_LIFETIME: '${TWO_YEARS}',`],
    ],
    seeds: [
      { ruleId: 'cookie-missing-httponly', name: 'ttrss_sid', least: 'high' },
      { ruleId: 'cookie-missing-secure', name: 'ttrss_sid', least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: 'ttrss_sid', least: 'medium' },
    ],
  },
  {
    of: 'phpmyadmin',
    name: 'lasting',
    edits: [
      [
        "$cfg['TempDir']",
        `$cfg['LoginCookieStore'] = ${TWO_YEARS};\n` +
          `$cfg['LoginCookieValidity'] = ${TWO_YEARS};\n` +
          "$cfg['TempDir']",
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-secure', name: 'pmaAuth-1', least: 'high' },
      { ruleId: 'cookie-persistent-session', name: 'pmaAuth-1', least: 'medium' },
    ],
  },
  {
    of: 'jupyter',
    name: 'open',
    edits: [
      [
        "'--NotebookApp.allow_remote_access=True',",
        "'--NotebookApp.allow_remote_access=True',\n" +
          '      \'--NotebookApp.cookie_options={"httponly": False, "expires_days": 730}\',',
      ],
    ],
    seeds: [
      { ruleId: 'cookie-missing-secure', name: /^username-/, least: 'high' },
      { ruleId: 'cookie-missing-samesite', name: /^username-/, least: 'medium' },
      { ruleId: 'cookie-persistent-session', name: /^username-/, least: 'medium' },
    ],
  },
];

/** Sessions of PHP that last for two years, where the session is over plain http as before. */
function lasting(of: string, name: string, edits: Variant['edits']): Variant {
  return {
    of,
    name: 'lasting',
    edits,
    seeds: [
      { ruleId: 'cookie-missing-httponly', name, least: 'high' },
      { ruleId: 'cookie-missing-secure', name, least: 'high' },
      { ruleId: 'cookie-missing-samesite', name, least: 'medium' },
      { ruleId: 'cookie-persistent-session', name, least: 'medium' },
    ],
  };
}
