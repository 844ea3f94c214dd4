import { Analysis } from '../../src/engine/pipeline/analyze.js';
import type { Mechanism } from '../../src/engine/model.js';
import { readHar } from '../../src/engine/normalize/sources/har.js';
import type { Report } from '../../src/engine/report/report.js';
import { readStorageState } from '../../src/engine/normalize/sources/storage-state.js';
import { tryKnownSecrets } from '../../src/secrets/try-known.js';
import { type Recorded, readRecorded } from '../record/read.js';
import type { JudgedStack } from '../support/stack.js';
import { contradictionsOf } from './sentences.js';
import { decideFindings, type JudgedFindings } from './findings.js';
import { type HarEntry, inventoryOf } from './inventory.js';
import { type Decision, decide, unlabelledItems } from './match.js';
import { type MomentDecision, momentsOf } from './moments.js';
import { type RotationDecision, rotationsOf } from './rotation.js';
import { type StateAt, statesOf } from './states.js';

/** `unread`: headers and storage, without bodies: what is known while the panel is closed. */
export type Mode = 'full' | 'headers' | 'unread';

interface Har {
  log: { entries: HarEntry[] };
}

export interface Result {
  stack: JudgedStack;
  report: Report;
  decisions: Decision[];
  mechanism: { truth: readonly Mechanism[]; said: Mechanism | undefined };
  unlabelled: string[];
  moments: MomentDecision[];
  rotations: RotationDecision[];
  findings: JudgedFindings;
  /** What the verdict says that the truth contradicts. */
  contradictions: string[];
}

/** Runs the engine over one stack's recording and holds what it says against the truth. */
export async function evaluate(stack: JudgedStack, mode: Mode): Promise<Result> {
  return judge(stack, await readRecorded(stack.name), mode);
}

/** The same with a recording in hand. */
export async function judge(stack: JudgedStack, recording: Recorded, mode: Mode): Promise<Result> {
  const { entries: recorded } = recording;
  const entries = mode === 'full' ? recorded : recorded.map(withoutBodies);
  const states = mode === 'headers' ? [] : statesOf(stack, recording);
  const analysis = analyse({ log: { entries } }, states);
  // As the extension does by itself.
  await tryKnownSecrets(
    analysis.untried(),
    () => 0,
    (trial) => analysis.addTried(trial),
  );
  const stored = states.map(({ state }) => state);
  const inventory = inventoryOf(entries, stored);
  const report = analysis.report({ source: { kind: 'har', url: '', dropped: 0 }, version: '0' });
  const { mechanism, host, credentials } = stack.truth;
  const judged = report.sites.find(({ site }) => new URL(site).hostname === host)?.mechanism;
  const decisions = decide(analysis.credentials(), credentials, inventory);
  return {
    stack,
    report,
    decisions,
    mechanism: {
      truth: typeof mechanism === 'string' ? [mechanism] : mechanism,
      said: judged ?? 'none',
    },
    moments: momentsOf(report, stack, recorded),
    rotations: rotationsOf({ report, credentials: analysis.credentials() }, credentials, recorded),
    findings: decideFindings(report, analysis.credentials(), stack, {
      entries,
      states: mode === 'headers' ? {} : recording.states,
    }),
    contradictions: contradictionsOf(report, stack),
    unlabelled: [
      ...unlabelledItems(inventory, credentials).map(
        (item) => `${item.carrier} ${item.name} (${item.host})`,
      ),
      ...untold(decisions),
    ],
  };
}

/** What the engine told a role of, and the truth says nothing of. */
function untold(decisions: Result['decisions']): string[] {
  return decisions
    .filter(({ truth, said }) => truth === undefined && said !== undefined)
    .map(({ place }) => `credential ${place}`);
}

/** Feeds exchanges in order, and the storage between them as it was recorded. */
function analyse(har: Har, states: readonly StateAt[]): Analysis {
  const analysis = new Analysis();
  const waiting = states.flatMap(({ state, at }) => readStorageState(state, at).snapshots);
  const feedUntil = (moment: number) => {
    while (waiting[0] && waiting[0].at < moment) analysis.addSnapshot(waiting.shift()!);
  };
  for (const exchange of readHar(har).exchanges) {
    feedUntil(exchange.startedAt);
    analysis.addExchange(exchange);
  }
  feedUntil(Number.POSITIVE_INFINITY);
  return analysis;
}

function withoutBodies(entry: HarEntry): HarEntry {
  const {
    request: { postData: _sent, ...request },
    response: {
      content: { text: _received, ...content },
      ...response
    },
  } = entry;
  return { ...entry, request, response: { ...response, content } };
}
