import { freePort } from '../support/serve.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'refine.test';

/** OpenRefine, for tables: a new token against forgery for each change, and nobody to log in. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-openrefine',
  language: 'Java',
  packages: ['openrefine', 'default-jre-headless'],
  docs: [
    // "get-csrf-token … All POST requests": csrf_token, good for an hour, in the address or the
    // body.
    'https://openrefine.org/docs/technical-reference/openrefine-api#csrf-token',
    // Butterfly, its web framework: the cookie "host" says where a page's host is from.
    'https://github.com/OpenRefine/simile-butterfly',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'host', role: ['other', 'preference', 'load-balancer'] },
      { carrier: 'url', name: 'csrf_token', role: 'csrf' },
      { carrier: 'body', name: /(csrf_token|\/token)$/, role: 'csrf' },
      { carrier: 'url', name: /^(?!csrf_token$)/, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'cookie', name: /./, role: ['preference', 'other'] },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  async start(scratch) {
    const port = await freePort();
    const listen = ['-i', '127.0.0.1', '-H', '*', '-p', String(port), '-m', '512M'];
    const data = ['-d', scratch.open('data'), '-x', 'refine.headless=true'];
    scratch.serve('/usr/share/openrefine/refine', [...listen, ...data], {
      cwd: '/usr/share/openrefine',
      env: { HOME: scratch.folder },
    });
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    // Its styles are made while they are asked for.
    page.setDefaultTimeout(90_000);
    await step('anonymous');
    await page.goto(`${url}/`);
    await settle({ page });
    await step('use');
    await page.goto(`${url}/?from=home#language-settings`);
    await page.waitForSelector('#langDD');
    // What its button for the language does.
    await Promise.all([
      page.waitForResponse((answer) => answer.url().includes('/set-preference')),
      page.evaluate(`Refine.wrapCSRF((csrf_token) => $.post('command/core/set-preference?', {
  name: 'userLang', value: JSON.stringify('ja'), csrf_token }))`),
    ]);
    await settle({ page });
    await page.goto(`${url}/preferences`);
    await settle({ page });
  },
};
