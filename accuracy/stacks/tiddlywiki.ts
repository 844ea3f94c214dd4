import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { USER } from '../support/site.js';
import { freePort } from '../support/serve.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'tiddlywiki.test';

interface TiddlyWiki {
  boot: { argv: string[]; boot(callback: () => void): void };
}

/** TiddlyWiki on Node.js, protected by name and password: HTTP Basic. */
export const stack: Stack = {
  name: 'tiddlywiki',
  half: 'held-out',
  docs: [
    // "username: optional username for basic authentication; password: optional password for basic
    // authentication".
    'https://tiddlywiki.com/static/ListenCommand.html',
    // "require requests … header X-Requested-With: TiddlyWiki" (a constant, no token).
    'https://tiddlywiki.com/static/WebServer%2520Parameter%253A%2520csrf-disable.html',
  ],
  noSecondLogin:
    'a browser sends name and password until it is closed (RFC 9110 §11.6.1): nobody logs out',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [{ carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' }],
  },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/`);
    await page.waitForSelector('button[aria-label="new tiddler"]');
    await step('use');
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.click('button[aria-label="new tiddler"]');
    await saved;
    await page.goto(`${url}/recipes/default/tiddlers.json`);
    await step('logout');
    await page.goto(`${url}/status`);
  },
};

async function start(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'credtrail-wiki-'));
  const port = await freePort();
  await command(folder, '--init', 'server');
  await command(
    folder,
    '--listen',
    'host=127.0.0.1',
    `port=${port}`,
    `username=${USER.name}`,
    `password=${USER.password}`,
  );
  await waitUntilUp(port);
  return {
    url: `http://${HOST}:${port}`,
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

function command(...argv: string[]): Promise<void> {
  const { TiddlyWiki: make } = createRequire(import.meta.url)('tiddlywiki') as {
    TiddlyWiki(): TiddlyWiki;
  };
  const wiki = make();
  wiki.boot.argv = argv;
  return new Promise((resolve) => wiki.boot.boot(resolve));
}
