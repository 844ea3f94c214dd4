import type { PageAnswer, PageRequest, PageRequestType } from '../messaging/protocol.js';
import type { Background } from './background.js';
import type { ReadingPart } from './start/reading-part.js';
import { statusOf, summaries } from './status.js';

type Answered =
  | 'listTabs'
  | 'getStatus'
  | 'setRecording'
  | 'getSettings'
  | 'setSettings'
  | 'getOptions'
  | 'setOptions';

type Answers = {
  [T in Answered]: (
    ask: PageRequest<T>,
    background: Background,
    reading: ReadingPart,
  ) => Promise<PageAnswer<T>> | PageAnswer<T>;
};

/** What is answered without reading any record. */
const ANSWERS: Answers = {
  listTabs: (_, background) => summaries(background),

  getStatus: ({ tabId }, background, reading) => statusOf(tabId, background, reading),

  async setRecording({ tabId, recording: wanted }, background, reading) {
    const { paused, recorder } = background;
    const resumed = wanted && paused.has(tabId);
    await paused.set(tabId, !wanted);
    if (resumed) recorder.observe(tabId, { kind: 'begun', at: Date.now() });
    background.listen();
    return statusOf(tabId, background, reading);
  },

  getSettings: (_, { choices }) => choices.now,

  async setSettings({ settings }, background) {
    await background.choices.set(settings);
    tellAll(background);
    return background.choices.now;
  },

  getOptions: (_, { options }) => options.chosen,

  async setOptions({ options }, background) {
    await background.options.set(options);
    background.listen();
    tellAll(background);
    return background.options.chosen;
  },
};

/** The answer to what needs no record; undefined for all else. */
export function answerAtOnce<T extends PageRequestType>(
  ask: PageRequest<T>,
  background: Background,
  reading: ReadingPart,
): Promise<unknown> | undefined {
  const answers: Partial<Record<PageRequestType, unknown>> = ANSWERS;
  const answer = answers[ask.type] as
    | ((one: PageRequest<T>, with_: Background, from: ReadingPart) => unknown)
    | undefined;
  return answer && Promise.resolve(answer(ask, background, reading));
}

/** What was chosen is another thing for all who look; what was counted counts no more. */
export function tellAll({ open, log, changed }: Background): void {
  for (const tabId of open.ids()) {
    if (log.has(tabId)) log.note(tabId, { ...log.told(tabId), counted: -1 });
    changed(tabId);
  }
}
