import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/engine/judging.js';
import type { FileRequestType, FromFileWorker } from '../../src/messaging/opened-file.js';
import type { BodyOf } from '../../src/recording/shown/view.js';
import type { PageAnswer, PageRequest } from '../../src/messaging/protocol.js';
import { FileSession } from '../../src/opened-file/file-session.js';
import { HAR_SESSION, loginHar } from '../support/har-file.js';

/** A session as its worker has it, with all that it told. */
async function opened(content: string, language = 'en') {
  const told: FromFileWorker[] = [];
  const session = new FileSession((message) => told.push(message));
  const file = new Blob([content]);
  const files = [{ name: 'visit.har', file, changedAt: 0 }];
  await session.take({ type: 'open', files, language, version: '1' });
  const ask = async <T extends FileRequestType>(
    request: PageRequest<T>,
    settings: Settings = DEFAULT_SETTINGS,
  ) => {
    await session.take({
      type: 'ask',
      id: 7,
      ask: request as PageRequest<FileRequestType>,
      settings,
    });
    const answer = told.at(-1);
    return (answer?.type === 'answer' ? answer.answer : answer) as PageAnswer<T>;
  };
  const body = async (exchangeId: string, whose: BodyOf) => {
    await session.take({ type: 'body', id: 9, exchangeId, whose });
    return told.at(-1);
  };
  return { told, ask, body };
}

const tabId = 0;

describe('FileSession', () => {
  it('tells how far it is, in order, and that it is done', async () => {
    const { told } = await opened(loginHar(200));
    const steps = told.flatMap((one) => (one.type === 'progress' ? one.step : []));
    expect(steps.lastIndexOf('reading')).toBeLessThan(steps.indexOf('analysing'));
    expect(told.filter(({ type }) => type !== 'progress')).toEqual([
      { type: 'opened', holds: 'recording' },
    ]);
  });

  it('answers as the background does for a tab', async () => {
    const { ask } = await opened(loginHar());
    const status = await ask({ type: 'getStatus', tabId });
    expect(status).toMatchObject({ site: 'https://shop.test', requests: 3, recording: true });
    const report = await ask({ type: 'getReport', tabId });
    expect(report.source.kind).toBe('har');
    expect(report.credentials.map(({ name }) => name)).toEqual(['sid']);
    const { rows } = await ask({ type: 'getRequests', tabId, since: 0 });
    expect(rows).toHaveLength(3);
    const detail = await ask({ type: 'getRequest', tabId, id: rows[2]!.id });
    expect(JSON.stringify([report, rows, detail])).not.toContain(HAR_SESSION);
    const what = { credentialId: report.credentials[0]!.id };
    expect(await ask({ type: 'reveal', tabId, what })).toEqual({ value: HAR_SESSION });
    expect(await ask({ type: 'getStorage', tabId })).toEqual({ areas: [] });
    expect(await ask({ type: 'getMarks', tabId })).toEqual([]);
  });

  it('judges by the settings that come with the question', async () => {
    const { ask } = await opened(loginHar());
    const [finding] = (await ask({ type: 'getReport', tabId })).findings;
    const settings = { ...DEFAULT_SETTINGS, disabledRules: [finding!.ruleId] };
    const { findings } = await ask({ type: 'getReport', tabId }, settings);
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain(finding!.ruleId);
  });

  it.each(['ko', 'ko-KR'])('speaks the language %s', async (language) => {
    const { ask } = await opened(loginHar(), language);
    const [site] = (await ask({ type: 'getReport', tabId })).sites;
    expect(site?.sentence).toMatch(/\p{Script=Hangul}/u);
  });

  it.each(['en-GB', 'fr', '__proto__', ''])(
    'speaks English where %j is asked',
    async (language) => {
      const { ask } = await opened(loginHar(), language);
      const [site] = (await ask({ type: 'getReport', tabId })).sites;
      expect(site?.sentence).toMatch(/^A server-side session/);
    },
  );

  it.each([
    ['[]', 'har'],
    ['null', 'har'],
    ['{"log":{"entries":{}}}', 'har'],
    ['{"log":{"entries":[]}}', 'empty'],
    ['{"log":{"entries":[1,null,{"request":{"url":"no address"}}]}}', 'empty'],
    ['{', 'json'],
  ])('says what is wrong with %s, and refuses to answer', async (content, fault) => {
    const { told, ask } = await opened(content);
    expect(told.at(-1)).toMatchObject({ type: 'fault', fault });
    expect(await ask({ type: 'getReport', tabId })).toEqual({ type: 'refused', id: 7 });
  });

  it('takes the outcome of a trial', async () => {
    const { ask } = await opened(loginHar());
    const { revision } = await ask({ type: 'getStatus', tabId });
    const trial = { fingerprint: 'f', tried: 3, length: null };
    expect(await ask({ type: 'addTrial', tabId, ...trial })).toBeNull();
    expect((await ask({ type: 'getStatus', tabId })).revision).toBeGreaterThan(revision);
  });

  it('reads a body from the file again when somebody asks for it, and masks it', async () => {
    const { ask, body } = await opened(loginHar());
    const posted = { url: 'https://shop.test/login', text: 'user=ada&password=x' };
    const form = { ...posted, mimeType: 'application/x-www-form-urlencoded' };
    expect(await body('h2', 'request')).toEqual({ type: 'answer', id: 9, answer: form });
    expect(await body('h1', 'request')).toMatchObject({ answer: null });
    expect(await body('h1', 'response')).toMatchObject({ answer: { mimeType: 'text/html' } });
    expect(await body('h99', 'response')).toMatchObject({ answer: undefined });
    expect(await body('nonsense', 'response')).toMatchObject({ answer: undefined });
    expect(await ask({ type: 'getBody', tabId, body: form, revealed: true })).toEqual({
      parts: [{ text: 'user=ada&\npassword=***' }],
      left: 0,
    });
    expect(await ask({ type: 'getBodyText', tabId, body: form, revealed: false })).toEqual({
      text: 'user=ada&password=***',
    });
  });
});
