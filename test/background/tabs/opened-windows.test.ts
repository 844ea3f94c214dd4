import { checkpointOf, restoredFrom } from '../../support/checkpoint.js';
import { describe, expect, it } from 'vitest';
import { OpenedWindows, toldToOpener } from '../../../src/background/tabs/opened-windows.js';
import type { LogRecord } from '../../../src/recording/record.js';
import { Recording } from '../../../src/recording/recording.js';
import { START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { MemoryStorage } from '../memory-storage.js';

const PAGE = 1;
const CHILD = 2;
const WINDOW = 7;

type Step = (opened: OpenedWindows) => void;
const STEPS: Record<string, Step> = {
  window: (opened) => opened.window(WINDOW, 'popup'),
  tab: (opened) => opened.tab(CHILD, WINDOW),
  target: (opened) => opened.target(CHILD, PAGE),
};
const openerAfter = (...steps: Step[]) => {
  const opened = new OpenedWindows(new MemoryStorage());
  for (const step of steps) step(opened);
  return opened.openerOf(CHILD);
};

describe('a window that a page opened', () => {
  const { window, tab, target } = STEPS as Record<'window' | 'tab' | 'target', Step>;

  it.each([[[window, tab, target]], [[target, window, tab]], [[tab, target, window]]])(
    'is known in whatever order the browser tells (%#)',
    (steps) => {
      expect(openerAfter(...steps)).toBe(PAGE);
    },
  );

  it.each<[string, Step[]]>([
    ['a tab beside it', [tab, target]],
    ['a window of tabs', [(opened) => opened.window(WINDOW, 'normal'), tab, target]],
    ['a window that nobody opened', [window, tab]],
    ['itself', [window, tab, (opened) => opened.target(CHILD, CHILD)]],
  ])('is not %s', (_, steps) => {
    expect(openerAfter(...steps)).toBeUndefined();
  });

  it('is known to a later worker until it is closed', async () => {
    const storage = new MemoryStorage();
    const opened = new OpenedWindows(storage);
    for (const step of [window, tab, target]) step(opened);
    opened.openerOf(CHILD);
    const later = new OpenedWindows(storage);
    await later.load();
    expect(later.openerOf(CHILD)).toBe(PAGE);
    later.close(CHILD);
    const last = new OpenedWindows(storage);
    await last.load();
    expect(last.openerOf(CHILD)).toBeUndefined();
  });
});

describe('what its opener is told', () => {
  const random = new Seeded('opened windows');
  const session = random.base62(32);
  const IN_WINDOW = 'https://shop.test/sign-in';
  const subject = (id: string, url: string, type: 'document' | 'fetch', at: number) => ({
    id,
    at: START + at,
    url,
    method: 'POST',
    type,
    frameId: 0,
    headers: [],
  });

  it('has the pages of that window as its pages', () => {
    const fetched: LogRecord = { kind: 'sent', ...subject('1', `${IN_WINDOW}/x`, 'fetch', 0) };
    const shown: LogRecord = { kind: 'sent', ...subject('2', IN_WINDOW, 'document', 0) };
    expect(toldToOpener(fetched, IN_WINDOW)).toMatchObject({ topUrl: IN_WINDOW });
    expect(toldToOpener(shown, 'about:blank')).toMatchObject({ topUrl: IN_WINDOW });
  });

  it.each<LogRecord>([
    { kind: 'navigated', at: START, url: IN_WINDOW },
    { kind: 'begun', at: START },
    { kind: 'marked', at: START, name: 'x' },
  ])('is not $kind', (record) => {
    expect(toldToOpener(record, IN_WINDOW)).toBeUndefined();
  });

  it('is the login, and that it was there', () => {
    const recording = new Recording();
    const cookie = `shop=${session}; Path=/; HttpOnly; Secure; SameSite=Lax`;
    const inWindow: LogRecord[] = [
      {
        kind: 'login-form',
        at: START + 5,
        pageUrl: IN_WINDOW,
        actionUrl: IN_WINDOW,
        method: 'post',
        fields: [{ name: 'pass', type: 'password' }],
      },
      { kind: 'sent', ...subject('2', IN_WINDOW, 'document', 10) },
      {
        kind: 'answered',
        ...subject('2', IN_WINDOW, 'document', 20),
        status: 200,
        headers: [{ name: 'set-cookie', value: cookie }],
      },
    ];
    recording.add({ kind: 'navigated', at: START, url: 'https://shop.test/' });
    for (const record of inWindow) recording.add(toldToOpener(record, IN_WINDOW)!);
    const again = restoredFrom(checkpointOf(recording));
    const { events, credentials, diagnoses, source } = again.report({
      source: { kind: 'tab' },
      version: '0',
    });
    expect(events.map(({ type }) => type)).toContain('login');
    expect(credentials.map(({ name, role }) => [name, role])).toEqual([['shop', 'session']]);
    expect(diagnoses.map(({ code, detail }) => [code, detail.count])).toEqual([
      ['opened-windows', 1],
    ]);
    expect(source.url).toBe('https://shop.test/');
  });
});
