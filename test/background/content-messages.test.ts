import type { Runtime } from 'webextension-polyfill';
import { describe, expect, it } from 'vitest';
import type { Background } from '../../src/background/background.js';
import { observeContent } from '../../src/background/content-messages.js';
import { isContentMessage } from '../../src/background/validate.js';
import type { ContentMessage } from '../../src/messaging/content-message.js';
import type { LogRecord } from '../../src/recording/record.js';

const SENDER: Runtime.MessageSender = { url: 'https://shop.test/cart' };

/** What is recorded of a message as the browser hands it over. */
function recorded(message: object, sender = SENDER): LogRecord[] {
  const records: LogRecord[] = [];
  const background = {
    recorder: { observe: (_: number, record: LogRecord) => void records.push(record) },
    viewers: { has: () => true },
    scope: { records: () => true },
  } as unknown as Background;
  expect(isContentMessage(message)).toBe(true);
  observeContent(message as ContentMessage, 7, sender, background);
  return records;
}

const STORAGE = { type: 'storage', area: 'localStorage', whole: true, removed: [], dropped: 0 };
const FORGED = { kind: 'trial', at: 1, origin: 'https://victim.test', fingerprint: 'f' };
const FORM = { actionUrl: 'https://shop.test/in', method: 'POST', fields: [] };

describe('a message of a content script', () => {
  it('is of the origin that the browser names, and has no member but its own', () => {
    const item = { key: 'k', value: 'v', length: 1 };
    const set = [{ ...item, limits: [{ what: 'body', limit: 1, lost: 1 }], cut: true }];
    expect(recorded({ ...STORAGE, ...FORGED, set })).toEqual([
      {
        kind: 'storage-observed',
        at: expect.closeTo(Date.now(), -4) as number,
        origin: 'https://shop.test',
        area: 'localStorage',
        whole: true,
        set: [item],
        removed: [],
        dropped: 0,
      },
    ]);
  });

  it('tells of a form of its own page', () => {
    const pageUrl = 'https://shop.test/login';
    const fields = [{ name: 'p', type: 'password', value: 'correct horse' }];
    const form = { ...FORM, fields, pageUrl, password: 'correct horse' };
    const [record] = recorded({ type: 'login-form', form, ...FORGED });
    expect(record).toMatchObject({ kind: 'login-form', pageUrl, method: 'POST' });
    expect(record).toHaveProperty('fields', [{ name: 'p', type: 'password' }]);
    expect(JSON.stringify(record)).not.toContain('correct horse');
  });

  it.each(['https://victim.test/', 'https://shop.test.victim.test/', 'http://shop.test/', 'x', ''])(
    'tells of no form of another page (%s)',
    (pageUrl) => {
      expect(recorded({ type: 'login-form', form: { ...FORM, pageUrl } })).toEqual([]);
    },
  );
});
