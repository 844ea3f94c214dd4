import type { Framework } from './framework.js';

export const PHP: readonly Framework[] = [
  {
    name: 'PHP',
    cookie: /^PHPSESSID$/,
    settings: {
      secure: 'php.ini: session.cookie_secure = 1',
      httpOnly: 'php.ini: session.cookie_httponly = 1',
      sameSite: 'php.ini: session.cookie_samesite = "Lax"',
      end: 'php.ini: session.cookie_lifetime = 0',
      domain: 'php.ini: session.cookie_domain =',
      path: 'php.ini: session.cookie_path = /',
      name: 'php.ini: session.name = __Host-sid',
    },
    docs: 'https://www.php.net/manual/en/session.configuration.php',
  },
  {
    name: 'Laravel',
    cookie: /^laravel[_-]session$/,
    signer: 'Laravel',
    settings: {
      secure: '.env: SESSION_SECURE_COOKIE=true',
      httpOnly: "config/session.php: 'http_only' => true",
      sameSite: "config/session.php: 'same_site' => 'lax'",
      end: "config/session.php: 'expire_on_close' => true",
      domain: '.env: SESSION_DOMAIN=null',
      path: "config/session.php: 'path' => '/'",
      name: '.env: SESSION_COOKIE=__Host-session',
    },
    docs: 'https://laravel.com/docs/session#configuration',
  },
  {
    name: 'CodeIgniter',
    cookie: /^ci_session$/,
    settings: {
      secure: 'app/Config/Cookie.php: public bool $secure = true;',
      httpOnly: 'app/Config/Cookie.php: public bool $httponly = true;',
      sameSite: "app/Config/Cookie.php: public string $samesite = 'Lax';",
      end: 'app/Config/Session.php: public int $expiration = 0;',
      domain: "app/Config/Cookie.php: public string $domain = '';",
      name: "app/Config/Session.php: public string $cookieName = '__Host-ci_session';",
    },
    docs: 'https://codeigniter.com/user_guide/libraries/sessions.html',
  },
  {
    name: 'CakePHP',
    cookie: /^CAKEPHP$/,
    settings: {
      secure: "'Session' => ['ini' => ['session.cookie_secure' => true]]",
      httpOnly: "'Session' => ['ini' => ['session.cookie_httponly' => true]]",
      sameSite: "'Session' => ['ini' => ['session.cookie_samesite' => 'Lax']]",
      end: "'Session' => ['ini' => ['session.cookie_lifetime' => 0]]",
      name: "'Session' => ['cookie' => '__Host-app']",
    },
    docs: 'https://book.cakephp.org/5/en/development/sessions.html',
  },
  {
    name: 'WordPress',
    cookie: /^wordpress_(?:logged_in|sec)_/,
    signer: 'WordPress',
    settings: {
      secure: "wp-config.php: define('FORCE_SSL_ADMIN', true); and https in both site addresses",
      end: "add_filter('auth_cookie_expiration', fn () => DAY_IN_SECONDS);",
      domain: "wp-config.php: define('COOKIE_DOMAIN', false);",
    },
    docs: 'https://developer.wordpress.org/advanced-administration/security/https/',
  },
  {
    name: 'Drupal',
    cookie: /^S?SESS[0-9a-f]{32}$/,
    settings: {
      secure:
        'sites/default/services.yml: session.storage.options: cookie_secure: true (or serve ' +
        'it over https)',
      sameSite: 'sites/default/services.yml: session.storage.options: cookie_samesite: Lax',
      end: 'sites/default/services.yml: session.storage.options: cookie_lifetime: 0',
      domain: 'sites/default/services.yml: session.storage.options: no cookie_domain',
    },
    docs: 'https://www.drupal.org/docs/administering-a-drupal-site/security-in-drupal',
  },
];
