import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../../browser/extension-browser.js';
import { bareExtension } from '../../support/bare-extension.js';
import { launchExtension } from '../../support/extension.js';
import { HOST_RULES, html, type Lab, startLab, until } from '../capture/lab.js';

/**
 * Notes what can be noted from the first moment on: what changes in the document, which events
 * come, what is loaded, what the page's rules forbid, and what stands on the global object.
 */
const WATCH = `<script>
  window.seen = [];
  const note = (what) => seen.push(what);
  new MutationObserver((changes) => {
    for (const { type, addedNodes, attributeName, target } of changes)
      for (const node of addedNodes.length ? addedNodes : [target])
        note(['changed', type, node.nodeName, attributeName].join(' '));
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type) {
    note('listens to ' + type);
    return add.apply(this, arguments);
  };
  for (const type of ['message', 'messageerror', 'storage', 'securitypolicyviolation', 'error',
    'unhandledrejection', 'focus', 'blur', 'visibilitychange'])
    add.call(window, type, ({ type: came }) => note('event ' + came), true);
  for (const [owner, name] of [[Storage.prototype, 'getItem'], [Storage.prototype, 'key'],
    [IDBFactory.prototype, 'open'], [IDBFactory.prototype, 'databases'], [JSON, 'stringify'],
    [Element.prototype, 'getAttribute']]) {
    const real = owner[name];
    owner[name] = function () { note('called ' + name); return real.apply(this, arguments); };
  }
  localStorage.setItem('access_token', 'x'.repeat(20));
  indexedDB.open('d').onupgradeneeded = ({ target }) => target.result.createObjectStore('s');
</script>
<body><form onsubmit="event.preventDefault()"><input name="user"><input type="password" name="p">
<button>in</button></form><iframe srcdoc="inner"></iframe></body>`;

const STATE = `({
  seen,
  globals: Object.getOwnPropertyNames(window).sort(),
  chrome: Object.getOwnPropertyNames(window.chrome ?? {}).sort(),
  runtime: typeof window.chrome?.runtime,
  natives: Object.getOwnPropertyNames(window)
    .filter((name) => typeof window[name] === 'function' && name !== 'note' && name !== 'add')
    .map((name) => name + Function.prototype.toString.call(window[name])).sort(),
  page: document.documentElement.outerHTML,
  elements: Object.getOwnPropertyNames(document.querySelector('form')).sort(),
  loaded: performance.getEntriesByType('resource').map(({ name }) => name),
  frames: window.length,
  plugins: [...navigator.plugins].map(({ name }) => name),
  stack: new Error().stack.includes('chrome-extension'),
  cookies: document.cookie,
  keys: Object.keys(localStorage).concat(Object.keys(sessionStorage)),
})`;

interface State {
  seen: string[];
  [what: string]: unknown;
}

describe('a page that looks for the extension', () => {
  let lab: Lab;
  let without: State;
  let within: State;
  let extension: ExtensionBrowser;
  const bare = bareExtension();

  const visit = async (browser: ExtensionBrowser, look: (page: Page) => Promise<unknown>) => {
    const page = await browser.browser.newPage();
    await page.goto(lab.at('looking.test') + '/page');
    await page.click('button');
    await look(page);
    await page.evaluate(() => localStorage.setItem('later', '1'));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return (await page.evaluate(STATE)) as State;
  };

  beforeAll(async () => {
    lab = await startLab({
      '/page': (_, response) => {
        response.setHeader(
          'content-security-policy',
          "default-src 'none'; script-src 'unsafe-inline'; frame-src 'self'; " +
            "require-trusted-types-for 'script'",
        );
        html(response, WATCH);
      },
    });
    const plain = await launchExtension({ hostRules: HOST_RULES, extension: bare.folder });
    try {
      without = await visit(plain, async () => undefined);
    } finally {
      await plain.close();
    }
    extension = await launchExtension({ hostRules: HOST_RULES });
    await extension.worker();
    within = await visit(extension, async (page) => {
      const tabId = await extension.tabIdOf(page);
      const view = await extension.openFullView(tabId);
      await view.waitForSelector('#screen-overview');
      await until(
        () => extension.ask<'getStorage'>({ type: 'getStorage', tabId }),
        ({ areas }) => areas.some(({ items }) => items.length > 0),
      );
      await view.close();
    });
  });
  afterAll(async () => {
    await extension.close();
    await lab.close();
    bare.remove();
  });

  it('sees what there is to see', () => {
    expect(without.seen).toContain('event focus');
    expect(without.seen.some((what) => what.startsWith('changed'))).toBe(true);
  });

  it('finds the same as without it', () => {
    const ofWindow = /^event (?:focus|blur|visibilitychange)$/;
    const told = ({ seen, ...rest }: State) => ({
      ...rest,
      seen: seen.filter((what) => !ofWindow.test(what)).toSorted(),
    });
    expect(told(within)).toEqual(told(without));
  });

  it('gets none of its files by their address', async () => {
    const files = readdirSync('dist/chrome', { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).replace('dist/chrome/', ''));
    expect(files.length).toBeGreaterThan(20);
    const page = await extension.browser.newPage();
    await page.goto(lab.at('asking.test'));
    const got = await page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map(async (address) => {
            const fetched = await fetch(address).then(
              () => true,
              () => false,
            );
            const loadedAs = (tag: string, name: string) =>
              new Promise<boolean>((resolve) => {
                const element = document.createElement(tag);
                element.onload = () => resolve(true);
                element.onerror = () => resolve(false);
                element.setAttribute('rel', 'stylesheet');
                element.setAttribute(name, address);
                document.head.append(element);
              });
            const loaded = await Promise.all([
              loadedAs('img', 'src'),
              loadedAs('script', 'src'),
              loadedAs('link', 'href'),
            ]);
            return fetched || loaded.includes(true) ? address : '';
          }),
        ),
      files.map((file) => extension.url(file)),
    );
    expect(got.filter((address) => address !== '')).toEqual([]);
    const manifest = JSON.parse(readFileSync('dist/chrome/manifest.json', 'utf8')) as object;
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    await page.close();
  });
});
