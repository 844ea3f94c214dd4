import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Analysis } from '../../src/engine/analyze.js';
import type { Mechanism, Snapshot } from '../../src/engine/model.js';
import { readHar } from '../../src/engine/normalize/har.js';
import { readStorageState } from '../../src/engine/normalize/storage-state.js';
import type { StorageState } from '../record/storage-state.js';
import { OUT } from '../record/out.js';
import type { Stack } from '../support/stack.js';
import { type HarEntry, inventoryOf } from './inventory.js';
import { type Decision, decide, unlabelledItems } from './match.js';
import { type MomentDecision, momentsOf } from './moments.js';

export type Mode = 'full' | 'headers';

export interface Result {
  stack: Stack;
  decisions: Decision[];
  mechanism: { truth: readonly Mechanism[]; said: Mechanism | undefined };
  unlabelled: string[];
  moments: MomentDecision[];
}

/** Runs the engine over one stack's recording and holds what it says against the truth. */
export async function evaluate(stack: Stack, mode: Mode): Promise<Result> {
  const har = JSON.parse(await readFile(join(OUT, `${stack.name}.har`), 'utf8')) as { log: { entries: HarEntry[] } };
  const state = mode === 'full' ? (JSON.parse(await readFile(join(OUT, `${stack.name}.state.json`), 'utf8')) as StorageState) : undefined;
  if (mode === 'headers') for (const entry of har.log.entries) dropBodies(entry);
  const analysis = analyse(har, state);
  const inventory = inventoryOf(har.log.entries, state);
  const report = analysis.report({ source: { kind: 'har', url: '', dropped: 0 }, version: '0' });
  const { mechanism, host, credentials } = stack.truth;
  const judged = report.sites.find(({ site }) => new URL(site).hostname === host)?.mechanism;
  const decisions = decide(analysis.credentials(), credentials, inventory);
  return {
    stack,
    decisions,
    mechanism: { truth: typeof mechanism === 'string' ? [mechanism] : mechanism, said: judged },
    moments: momentsOf(report, stack, har.log.entries),
    unlabelled: [
      ...unlabelledItems(inventory, credentials).map((item) => `${item.carrier} ${item.name} (${item.host})`),
      ...decisions.filter(({ truth, said }) => truth === undefined && said !== undefined).map(({ place }) => `credential ${place}`),
    ],
  };
}

/** Feeds exchanges in order, and the storage at the moment before the logout, when it was recorded. */
function analyse(har: { log: { entries: HarEntry[] } }, state: StorageState | undefined): Analysis {
  const analysis = new Analysis();
  const logout = har.log.entries.find(({ _step }) => _step === 'logout');
  const at = logout ? Date.parse(logout.startedDateTime) - 1 : Number.POSITIVE_INFINITY;
  let snapshots: Snapshot[] = state ? readStorageState(state, at) : [];
  for (const exchange of readHar(har).exchanges) {
    if (exchange.startedAt > at) {
      for (const snapshot of snapshots) analysis.addSnapshot(snapshot);
      snapshots = [];
    }
    analysis.addExchange(exchange);
  }
  return analysis;
}

function dropBodies({ request, response }: HarEntry): void {
  delete request.postData;
  delete response.content.text;
}
