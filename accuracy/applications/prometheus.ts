import type { Page } from 'puppeteer-core';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';

const HOST = 'prometheus.test';

/** Prometheus with users in its web configuration file: HTTP Basic alone. */
export const application: Application = {
  name: 'prometheus',
  kind: 'application',
  language: 'Go',
  packages: ['prometheus', 'apache2-utils'],
  docs: [
    // "Prometheus supports basic authentication … for connections to the Prometheus expression
    // browser and HTTP API".
    'https://prometheus.io/docs/guides/basic-auth/',
    // The classic pages (Debian has no others) keep `history` and `enable-query-history`.
    '/usr/share/prometheus/web/static/js/graph/index.js',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'header', name: 'x-requested-with', role: 'other' },
      // What to ask for which time; `_` keeps caches apart.
      { carrier: 'url', name: /^(?:query|start|end|step|time|v|_|g0\..*)$/, role: 'other' },
    ],
  },
  proof: { url: /\/targets$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const port = await freePort();
    const line = scratch.run('htpasswd', ['-nbBC', '6', USER.name, USER.password]).trim();
    const web = scratch.write('web.yml', `basic_auth_users:\n  ${line.replace(':', ": '")}'\n`);
    const config = scratch.write(
      'prometheus.yml',
      `global: { scrape_interval: 2s, scrape_timeout: 1s }
scrape_configs:
  - job_name: prometheus
    basic_auth: { username: ${USER.name}, password: ${USER.password} }
    static_configs: [{ targets: ['127.0.0.1:${port}'] }]
`,
    );
    scratch.serve('prometheus', [
      `--config.file=${config}`,
      `--web.config.file=${web}`,
      `--web.listen-address=127.0.0.1:${port}`,
      `--storage.tsdb.path=${scratch.path('data')}`,
    ]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/graph`).catch(() => undefined);
    await page.goto(`${url}/classic/targets`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/graph`);
    await step('use');
    await use(page);
  },
};

async function use(page: Page): Promise<void> {
  await page.waitForSelector('textarea[name=expr]');
  await page.click('textarea[name=expr]');
  await page.type('textarea[name=expr]', 'up');
  await Promise.all([
    page.waitForResponse((response) => response.url().includes('/api/v1/query')),
    page.$eval('input[name=submit], .execute_btn', (button) => (button as HTMLElement).click()),
  ]);
  await page.reload();
  for (const path of ['alerts', 'rules', 'config', 'flags', 'targets'])
    await Promise.all([
      page.waitForNavigation(),
      // Some stand in a menu that is closed.
      page.$eval(`a[href$="/classic/${path}"]`, (link) => (link as HTMLElement).click()),
    ]);
}
