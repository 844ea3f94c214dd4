import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/engine/judging.js';
import type { FromFileWorker, ToFileWorker } from '../../../src/messaging/opened-file.js';
import type { FileWorker } from '../../../src/ui/backend/file-backend.js';
import { fileNames, OpenedFiles } from '../../../src/ui/backend/opened-files.js';
import { FixtureBackend } from '../../fixtures/ui-backend.js';

/** A worker that says only what a test has it say. */
class ScriptedWorker implements FileWorker {
  readonly sent: ToFileWorker[] = [];
  ended = false;
  take: (message: FromFileWorker) => void = () => {};
  failed: () => void = () => {};

  send(message: ToFileWorker): void {
    this.sent.push(message);
  }

  end(): void {
    this.ended = true;
  }

  listen(take: (message: FromFileWorker) => void, failed: () => void): void {
    this.take = take;
    this.failed = failed;
  }
}

function opening() {
  const workers: ScriptedWorker[] = [];
  const browser = new FixtureBackend('rich', 0);
  const files = new OpenedFiles({
    browser,
    language: 'en',
    version: '1',
    newWorker() {
      const worker = new ScriptedWorker();
      workers.push(worker);
      return worker;
    },
  });
  const open = (...names: string[]) => files.open(names.map((name) => new File(['{}'], name)));
  return { files, workers, open, browser };
}

describe('OpenedFiles', () => {
  it('shows a file when it is read, and says until then how far it is', () => {
    const { files, workers, open } = opening();
    open('a.har');
    expect(files.opening.value).toEqual({ names: ['a.har'], step: 'reading', percent: 0 });
    workers[0]!.take({ type: 'progress', step: 'analysing', percent: 40 });
    expect(files.opening.value).toEqual({ names: ['a.har'], step: 'analysing', percent: 40 });
    workers[0]!.take({ type: 'opened', holds: 'recording' });
    expect(files.opening.value).toBeNull();
    expect(files.shown.value).toMatchObject({ names: ['a.har'], size: 2 });
  });

  it('goes on showing a file until the next one is read, then forgets it', () => {
    const { files, workers, open } = opening();
    open('a.har');
    workers[0]!.take({ type: 'opened', holds: 'recording' });
    open('b.har');
    expect(files.shown.value?.names).toEqual(['a.har']);
    workers[1]!.take({ type: 'opened', holds: 'recording' });
    expect(files.shown.value?.names).toEqual(['b.har']);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    files.close();
    expect(files.shown.value).toBeNull();
    expect(workers[1]!.ended).toBe(true);
  });

  it('gives up what is read when told to, and when another file comes', () => {
    const { files, workers, open } = opening();
    open('a.har');
    open('b.har');
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    files.cancel();
    expect(workers[1]!.ended).toBe(true);
    expect([files.opening.value, files.shown.value, files.refusal.value]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['a fault', (one: ScriptedWorker) => one.take({ type: 'fault', fault: 'har' }), 'har'],
    ['a worker that dies', (one: ScriptedWorker) => one.failed(), 'worker'],
  ])('says why a file is not shown: %s', (_, happens, fault) => {
    const { files, workers, open } = opening();
    open('a.har');
    happens(workers[0]!);
    expect(files.refusal.value).toEqual({ name: 'a.har', fault, detail: '' });
    expect([files.opening.value, workers[0]!.ended]).toEqual([null, true]);
    open('b.har');
    expect(files.refusal.value).toBeNull();
  });

  it('goes back to the tab where the worker of a shown file dies', () => {
    const { files, workers, open } = opening();
    open('a.har');
    workers[0]!.take({ type: 'opened', holds: 'recording' });
    workers[0]!.failed();
    expect(files.shown.value).toBeNull();
    expect(files.refusal.value?.fault).toBe('worker');
  });

  it('opens several as one, and says of which one a fault is', () => {
    const { files, workers, open } = opening();
    open('a.har', 'b.har', 'c.har');
    const [asked] = workers[0]!.sent;
    expect(asked?.type === 'open' && asked.files.map(({ name }) => name)).toEqual([
      'a.har',
      'b.har',
      'c.har',
    ]);
    workers[0]!.take({ type: 'opened', holds: 'recording' });
    expect(files.shown.value).toMatchObject({ names: ['a.har', 'b.har', 'c.har'], size: 6 });
    open('d.har', 'e.har');
    workers[1]!.take({ type: 'fault', fault: 'har', name: 'e.har' });
    expect(files.refusal.value).toEqual({ name: 'e.har', fault: 'har', detail: '' });
  });

  it('names the first of many', () => {
    expect(fileNames(['a.har', 'b.har'])).toBe('a.har, b.har');
    expect(fileNames(['a.har', 'b.har', 'c.har'])).toMatch(/^a\.har, b\.har, /);
  });

  it('tells of a report that it holds no more', () => {
    const { files, workers, open } = opening();
    open('report.json');
    workers[0]!.take({ type: 'opened', holds: 'report' });
    expect(files.shown.value?.store.backend.holds).toBe('report');
    open();
    expect(files.opening.value).toBeNull();
  });
});

describe('the backend of a file', () => {
  async function shown() {
    const { files, workers, open, browser } = opening();
    open('a.har');
    workers[0]!.take({ type: 'opened', holds: 'recording' });
    const { backend } = files.shown.value!.store;
    return { files, worker: workers[0]!, backend, browser };
  }
  /** Settings are asked for before a question is sent. */
  const sent = async ({ sent: messages }: ScriptedWorker) => {
    await new Promise((resolve) => setTimeout(resolve));
    return messages.at(-1);
  };

  it('asks the worker, with what the user chose', async () => {
    const { worker, backend, browser } = await shown();
    const answer = backend.ask('getMarks', { tabId: 0 });
    expect(await sent(worker)).toEqual({
      type: 'ask',
      id: 1,
      ask: { type: 'getMarks', tabId: 0 },
      settings: DEFAULT_SETTINGS,
    });
    worker.take({ type: 'answer', id: 1, answer: [] });
    expect(await answer).toEqual([]);
    expect(browser.asked).toEqual(['getSettings']);
  });

  it('goes by the defaults where no background answers', async () => {
    const { worker, backend, browser } = await shown();
    browser.state = 'down';
    void backend.ask('getMarks', { tabId: 0 });
    expect(await sent(worker)).toMatchObject({ settings: DEFAULT_SETTINGS });
  });

  it.each(['refused', 'closed'])('rejects what is %s', async (how) => {
    const { files, worker, backend } = await shown();
    const said = backend.ask('getMarks', { tabId: 0 }).catch(String);
    await sent(worker);
    if (how === 'refused') worker.take({ type: 'refused', id: 1 });
    else files.close();
    expect(await said).toContain('file');
  });

  it.each(['clear', 'undoClear', 'reload'] as const)('has nothing to %s', async (type) => {
    const { backend, browser } = await shown();
    await expect(backend.ask(type, { tabId: 0 })).rejects.toThrow('not of a file');
    expect(browser.asked).toEqual([]);
  });

  it('tells what watches when more is known', async () => {
    const { worker, backend } = await shown();
    let told = 0;
    const stop = backend.watch(0, () => (told += 1));
    worker.take({ type: 'changed' });
    stop();
    worker.take({ type: 'changed' });
    expect(told).toBe(1);
  });
});
