import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/engine/judging.js';
import type { FileProgress } from '../../src/messaging/opened-file.js';
import { openFiles } from '../../src/opened-file/open-files.js';
import { HAR_SESSION, loginHar } from '../support/har-file.js';
import { file, opened, tabId, SAVED_AT } from './opened.js';

/** The same visit an hour later, to another host. */
function laterHar(): string {
  return loginHar()
    .replaceAll('shop.test', 'later.test')
    .replaceAll(/"startedDateTime":"([^"]+)"/g, (_, at: string) => {
      const later = new Date(Date.parse(at) + 3_600_000).toISOString();
      return `"startedDateTime":"${later}"`;
    });
}

const STATE = JSON.stringify({
  cookies: [
    {
      name: 'sid',
      value: HAR_SESSION,
      domain: 'shop.test',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    },
  ],
  origins: [{ origin: 'https://shop.test', localStorage: [{ name: 'theme', value: 'dark' }] }],
});

describe('several HAR files', () => {
  it('are one recording in the order of time, whichever comes first', async () => {
    for (const files of [
      [file('a.har', loginHar()), file('b.har', laterHar())],
      [file('b.har', laterHar()), file('a.har', loginHar())],
    ]) {
      const { ask } = await opened(...files);
      const report = await ask({ type: 'getReport', tabId });
      expect(report.source.requests).toBe(6);
      expect(report.sites.map(({ site }) => site).toSorted()).toEqual([
        'https://later.test',
        'https://shop.test',
      ]);
      const { rows } = await ask({ type: 'getRequests', tabId, since: 0 });
      expect(new Set(rows.map(({ id }) => id)).size).toBe(6);
      const hosts = rows.toSorted((a, b) => a.startedAt - b.startedAt).map(({ host }) => host);
      expect(new Set(hosts.slice(0, 3)).size).toBe(1);
    }
  });

  it('are read with one progress', async () => {
    const told: FileProgress[] = [];
    await openFiles([file('a.har', loginHar(50)), file('b.har', laterHar())], (progress) =>
      told.push(progress),
    );
    const read = told.flatMap(({ step, percent }) => (step === 'reading' ? percent : []));
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    expect(new Set(read).size).toBe(read.length);
  });

  it('give their traffic as one HAR file, without its secrets', async () => {
    const { ask } = await opened(file('a.har', loginHar()), file('b.har', laterHar()));
    const told = JSON.stringify(await ask({ type: 'getHar', tabId }));
    expect(told).toMatch(/^\{"har":\{"log":\{"version":"1\.2"/);
    expect(told.match(/"startedDateTime"/g)?.length).toBeGreaterThan(5);
    expect(told).not.toContain(HAR_SESSION);
  });

  it('say which of them is none', async () => {
    const { told } = await opened(file('a.har', loginHar()), file('b.json', '{"log":{}}'));
    expect(told.at(-1)).toEqual({ type: 'fault', fault: 'har', name: 'b.json' });
  });

  it('take the storage that was saved beside them', async () => {
    const { ask } = await opened(file('state.json', STATE), file('a.har', loginHar()));
    const { areas } = await ask({ type: 'getStorage', tabId });
    expect(areas.map(({ area }) => area).toSorted()).toEqual(['cookies', 'localStorage']);
    const [cookie] = (await ask({ type: 'getReport', tabId })).credentials;
    expect(cookie?.attributes?.httpOnly).toBe(true);
    expect(JSON.stringify(areas)).not.toContain(HAR_SESSION);
  });

  it('take cookies.txt beside them, and tell what was cut of them', async () => {
    const cookies = `#HttpOnly_shop.test\tFALSE\t/\tTRUE\t0\tsid\t${HAR_SESSION}\noops\n`;
    const har = loginHar();
    const cut = har.slice(0, har.lastIndexOf('"startedDateTime"'));
    const { ask } = await opened(file('cookies.txt', cookies), file('a.har', cut));
    const { credentials, source, diagnoses } = await ask({ type: 'getReport', tabId });
    expect(credentials[0]?.attributes?.httpOnly).toBe(true);
    expect(source.requests).toBe(2);
    expect(diagnoses.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['truncated', 'cookie-lines']),
    );
  });

  it('may be none: the state alone is as old as its file', async () => {
    const { told, ask } = await opened(file('state.json', STATE));
    expect(told.at(-1)?.type).not.toBe('fault');
    const { credentials } = await ask({ type: 'getReport', tabId });
    expect(credentials.map(({ name }) => name)).toContain('sid');
    expect(credentials[0]?.firstSeen).toBe(new Date(SAVED_AT).toISOString());
  });
});

describe('a foreign file', () => {
  it.each([
    ['%PDF-1.7', 'pdf'],
    ['<!doctype html><p>', 'page'],
    ['{"traceEvents":[]}', 'trace'],
    [JSON.stringify(DEFAULT_SETTINGS), 'settings'],
  ])('says what %s is', async (content, kind) => {
    const { told } = await opened(file('x', content));
    expect(told.at(-1)).toEqual({ type: 'fault', fault: 'foreign', detail: kind, name: 'x' });
  });
});
