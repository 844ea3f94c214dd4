import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EditedCookie } from '../../../src/messaging/stored-entry.js';
import type { EntryName, StorageAreaView } from '../../../src/messaging/views.js';
import { useExtension } from '../../support/extension.js';
import { entryActs } from './entry-acts.js';
import { html, type Lab, startLab, until } from './lab.js';

/** Of the browser's own: all that it knows of a cookie. */
type Jar = Record<string, unknown>[];

describe('stored entries, as a person changes them', () => {
  let lab: Lab;
  let page: Page;
  let tabId: number;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/frames': (_, response) => {
        const inner = lab.at('inner.test');
        html(response, `<iframe src="${inner}"></iframe><iframe src="about:blank"></iframe>`);
      },
      '/cookies': (_, response) => {
        response.setHeader('set-cookie', [
          'twin=of-host; Path=/; HttpOnly; SameSite=Strict',
          'twin=of-domain; Path=/; Domain=shop.test; Max-Age=86400',
          'twin=of-path; Path=/cookies',
        ]);
        html(response, '<title>cookies</title>');
      },
    });
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    page = await extension().browser.newPage();
  });
  afterEach(() => page.close());

  const go = async (host: string, path = '/') => {
    await page.goto(lab.at(host) + path);
    tabId = await extension().tabIdOf(page);
  };
  const areas = async (): Promise<StorageAreaView[]> =>
    (await extension().ask<'getStorage'>({ type: 'getStorage', tabId })).areas;
  const item = async (area: string, key: string, owner?: string) => {
    const find = async () =>
      (await areas())
        .filter((each) => each.area === area && (owner ?? each.owner) === each.owner)
        .flatMap(({ items }) => items)
        .find((each) => each.key === key);
    return (await until(find, (found) => found !== undefined))!;
  };
  const { entryOf, change, undo } = entryActs(extension, () => tabId);
  const jar = async (name: string): Promise<Jar> => {
    const asking = await extension().askingPage();
    const found = (await asking.evaluate(
      `chrome.cookies.getAll({ name: ${JSON.stringify(name)}, partitionKey: {} })`,
    )) as Jar;
    return found.toSorted((a, b) => String(a['value']).localeCompare(String(b['value'])));
  };
  const editedCookie = async (what: EntryName): Promise<EditedCookie> => {
    const entry = await entryOf(what);
    if (!entry || !('cookie' in entry)) throw new Error('not a cookie');
    return entry.cookie;
  };

  it('change, go and come in web storage, and are put back', async () => {
    await go('web.test');
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    const origin = lab.at('web.test');
    const { id: itemId } = await item('localStorage', 'theme');
    const what: EntryName = { origin, area: 'localStorage', itemId };
    const place = { origin, area: 'localStorage', key: 'theme' } as const;
    const stored = () => page.evaluate(() => ({ ...localStorage }));
    expect(await entryOf(what)).toEqual({ item: { ...place, value: 'dark' } });

    const changed = await change(what, { item: { ...place, key: 'look', value: 'light' } });
    expect(await stored()).toEqual({ look: 'light' });
    expect(await undo(changed)).toHaveProperty('change');
    expect(await stored()).toEqual({ theme: 'dark' });
    expect(await undo(changed)).toEqual({ failed: 'late' });

    const deleted = await change(what, null);
    expect(await stored()).toEqual({});
    await undo(deleted);
    expect(await stored()).toEqual({ theme: 'dark' });

    const added = await change(null, {
      item: { origin, area: 'sessionStorage', key: '__proto__', value: '' },
    });
    expect(await page.evaluate(() => sessionStorage.getItem('__proto__'))).toBe('');
    await undo(added);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('are told where there is no room, and then nothing has changed', async () => {
    await go('full.test');
    await page.evaluate(() => localStorage.setItem('a', 'before'));
    const origin = lab.at('full.test');
    const { id: itemId } = await item('localStorage', 'a');
    const value = 'x'.repeat(6_000_000);
    const changed = await change(
      { origin, area: 'localStorage', itemId },
      { item: { origin, area: 'localStorage', key: 'b', value } },
    );
    expect(changed).toEqual({ failed: 'full' });
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ a: 'before' });
  });

  it('are those of the frame that has them', async () => {
    await go('outer.test', '/frames');
    const frame = await until(
      async () => page.frames().find((each) => each.url().startsWith(lab.at('inner.test'))),
      (found) => found !== undefined,
    );
    await frame!.evaluate(() => sessionStorage.setItem('k', 'in the frame'));
    const origin = lab.at('inner.test');
    const { id: itemId } = await item('sessionStorage', 'k', origin);
    await change({ origin, area: 'sessionStorage', itemId }, null);
    expect(await frame!.evaluate(() => sessionStorage.length)).toBe(0);
    const owners = (await areas()).filter(({ area }) => area === 'localStorage');
    expect(owners.map(({ owner }) => owner).toSorted()).toEqual([origin, lab.at('outer.test')]);
  });

  it('are one cookie among others of its name, and come back as they were', async () => {
    await go('www.shop.test', '/cookies');
    const before = await jar('twin');
    expect(before).toHaveLength(3);
    const all = await until(
      async () => (await areas()).filter(({ area }) => area === 'cookies'),
      (found) => found.flatMap(({ items }) => items).length === 3,
    );
    for (const { id: cookieId } of all.flatMap(({ items }) => items)) {
      const { value } = await editedCookie({ cookieId });
      const others = before.filter((cookie) => cookie['value'] !== value);
      const deleted = await change({ cookieId }, null);
      expect(await jar('twin')).toEqual(others);
      expect(await undo(deleted)).toHaveProperty('change');
      expect(await jar('twin')).toEqual(before);
    }
  });

  it('are cookies that change in every attribute, and are put back to the last digit', async () => {
    await go('www.shop.test', '/cookies');
    const before = await jar('twin');
    const ofDomain = async () => (await areas()).find(({ owner }) => owner === 'shop.test')?.items;
    const [seen] = (await until(ofDomain, (found) => found !== undefined))!;
    const cookieId = seen!.id;
    const cookie = await editedCookie({ cookieId });
    expect(cookie).toMatchObject({ value: 'of-domain', hostOnly: false, domain: 'shop.test' });
    const wanted = { value: 'new', httpOnly: true, sameSite: 'lax', path: '/x' } as const;
    const changed = await change({ cookieId }, { cookie: { ...cookie, ...wanted } });
    const after = await jar('twin');
    expect(after.find(({ value }) => value === 'new')).toMatchObject({
      domain: '.shop.test',
      path: '/x',
      httpOnly: true,
      sameSite: 'lax',
      expirationDate: before.find(({ value }) => value === 'of-domain')!['expirationDate'],
    });
    expect(after).toHaveLength(3);
    await undo(changed);
    expect(await jar('twin')).toEqual(before);
  });

  it('are partitioned cookies, too, and those that another one is moved over', async () => {
    await go('part.test');
    const place = { domain: 'part.test', hostOnly: true, path: '/', expiresAt: null } as const;
    const flags = { httpOnly: false, secure: true, sameSite: 'none' } as const;
    const cookie = { ...place, ...flags, partition: 'http://part.test' };
    await change(null, { cookie: { ...cookie, name: 'one', value: '1' } });
    await change(null, { cookie: { ...cookie, name: 'two', value: '2' } });
    const [before] = await jar('two');
    expect(before).toMatchObject({ partitionKey: { topLevelSite: 'http://part.test' } });
    const { id: cookieId } = await item('cookies', 'one');
    const moved = await change({ cookieId }, { cookie: { ...cookie, name: 'two', value: '1' } });
    expect([await jar('one'), (await jar('two'))[0]?.['value']]).toEqual([[], '1']);
    await undo(moved);
    expect((await jar('one'))[0]?.['value']).toBe('1');
    expect(await jar('two')).toEqual([before]);
  });

  it('are told where the browser refuses them, and why', async () => {
    await go('www.shop.test', '/cookies');
    const place = { domain: 'www.shop.test', hostOnly: true, path: '/', partition: null } as const;
    const flags = { httpOnly: false, secure: false, sameSite: 'none', expiresAt: null } as const;
    const cookie = { ...place, ...flags, name: 'refused', value: 'v' };
    expect(await change(null, { cookie })).toEqual({
      failed: 'refused',
      why: 'SameSite=None needs Secure',
    });
    expect(await change(null, { cookie: { ...cookie, value: 'a\nb' } })).toMatchObject({
      failed: 'refused',
    });
    expect(await jar('refused')).toEqual([]);
    const cookieId = 'unheard-of';
    expect(await change({ cookieId }, null)).toEqual({ failed: 'gone' });
  });
});
