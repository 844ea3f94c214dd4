import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';
import { wsgi } from './support/wsgi.js';

const HOST = 'graphite.test';

/** Graphite's web application: Django's login, its administration, and dashboards in Ext JS. */
export const application: Application = {
  name: 'graphite',
  kind: 'application',
  language: 'Python (Django)',
  packages: ['graphite-web', 'apache2', 'libapache2-mod-wsgi-py3'],
  docs: [
    // login(request, user) and logout(request) of django.contrib.auth; SessionMiddleware, no CSRF
    // middleware.
    '/usr/lib/python3/dist-packages/graphite/account/views.py and app_settings.py',
    // SESSION_COOKIE_NAME "sessionid", CSRF_COOKIE_NAME "csrftoken".
    'https://docs.djangoproject.com/en/3.2/ref/settings/#sessions',
    // "csrfmiddlewaretoken", a masked form of the cookie's secret; the administration's views ask
    // for it.
    'https://docs.djangoproject.com/en/3.2/ref/csrf/',
    // "Clients store messages in a cookie (signed with a secret hash)".
    'https://docs.djangoproject.com/en/3.2/ref/contrib/messages/#storage-backends',
    // Ext.state.CookieProvider of the dashboard: navbar-region, metric-type, defaultGraphParams …
    '/usr/share/graphite-web/static/js/dashboard.js',
    // "django.admin.navSidebarIsOpen".
    '/usr/lib/python3/dist-packages/django/contrib/admin/static/admin/js/nav_sidebar.js',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'sessionid', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'csrftoken', role: 'csrf', format: 'opaque' },
      { carrier: 'body', name: 'csrfmiddlewaretoken', role: 'csrf' },
      { carrier: 'body', name: 'input[csrfmiddlewaretoken]', role: 'csrf' },
      { carrier: 'cookie', name: 'messages', role: 'other', format: 'signed' },
      // Keeps pictures out of the browser's cache.
      { carrier: 'url', name: '_salt', role: 'other' },
      { carrier: 'cookie', name: /^ys-/, role: 'preference' },
      { carrier: 'localStorage', name: /^django\.admin\./, role: 'preference' },
    ],
  },
  proof: {
    url: /\/account\/edit$/,
    knows: ({ status, body }) =>
      status === 200 && body.includes(`Profile settings for ${USER.name}`),
  },
  start,
  visit,
};

async function start(scratch: Scratch) {
  for (const folder of ['data', 'log', 'whisper']) scratch.open(folder);
  scratch.write(
    'conf/dashboard.conf',
    '[ui]\ndefault_graph_width = 400\ndefault_graph_height = 250\n',
  );
  scratch.write(
    'credtrail_settings.py',
    `SECRET_KEY = 'only-for-a-recording-that-lives-for-seconds'
TIME_ZONE = 'UTC'
CONF_DIR = '${scratch.path('conf')}'
STORAGE_DIR = '${scratch.path('data')}'
LOG_DIR = '${scratch.path('log')}'
WHISPER_DIR = '${scratch.path('whisper')}'
STANDARD_DIRS = [WHISPER_DIR]
STATIC_ROOT = '/usr/share/graphite-web/static'
DASHBOARD_REQUIRE_AUTHENTICATION = True
`,
  );
  const env = {
    DJANGO_SETTINGS_MODULE: 'graphite.settings',
    GRAPHITE_SETTINGS_MODULE: 'credtrail_settings',
    PYTHONPATH: scratch.folder,
    DJANGO_SUPERUSER_PASSWORD: USER.password,
  };
  const manage = (...args: string[]) =>
    scratch.run('/usr/bin/python3', ['-m', 'django', ...args], { env, user: 'www-data' });
  manage('migrate', '--run-syncdb', '--verbosity=0');
  manage('createsuperuser', '--noinput', `--username=${USER.name}`, `--email=${USER.email}`);
  return wsgi(scratch, {
    host: HOST,
    script: `import os
os.environ['GRAPHITE_SETTINGS_MODULE'] = 'credtrail_settings'
exec(open('/usr/share/graphite-web/graphite.wsgi').read())
`,
    directives: `Alias /static/admin/ /usr/lib/python3/dist-packages/django/contrib/admin/static/admin/
Alias /static/ /usr/share/graphite-web/static/`,
  });
}

async function visit({ page, url, step }: Visit) {
  const logIn = async (password = USER.password) => {
    await page.goto(`${url}/account/login?nextPage=/account/edit`);
    await page.type('input[name=username]', USER.name);
    await page.type('input[name=password]', password);
    await clickThrough(page, 'input[type=submit]');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/account/edit`);
  await step('failed-login');
  await logIn('wrong');
  await step('login');
  await logIn();
  await page.waitForSelector('input[name=advancedUI]');
  await step('use');
  await page.click('input[name=advancedUI]');
  await clickThrough(page, 'input[type=submit]');
  await moveNavigation(page, url);
  await page.goto(`${url}/events/`);
  await rename(page, url);
  await page.goto(`${url}/account/edit`);
  await page.reload();
  await step('logout');
  await page.goto(`${url}/`);
  const header = await page.waitForFrame((frame) => frame.name() === 'Header');
  await header.waitForSelector('a.logout');
  await Promise.all([page.waitForNavigation(), header.click('a.logout')]);
  await page.goto(`${url}/account/edit`);
  await step('login-2');
  await logIn();
  await page.waitForSelector('input[name=advancedUI]');
}

/** Has the dashboard remember where its navigation stands. */
async function moveNavigation(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/dashboard/`);
  // Ext JS breaks what puppeteer waits and finds with; its own handlers are called by name.
  await page.evaluate('configureUI(); Ext.getCmp("navbar-left-radio").setValue(true)');
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(
      '[...document.querySelectorAll("button")].find((b) => b.textContent === "Ok").click()',
    ),
  ]);
}

/** Changes the user's own first name in Django's administration. */
async function rename(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/admin/`);
  await page.goto(`${url}/admin/auth/user/`);
  await clickThrough(page, 'th.field-username a');
  await retype(page, '#id_first_name', 'Ada');
  await clickThrough(page, 'input[name=_save]');
}
