import { siteOf } from '../../engine/normalize/addresses/site.js';
import type { PageRequest, PageRequestType } from '../../messaging/protocol.js';
import type { Background } from '../background.js';
import type { MakeReading, Reading } from '../start/reading-part.js';
import { entries } from './handlers/entries.js';
import type { Handler, Handlers } from './handlers/handler.js';
import { marks } from './handlers/marks.js';
import { overview } from './handlers/overview.js';
import { proofs } from './handlers/proofs.js';
import { recording } from './handlers/recording.js';
import { requests } from './handlers/requests.js';
import { secrets } from './handlers/secrets.js';
import { storage } from './handlers/storage.js';
import { FrameStores } from './frame-stores.js';
import { Jar } from './jar.js';
import { type LeavingNothing, leavingNothing } from './leaving-nothing.js';
import { readPageStorage, readStrangers } from './page-storage.js';
import { correctTold, countAlarm, type Parts, toldNow } from './parts.js';
import { makeProofs } from './proofs/make-proofs.js';
import { SecretTrials } from './secret-trials.js';
import { TabRecords } from './tab-records.js';

// The part of the background that reads, as a file of its own (`reading-part.ts`). What listens is
// handed to it: nothing of it that holds a state is in this file once more.

const HANDLERS = {
  ...overview,
  ...requests,
  ...storage,
  ...entries,
  ...secrets,
  ...marks,
  ...recording,
  ...proofs,
} satisfies Partial<Handlers<PageRequestType>>;

function partsOf(background: Background): Parts {
  const { log, open, recorder, scope, options, viewers } = background;
  const records = new TabRecords(log, {
    now: Date.now(),
    bytesPerTab: () => options.bytesPerTab,
    isWatched: (tabId) => viewers.has(tabId),
  });
  return {
    ...background,
    records,
    jar: new Jar(records, open, recorder, scope),
    frames: new FrameStores(),
    proofs: makeProofs(background, records),
  };
}

/** What the parts of a reading work with. */
interface Work {
  parts: Parts;
  leaving: LeavingNothing;
  trials: SecretTrials;
}

const makeReading: MakeReading = (background) => {
  const parts = partsOf(background);
  const leaving = leavingNothing(parts.open);
  const work: Work = { parts, leaving, trials: trialsOf(parts, leaving) };
  return { ...asked(work), ...looking(work), ...moving(work) };
};

function trialsOf({ records, recorder }: Parts, leaving: LeavingNothing): SecretTrials {
  const untried = async (tabId: number) =>
    records.has(tabId) ? (await records.open(tabId)).read().toTry.untried() : [];
  return new SecretTrials({
    untried: (tabId) => leaving(tabId, untried(tabId)),
    record: (tabId, trial) => recorder.observe(tabId, trial),
  });
}

/** Has all that was observed read in slices: whoever answers reads what is left in one go. */
async function readRecord({ parts, trials }: Work, tabId: number): Promise<void> {
  const { records } = parts;
  const wasOpen = records.isOpen(tabId);
  await records.readAll(tabId);
  correctTold(parts, tabId);
  // What came before this part was there, and what a worker that ended had found.
  if (!wasOpen) trials.changed(tabId);
}

/** What is told to whoever asks. */
function asked(work: Work): Pick<Reading, 'answer' | 'count' | 'told' | 'siteOf' | 'giveWayTo'> {
  const { parts, leaving, trials } = work;
  const { records } = parts;
  const answerTo = async (ask: PageRequest): Promise<unknown> => {
    if ('tabId' in ask) await readRecord(work, ask.tabId);
    const handlers: Partial<Record<PageRequestType, unknown>> = HANDLERS;
    return (handlers[ask.type] as Handler<PageRequestType>)(ask, parts);
  };
  const countOf = async (tabId: number) => {
    if (records.has(tabId)) await records.readAll(tabId);
    trials.changed(tabId);
    return countAlarm(parts, tabId);
  };
  return {
    answer: (ask) => ('tabId' in ask ? leaving(ask.tabId, answerTo(ask)) : answerTo(ask)),
    count: (tabId) => leaving(tabId, countOf(tabId)),
    told: (tabId) => (records.isOpen(tabId) ? toldNow(parts, tabId) : undefined),
    siteOf: (tabId, url) => leaving(tabId, Promise.resolve(siteOf(url))),
    giveWayTo: (answer) => trials.giveWayTo(answer),
  };
}

/** When to look at what a page stores, and at the jar. */
function looking({
  parts: { scope, viewers, records, jar },
  leaving,
  trials,
}: Work): Pick<Reading, 'watched' | 'loaded' | 'answered' | 'cookieChanged'> {
  return {
    watched(tabId, isWatched) {
      if (scope.records(tabId)) void leaving(tabId, readPageStorage(tabId, isWatched));
      if (!isWatched) return;
      void leaving(tabId, records.open(tabId));
      trials.changed(tabId);
    },
    loaded(tabId) {
      const isLooked = viewers.has(tabId);
      void leaving(tabId, isLooked ? readPageStorage(tabId, true) : readStrangers(tabId));
    },
    answered: (tabId) => jar.lookSoon(tabId),
    cookieChanged(domain) {
      for (const tabId of viewers.tabs())
        if (records.isOpen(tabId) && jar.concerns(tabId, domain)) jar.lookSoon(tabId);
    },
  };
}

/** What becomes of a tab's record when the tab gets another id, or is gone. */
function moving({ parts, trials }: Work): Pick<Reading, 'moved' | 'removed'> {
  const { records, proofs: tabProofs, frames } = parts;
  return {
    moved: (from, to) => void records.move(from, to),
    removed: (tabId) => {
      trials.forget(tabId);
      tabProofs.forget(tabId);
      frames.forget(tabId);
      records.forget(tabId);
    },
  };
}

globalThis.credtrailReading = makeReading;
