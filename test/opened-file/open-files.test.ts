import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/engine/judging.js';
import type { Report } from '../../src/engine/report/report.js';
import type {
  FileProgress,
  FileRequestType,
  FromFileWorker,
  NamedFile,
} from '../../src/messaging/opened-file.js';
import type { PageAnswer, PageRequest } from '../../src/messaging/protocol.js';
import { FileSession } from '../../src/opened-file/file-session.js';
import { openFiles } from '../../src/opened-file/open-files.js';
import { HAR_SESSION, loginHar } from '../support/har-file.js';

const tabId = 0;
const SAVED_AT = Date.UTC(2026, 0, 31);

const file = (name: string, content: string): NamedFile => ({
  name,
  file: new Blob([content]),
  changedAt: SAVED_AT,
});

async function opened(...files: NamedFile[]) {
  const told: FromFileWorker[] = [];
  const session = new FileSession((message) => told.push(message));
  await session.take({ type: 'open', files, language: 'en', version: '1' });
  const ask = async <T extends FileRequestType>(
    request: PageRequest<T>,
    settings: Settings = DEFAULT_SETTINGS,
  ) => {
    await session.take({ type: 'ask', id: 1, ask: request as never, settings });
    const answer = told.at(-1);
    return (answer?.type === 'answer' ? answer.answer : answer) as PageAnswer<T>;
  };
  return { told, ask };
}

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

describe('a saved report', () => {
  async function saved(): Promise<Report> {
    const { ask } = await opened(file('a.har', loginHar()));
    return ask({ type: 'getReport', tabId });
  }
  const reopened = async (report: unknown) =>
    opened(file('credtrail-shop.test.json', JSON.stringify(report)));

  it('is shown as it was saved', async () => {
    const report = await saved();
    const { told, ask } = await reopened(report);
    expect(told.at(-1)).toEqual({ type: 'opened', holds: 'report' });
    expect(await ask({ type: 'getReport', tabId })).toEqual(report);
    expect(await ask({ type: 'getStatus', tabId })).toMatchObject({
      site: 'https://shop.test',
      requests: 3,
      loaded: true,
    });
  });

  it('lists the requests that it names, with what they carried', async () => {
    const report = await saved();
    const { ask } = await reopened(report);
    const { rows } = await ask({ type: 'getRequests', tabId, since: 0 });
    const named = new Set(report.events.flatMap(({ exchange }) => exchange?.id ?? []));
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...named]));
    expect(rows.some(({ set }) => set.includes(report.credentials[0]!.id))).toBe(true);
    expect(rows.some(({ carried }) => carried.includes(report.credentials[0]!.id))).toBe(true);
    expect(rows.map(({ startedAt }) => startedAt)).toEqual(
      rows.map(({ startedAt }) => startedAt).toSorted((a, b) => a - b),
    );
    const detail = await ask({ type: 'getRequest', tabId, id: rows[0]!.id });
    expect(detail?.row).toEqual(rows[0]);
    expect(await ask({ type: 'getRequests', tabId, since: 1 })).toMatchObject({ rows: [] });
  });

  it('has no values to show', async () => {
    const { ask } = await reopened(await saved());
    const what = { credentialId: 'c1' };
    expect(await ask({ type: 'reveal', tabId, what })).toBeNull();
    expect(await ask({ type: 'getStorage', tabId })).toEqual({ areas: [] });
    expect(await ask({ type: 'getRawRequest', tabId, id: 'x' })).toBeNull();
    expect(await ask({ type: 'getHar', tabId })).toBeNull();
  });

  it('takes what is accepted meanwhile', async () => {
    const { ask } = await reopened(await saved());
    const [finding] = (await ask({ type: 'getReport', tabId })).findings;
    const { ruleId, key, about } = finding!;
    const suppression = { ruleId, key, site: about.site, reason: 'known' };
    const settings = { ...DEFAULT_SETTINGS, suppressions: [suppression] };
    const { findings } = await ask({ type: 'getReport', tabId }, settings);
    expect(findings[0]?.suppressed).toBe('known');
  });

  it('says where it is not as this version writes it', async () => {
    const report = await saved();
    const { told } = await reopened({ ...report, credentials: [{ id: 3 }] });
    const fault = told.at(-1);
    expect(fault).toMatchObject({ type: 'fault', fault: 'report' });
    expect(fault?.type === 'fault' && fault.detail).toMatch(/^\/credentials\/0/);
    expect((await reopened({ ...report, schemaVersion: 1 })).told.at(-1)).toMatchObject({
      fault: 'report',
      detail: '/schemaVersion',
    });
  });

  it('is opened alone', async () => {
    const report = JSON.stringify(await saved());
    const { told } = await opened(file('a.har', loginHar()), file('report.json', report));
    expect(told.at(-1)).toEqual({ type: 'fault', fault: 'mixed', name: 'report.json' });
  });
});
