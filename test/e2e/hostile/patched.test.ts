import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExtensionBrowser } from '../../../browser/extension-browser.js';
import { bareExtension } from '../../support/bare-extension.js';
import { launchExtension } from '../../support/extension.js';
import { Seeded } from '../../support/seeded.js';
import { HOST_RULES, html, type Lab, startLab, until } from '../capture/lab.js';

const random = new Seeded('patched');
const STORED = random.base62(40);
const IN_DATABASE = random.base62(40);
const SENT = random.base62(40);

/** Puts a lie in the place of every function that can be reached from the global object. */
const PATCH = `(() => {
  const { apply, construct, ownKeys, getOwnPropertyDescriptor, defineProperty, getPrototypeOf } = Reflect;
  globalThis.called = '';
  const done = new Set([Reflect]);
  const has = Set.prototype.has.bind(done);
  const add = Set.prototype.add.bind(done);
  const proxied = (name, real) => new Proxy(real, {
    apply: (...given) => { globalThis.called += name + ' '; return apply(real, given[1], given[2]); },
    construct: (...given) => { globalThis.called += 'new ' + name + ' '; return construct(real, given[1]); },
  });
  const patch = (path, object, depth) => {
    if (has(object) || depth > 4) return;
    add(object);
    for (const key of ownKeys(object)) {
      const found = getOwnPropertyDescriptor(object, key);
      const name = path + '.' + String(key);
      if (key === 'called' || key === 'location' || key === 'top' || key === 'constructor') continue;
      const inner = found.value;
      const isObject = (typeof inner === 'object' && inner !== null) || typeof inner === 'function';
      if (isObject) patch(name, inner, depth + 1);
      if (!found.configurable) continue;
      const lie = { ...found };
      for (const part of ['value', 'get', 'set'])
        if (typeof found[part] === 'function') lie[part] = proxied(name, found[part]);
      try { defineProperty(object, key, lie); } catch {}
    }
  };
  patch('window', globalThis, 0);
  defineProperty(Object.prototype, 'then', { get: () => { globalThis.called += 'then '; } });
  defineProperty(Object.prototype, 'toJSON', { value: () => { globalThis.called += 'toJSON '; } });
  defineProperty(Storage.prototype, 'getItem', { value: () => { globalThis.called += 'getItem '; return 'a lie'; } });
  globalThis.called = '';
})()`;

const PAGE = `<title>filling</title><script type="module">
  localStorage.setItem('access_token', '${STORED}');
  await new Promise((resolve) => {
    const open = indexedDB.open('d', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('s');
    open.onsuccess = () => {
      const write = open.result.transaction('s', 'readwrite');
      write.objectStore('s').put({ refresh_token: '${IN_DATABASE}' }, 'k');
      write.oncomplete = () => { open.result.close(); resolve(); };
    };
  });
  ${PATCH};
  document.title = 'patched';
  globalThis.called = '';
</script>
<form action="/x" method="post"><input name="user"><input type="password" name="key" value="pw"></form>`;

describe.each([
  ['before the extension is there', true],
  ['while it loads', false],
])('a page that replaces every built-in %s', (_, isBefore) => {
  let lab: Lab;
  let extension: ExtensionBrowser;
  let page: Page;
  let tabId: number;
  const bare = bareExtension();
  const errors: unknown[] = [];

  const open = async (browser: ExtensionBrowser) => {
    page = await browser.browser.newPage();
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(lab.at('patched.test') + '/page');
    await until(
      () => page.title(),
      (title) => title === 'patched',
    );
  };

  beforeAll(async () => {
    lab = await startLab({ '/page': (_request, response) => html(response, PAGE) });
    const first = await launchExtension({
      hostRules: HOST_RULES,
      ...(isBefore && { extension: bare.folder }),
    });
    if (isBefore) {
      await open(first);
      const id = await first.browser.installExtension('dist/chrome');
      extension = new ExtensionBrowser(first.browser, id, () => first.close());
      await extension.worker();
    } else {
      extension = first;
      await extension.worker();
      await open(first);
    }
    tabId = await extension.tabIdOf(page);
    await page.evaluate('globalThis.called = ""');
  });
  afterAll(async () => {
    await extension.close();
    await lab.close();
    bare.remove();
  });

  const valuesSeen = async () => {
    const { credentials } = await extension.ask<'getReport'>({ type: 'getReport', tabId });
    const values = credentials.map(({ id: credentialId }) =>
      extension.ask<'reveal'>({ type: 'reveal', tabId, what: { credentialId } }),
    );
    return (await Promise.all(values)).map((answer) => answer?.value);
  };

  it('is read as it is, and none of its functions is called', async () => {
    const values = await until(valuesSeen, (all) => all.length >= 2);
    expect(values.toSorted()).toEqual([STORED, IN_DATABASE].toSorted());
    expect(await page.evaluate('globalThis.called')).toBe('');
    expect(errors).toEqual([]);
  });

  it('has its requests recorded as they were sent', async () => {
    await page.evaluate(`void fetch('/api', { headers: { authorization: 'Bearer ${SENT}' } })`);
    const values = await until(valuesSeen, (all) => all.includes(SENT));
    expect(values).toContain(SENT);
  });

  it('lies to its own scripts, so that the silence above means something', async () => {
    expect(await page.evaluate('localStorage.getItem("access_token")')).toBe('a lie');
    await page.evaluate('void indexedDB.databases()');
    expect(await page.evaluate('globalThis.called')).toContain('databases');
  });
});
