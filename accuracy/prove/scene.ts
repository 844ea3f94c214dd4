import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';
import type { NetworkLog } from '../../browser/network-log.js';
import { settled } from '../../browser/settled.js';
import type { Report } from '../../src/engine/report/report.js';
import type { ReportProof } from '../../src/engine/report/report-proof.js';
import type { ProofOffer } from '../../src/messaging/proofs-view.js';
import type { Withheld } from '../applications/support/withhold.js';
import type { DrivenStack } from '../record/drive.js';
import type { Knows } from './truth.js';

type Question = ReportProof['question'];

/** What the extension proved in one visit, and what is so. */
export interface Proved {
  offers: ProofOffer[];
  proofs: ReportProof[];
  credentials: Pick<Report['credentials'][number], 'id' | 'carriers' | 'name' | 'role'>[];
  /** What decides who is asked; absent where no request was proposed. */
  withheld?: Withheld;
  /** The old request still works after the logout; absent where it could not be asked. */
  survives?: boolean;
  /** Cookies of the jar that the proof of the login changed. */
  changed: string[];
  /** The login that was proved was still there after it. */
  stays: boolean;
}

/**
 * What is used once answers whoever asks first: `outside-first` asks after the logout, and nobody
 * does before. `logout-only` has no proof before the logout, where that one ends the login.
 */
export type Mode = 'both' | 'outside-first' | 'logout-only';

/** One visit with the extension, and what was found out in it. */
export interface Scene {
  extension: ExtensionBrowser;
  page: Page;
  cdp: CDPSession;
  log: NetworkLog;
  proved: Proved;
  mode: Mode;
  name: string;
  /** Asked for once: an error page stands at the same address in every tab. */
  tabId?: number;
  /** What the application itself says of how it knows its user. */
  proof: DrivenStack['proof'];
  /** By the masked address of a request: undefined where nothing tells. */
  knows: Map<string, Knows | undefined>;
  /** The proof ended the login, and says that one has to log in again: it is gone on with then. */
  goesOn: boolean;
}

/** What the extension proposes to prove now. */
export async function offerOf(question: Question, scene: Scene) {
  const { extension } = scene;
  const tabId = await tabOf(scene);
  const { offers } = await settled(() => extension.ask<'getProofs'>({ type: 'getProofs', tabId }));
  return offers.find((one) => one.question === question);
}

/** Has the extension prove, as a click does. */
export async function run(question: Question, scene: Scene): Promise<void> {
  const { extension, proved } = scene;
  const offer = await offerOf(question, scene);
  if (offer) proved.offers.push(offer);
  if (!offer?.request) return;
  const tabId = await tabOf(scene);
  await extension.ask<'startProof'>({ type: 'startProof', tabId, question });
  while ((await extension.ask<'getProofs'>({ type: 'getProofs', tabId })).running) await pause(200);
  const report = await extension.ask<'getReport'>({ type: 'getReport', tabId });
  proved.proofs = report.proofs;
  proved.credentials = report.credentials.map(({ id, carriers, name, role }) => ({
    id,
    carriers,
    name,
    role,
  }));
}

async function tabOf(scene: Scene): Promise<number> {
  scene.tabId ??= await scene.extension.tabIdOf(scene.page);
  return scene.tabId;
}
