import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/engine/judging.js';
import type { ToFileWorker } from '../../../src/messaging/opened-file.js';
import type { Backend } from '../../../src/ui/backend/backend.js';
import { FileBackend } from '../../../src/ui/backend/file-backend.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('asks the file by what was chosen last, where the background does not say', async () => {
  const sent: ToFileWorker[] = [];
  const worker = { send: (one: ToFileWorker) => sent.push(one), end: () => {}, listen: () => {} };
  const chosen = { ...DEFAULT_SETTINGS, disabledRules: ['jwt-alg-none'] };
  let answer: Promise<unknown> = Promise.resolve(chosen);
  const browser = { ask: () => answer } as unknown as Backend;
  const backend = new FileBackend(worker, browser);
  void backend.ask('getReport', { tabId: 0 }).catch(() => {});
  await vi.advanceTimersByTimeAsync(0);
  answer = new Promise(() => {});
  void backend.ask('getReport', { tabId: 0 }).catch(() => {});
  await vi.advanceTimersByTimeAsync(2_500);
  expect(sent.map((one) => one.type === 'ask' && one.settings)).toEqual([chosen, chosen]);
});
