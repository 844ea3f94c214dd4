import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry, StoreView } from '../../../src/messaging/stored-entry.js';
import { useOwnExtension } from '../../support/extension.js';
import { Seeded } from '../../support/seeded.js';
import { THOROUGH } from '../../support/thorough.js';
import { entryActs } from './entry-acts.js';
import { deleting, holding, storing } from './indexed-db.js';
import { HOST_RULES, type Lab, startLab } from './lab.js';
import { recordActs } from './record-acts.js';

describe('records of IndexedDB, as a person changes them', () => {
  let lab: Lab;
  let page: Page;
  let tabId: number;
  let hosts = 0;
  const extension = useOwnExtension(async () => {
    lab = await startLab({});
    const origins = Array.from({ length: 20 }, (_, n) => lab.at(`db${n}.test`)).join();
    // Keys that no script can read are made in secure contexts alone.
    return {
      hostRules: HOST_RULES,
      args: [`--unsafely-treat-insecure-origin-as-secure=${origins}`],
    };
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    page = await extension().browser.newPage();
    await page.goto(lab.at(`db${hosts++}.test`));
    tabId = await extension().tabIdOf(page);
  });
  afterEach(() => page.close());

  const { change, entryOf, undo } = entryActs(extension, () => tabId);
  const { nameOf, newRecord, recordOf, records, stores } = recordActs(extension, () => ({
    page,
    tabId,
  }));

  it.each<[kind: string, key: string, label: string]>([
    ['text', '"k"', 'db/beside/k'],
    ['a number', '7', 'db/beside/7'],
    ['text like a number', '"7"', 'db/beside/"7"'],
    ['a date', 'new Date(0)', 'db/beside/1970-01-01T00:00:00.000Z'],
    ['a list', '["a", 1]', 'db/beside/["a",1]'],
    ['bytes', 'new Uint8Array([0, 255])', 'db/beside/bytes:00ff'],
    ['a list of dates', '[new Date(0)]', 'db/beside/[1970-01-01T00:00:00.000Z]'],
  ])('under a key that is %s are edited, deleted and put back', async (_, key, label) => {
    await page.evaluate(storing(`[['beside', { a: 1 }, ${key}], ['beside', { other: 1 }, 'z']]`));
    const before = await records('beside');
    const what = await nameOf(label);
    const record = await recordOf(what);
    expect(record).toMatchObject({
      database: 'db',
      store: 'beside',
      keyPath: null,
      value: '{"a":1}',
    });
    const changed = await change(what, { record: { ...record, value: '{"a":2}' } });
    const after = JSON.parse(JSON.stringify(before).replace('"a":1', '"a":2')) as unknown;
    expect(await records('beside')).toEqual(after);
    expect(await undo(changed)).toHaveProperty('change');
    expect(await records('beside')).toEqual(before);
    const deleted = await change(what, null);
    expect(await records('beside')).toHaveLength(1);
    expect(await undo(deleted)).toHaveProperty('change');
    expect(await records('beside')).toEqual(before);
    expect(await undo(deleted)).toEqual({ failed: 'late' });
  });

  it('with their key in the value are edited, renamed and put back', async () => {
    await page.evaluate(
      storing(`[['inside', { id: 1, mail: 'a' }], ['inside', { id: 2, mail: 'b' }]]`),
    );
    const before = await records('inside');
    const what = await nameOf('db/inside/1');
    const record = await recordOf(what);
    expect(record.keyPath).toBe('id');
    const wanted = (value: unknown): Entry => ({
      record: { ...record, value: JSON.stringify(value) },
    });
    const renamed = await change(what, wanted({ id: 9, mail: 'c' }));
    expect(await records('inside')).toEqual([
      [2, { id: 2, mail: 'b' }],
      [9, { id: 9, mail: 'c' }],
    ]);
    await undo(renamed);
    expect(await records('inside')).toEqual(before);
    // Nothing of a step that cannot be made whole is left.
    expect(await change(what, wanted({ id: 2, mail: 'a' }))).toEqual({ failed: 'taken' });
    expect(await change(what, wanted({ id: 1, mail: 'b' }))).toEqual({ failed: 'taken' });
    expect(await change(what, wanted({ mail: 'c' }))).toEqual({ failed: 'key' });
    expect(await change(what, { record: { ...record, value: '{' } })).toEqual({ failed: 'json' });
    expect(await records('inside')).toEqual(before);
  });

  it('are added, to a store in which nothing was, and taken back', async () => {
    await page.evaluate(storing('[]'));
    const { areas } = await extension().ask<'getStorage'>({ type: 'getStorage', tabId });
    expect(areas.map(({ area }) => area)).toContain('indexedDB');
    const [beside, inside] = (await stores()) as [StoreView, StoreView];
    expect([beside, inside]).toEqual([
      { database: 'db', store: 'beside', keyPath: null, makesKeys: true },
      { database: 'db', store: 'inside', keyPath: 'id', makesKeys: false },
    ]);
    const added = [
      await change(null, newRecord(beside, null, 'made')),
      await change(null, newRecord(beside, '["a",1]', [1])),
      await change(null, newRecord(beside, '1970-01-01T00:00:00.000Z', null)),
      await change(null, newRecord(inside, null, { id: 'x' })),
    ];
    expect(await records('beside')).toEqual([
      [1, 'made'],
      [{ date: 0 }, null],
      [['a', 1], [1]],
    ]);
    expect(await change(null, newRecord(beside, '1', 'again'))).toEqual({ failed: 'taken' });
    expect(await change(null, newRecord(beside, '[true]', 1))).toEqual({ failed: 'key' });
    expect(await change(null, newRecord(beside, 'bytes:00', 1))).toEqual({ failed: 'key' });
    const elsewhere = { ...beside, store: 'unheard of' };
    expect(await change(null, newRecord(elsewhere, 'k', 1))).toEqual({ failed: 'gone' });
    for (const one of added) expect(await undo(one)).toHaveProperty('change');
    expect([await records('beside'), await records('inside')]).toEqual([[], []]);
  });

  const ODD: readonly [kind: string, at: string, value: string][] = [
    ['Date', 'at', '{ at: new Date(5) }'],
    ['Map', '', 'new Map([["a", new Set([1n])]])'],
    ['Uint8Array', 'a.0', '{ a: [new Uint8Array([1, 2])] }'],
    ['BigInt', 'n', '{ n: 10n ** 30n }'],
    ['undefined', 'u', '{ u: undefined }'],
    [
      'CryptoKey',
      '',
      `await crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, false, ['encrypt'])`,
    ],
  ];
  it.each(ODD)('that hold a %s say so, and are put back as they were', async (kind, at, value) => {
    await page.evaluate(storing(`[['beside', ${value}, 'k']]`));
    const before = await records('beside');
    const what = await nameOf('db/beside/k');
    expect(await entryOf(what)).toEqual({ fixed: { kind, at } });
    const deleted = await change(what, null);
    expect(await records('beside')).toEqual([]);
    expect(await undo(deleted)).toHaveProperty('change');
    expect(await records('beside')).toEqual(before);
  });

  it('are put back when their page was loaded again, where text can hold them exactly', async () => {
    await page.evaluate(storing(`[['beside', { a: [1] }, 7], ['beside', new Date(5), 'odd']]`));
    const before = await records('beside');
    const plain = await change(await nameOf('db/beside/7'), null);
    const odd = await change(await nameOf('db/beside/odd'), null);
    await page.reload();
    expect(await undo(plain)).toHaveProperty('change');
    expect(await undo(odd)).toEqual({ failed: 'left' });
    expect(await records('beside')).toEqual(before.slice(0, 1));
  });

  it('hold no token that is not marked and masked', async () => {
    const token = new Seeded('record').base62(40);
    await page.evaluate(
      storing(`[['inside', { id: 'user', deep: { refresh_token: '${token}' } }]]`),
    );
    const what = await nameOf('db/inside/user');
    const content = await extension().ask<'getContent'>({
      type: 'getContent',
      tabId,
      what,
      revealed: false,
    });
    expect(JSON.stringify(content)).not.toContain(token);
    expect(JSON.stringify(content)).toMatch(/"credentialIds":\["/);
  });

  it(
    'are those of a database that a page lets nobody open, or never stops using: nothing hangs',
    THOROUGH,
    async () => {
      await page.evaluate(storing(`[['beside', 1, 'k']]`));
      const what = await nameOf('db/beside/k');
      await page.evaluate(holding);
      expect(await change(what, null)).toEqual({ failed: 'held' });
      await page.evaluate(() => Object.assign(window, { letGo: true }));
      expect(await records('beside')).toEqual([['k', 1]]);
      const deleted = await change(what, null);
      expect(deleted).toHaveProperty('change');
      // Nothing of it holds a page back that changes its database, or deletes it.
      expect(await page.evaluate(deleting)).toBe('deleted');
      expect(await undo(deleted)).toEqual({ failed: 'gone' });
      expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
    },
  );
});
