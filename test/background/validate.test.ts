import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/engine/judging.js';
import { LIMITS } from '../../src/engine/settings.js';
import { isContentMessage, isPageRequest } from '../../src/background/validate.js';

const chosen = (some: object) => ({ ...DEFAULT_SETTINGS, ...some });

const place = { domain: 'a.test', hostOnly: true, path: '/', partition: null };
const flags = { httpOnly: false, secure: false, sameSite: 'lax', expiresAt: null };
const cookie = { name: 'n', value: 'v', ...place, ...flags };
const item = { origin: 'https://a.test', area: 'localStorage', key: 'k', value: 'v' };
const record = {
  origin: 'https://a.test',
  area: 'indexedDB',
  database: 'd',
  store: 's',
  key: 'k',
  keyPath: null,
  makesKeys: false,
  value: '{}',
};

describe('isPageRequest', () => {
  it.each([
    { type: 'listTabs' },
    { type: 'getReport', tabId: 0 },
    { type: 'getRequests', tabId: 1, since: 0 },
    { type: 'reveal', tabId: 1, what: { credentialId: 'c1' } },
    { type: 'reveal', tabId: 1, what: { origin: 'o', area: 'localStorage', itemId: 'k' } },
    { type: 'getContent', tabId: 1, what: { cookieId: 'k' }, revealed: false },
    { type: 'getBody', tabId: 1, body: { url: 'u', mimeType: '', text: 't' }, revealed: false },
    { type: 'getEntry', tabId: 1, what: { origin: 'o', area: 'localStorage', itemId: 'k' } },
    { type: 'changeEntry', tabId: 1, what: { cookieId: 'k' }, entry: null },
    { type: 'changeEntry', tabId: 1, what: null, entry: { cookie } },
    { type: 'changeEntry', tabId: 1, what: null, entry: { item } },
    { type: 'changeEntry', tabId: 1, what: null, entry: { record } },
    { type: 'changeEntry', tabId: 1, what: null, entry: { record: { ...record, key: null } } },
    { type: 'getStores', tabId: 1, origin: 'https://a.test' },
    { type: 'undoChange', tabId: 1, change: 1 },
    { type: 'setRecording', tabId: 1, recording: false },
    { type: 'addDevtoolsEntries', tabId: 1, entries: [] },
    { type: 'renameMark', tabId: 1, id: 2, name: 'after login' },
    { type: 'deleteMark', tabId: 1, id: 2, deleted: false },
    { type: 'getNavigations', tabId: 1 },
    { type: 'getSettings' },
    { type: 'getSigned', tabId: 1, credentialId: 'c1' },
    { type: 'addTrial', tabId: 1, fingerprint: 'a0'.repeat(32), tried: 9, length: null },
    { type: 'addTrial', tabId: 1, fingerprint: 'a0'.repeat(32), tried: 9, length: 6 },
    { type: 'setSettings', settings: chosen({}) },
    { type: 'getOptions' },
    { type: 'setOptions', options: {} },
    { type: 'setOptions', options: { capture: 'allowed', sites: ['shop.test'] } },
    { type: 'deleteAll' },
    {
      type: 'setSettings',
      settings: chosen({
        suppressions: [{ ruleId: 'r', site: 's', key: 'k', reason: 'known' }],
        thresholds: { hstsMaxAge: 1 },
      }),
    },
  ])('takes $type', (message) => expect(isPageRequest(message)).toBe(true));

  it.each([
    { type: 'getReport', tabId: '1' },
    { type: 'getReport', tabId: -1 },
    { type: 'getReport', tabId: 1.5 },
    { type: 'getRequests', tabId: 1, since: Number.NaN },
    { type: 'reveal', tabId: 1, what: { origin: 'o' } },
    { type: 'renameMark', tabId: 1, id: 2 },
    { type: 'deleteMark', tabId: 1, id: 2, deleted: 'yes' },
    { type: 'constructor' },
    { type: 'getContent', tabId: 1, what: { credentialId: 'c1' }, revealed: false },
    { type: 'getBody', tabId: 1, body: { url: 'u', mimeType: '', bytes: 1 }, revealed: false },
    { type: 'getEntry', tabId: 1, what: null },
    { type: 'changeEntry', tabId: 1, what: null, entry: { cookie: { ...cookie, sameSite: 'x' } } },
    { type: 'changeEntry', tabId: 1, what: null, entry: { cookie: { ...cookie, expiresAt: '1' } } },
    { type: 'changeEntry', tabId: 1, what: null, entry: { item: { ...item, area: 'indexedDB' } } },
    { type: 'changeEntry', tabId: 1, what: null, entry: { item: { ...item, value: 1 } } },
    { type: 'changeEntry', tabId: 1, what: null },
    { type: 'changeEntry', tabId: 1, what: null, entry: { record: { ...record, value: null } } },
    { type: 'changeEntry', tabId: 1, what: null, entry: { record: { ...record, key: 1 } } },
    { type: 'changeEntry', tabId: 1, what: null, entry: { record: { ...record, area: 'caches' } } },
    { type: 'getStores', tabId: 1, origin: null },
    { type: 'undoChange', tabId: 1, change: '1' },
    { type: 'getSigned', tabId: 1 },
    { type: 'addTrial', tabId: 1, fingerprint: 'secret', tried: 9, length: 6 },
    { type: 'addTrial', tabId: 1, fingerprint: 'a0'.repeat(32), tried: 9, length: 'secret' },
    { type: '__proto__' },
    { type: 'addDevtoolsEntries', tabId: 1, entries: [null] },
    { type: 'setSettings', settings: {} },
    { type: 'setSettings', settings: chosen({ disabledRules: [1] }) },
    { type: 'setSettings', settings: chosen({ suppressions: [{ ruleId: 'r', site: 's' }] }) },
    { type: 'setSettings', settings: chosen({ thresholds: { unheardOf: 1 } }) },
    { type: 'setSettings', settings: chosen({ thresholds: { hstsMaxAge: -1 } }) },
    { type: 'setSettings', settings: chosen({ thresholds: { hstsMaxAge: Number.NaN } }) },
  ])('refuses %j', (message) => expect(isPageRequest(message)).toBe(false));
});

describe('isContentMessage', () => {
  const stored = { key: 'k', value: 'v', length: 1 };
  it('takes what the content script sends', () => {
    expect(
      isContentMessage({
        type: 'storage',
        area: 'localStorage',
        whole: true,
        set: [stored],
        removed: [],
        dropped: 0,
      }),
    ).toBe(true);
    const form = {
      pageUrl: 'p',
      actionUrl: 'a',
      method: 'POST',
      fields: [{ name: 'n', type: 'password' }],
    };
    expect(isContentMessage({ type: 'login-form', form })).toBe(true);
  });

  it('refuses what a page could make of it', () => {
    expect(
      isContentMessage({
        type: 'storage',
        area: 'cookies',
        whole: true,
        set: [],
        removed: [],
        dropped: 0,
      }),
    ).toBe(false);
    expect(
      isContentMessage({
        type: 'storage',
        area: 'localStorage',
        whole: true,
        set: Array.from({ length: LIMITS.storageItems + 1 }, () => stored),
        removed: [],
        dropped: 0,
      }),
    ).toBe(false);
    expect(isContentMessage({ type: 'login-form', form: null })).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (message) => {
        expect([isPageRequest(message), isContentMessage(message)]).toEqual([false, false]);
      }),
    );
  });
});
