import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';
import { launchExtension } from '../../browser/launch.js';
import { settled } from '../../browser/settled.js';
import type { ProofOffer } from '../../src/messaging/protocol.js';
import type { Report, ReportProof } from '../../src/engine/report/report.js';
import type { Withheld } from '../applications/support/withhold.js';
import { answerByDialog } from '../live/dialog.js';
import { drive, type DrivenStack } from '../record/drive.js';
import { type Hop, NetworkLog } from '../../browser/network-log.js';
import { HOST_RULES } from '../record/record.js';
import { testCertificate } from '../support/serve.js';
import type { Step } from '../support/stack.js';
import { resolveTestHosts } from '../support/test-hosts.js';
import { decides, hopOf, type Knows, knowsOf, repeat } from './truth.js';

type Question = ReportProof['question'];

/** What the extension proved in one visit, and what is so. */
export interface Proved {
  offers: ProofOffer[];
  proofs: ReportProof[];
  credentials: Pick<
    Report['credentials'][number],
    'id' | 'carrier' | 'carriers' | 'name' | 'role'
  >[];
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
 * What is used once answers whoever asks first: `outside-first` asks after the logout, and nobody does
 * before. `logout-only` has no proof before the logout, where that one ends the login.
 */
export type Mode = 'both' | 'outside-first' | 'logout-only';

interface Scene {
  extension: ExtensionBrowser;
  page: Page;
  cdp: CDPSession;
  log: NetworkLog;
  proved: Proved;
  mode: Mode;
}

/**
 * Visits a stack with the built extension, and has it prove before the logout and after it.
 */
export async function prove(stack: DrivenStack, mode: Mode = 'both'): Promise<Proved> {
  resolveTestHosts();
  const running = await stack.start();
  const { spki } = await testCertificate();
  const extension = await launchExtension({ hostRules: HOST_RULES, spki: [spki] });
  try {
    await extension.worker();
    const page = await extension.browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await answerByDialog(extension, page);
    const cdp = await page.createCDPSession();
    const log = new NetworkLog(cdp);
    await log.start();
    const proved: Proved = { offers: [], proofs: [], credentials: [], changed: [], stays: true };
    const scene = { extension, page, cdp, log, proved, mode };
    const { proof, ...unproven } = stack;
    await drive(withProofs(unproven, scene, proof?.knows), page, running.url);
    return proved;
  } finally {
    await extension.close();
    await running.stop();
  }
}

/** The visit of a stack, with a proof before the logout and one after it. */
function withProofs(stack: DrivenStack, scene: Scene, knows: Knows | undefined): DrivenStack {
  let logged: { hop: Hop; knows: Knows } | undefined;
  let isOver = false;
  const before = async () => {
    logged = await beforeLogout(scene, knows);
  };
  const after = async () => {
    isOver = true;
    await afterLogout(scene, logged?.knows ?? knows);
  };
  return {
    ...stack,
    visit: async (visit) => {
      const seen = new Set<Step>();
      const step = async (name: Step) => {
        if (name === 'logout') await before();
        if (name === 'login-2') await after();
        seen.add(name);
        scene.log.begin(name);
        await visit.step(name);
      };
      await stack.visit({ ...visit, step });
      if (!seen.has('logout')) await before();
      else if (!isOver) await after();
    },
  };
}

async function beforeLogout(scene: Scene, own: Knows | undefined) {
  const { cdp, log, proved, page, mode } = scene;
  if (mode !== 'both') return asKnown(scene, own);
  const jar = await jarOf(cdp);
  const shown = await run('authenticates', scene);
  const now = await jarOf(cdp);
  proved.changed = [...now]
    .filter(([name, value]) => jar.get(name) !== value)
    .map(([name]) => name);
  const hop = shown === undefined ? undefined : hopOf(log, shown);
  if (!hop) return undefined;
  const knows = await knowsOf(hop, own);
  const inUrl = proved.credentials.filter(({ carriers }) => carriers.includes('url'));
  const parameters = inUrl.map(({ name }) => name);
  const withheld = await decides(log, cdp, hop, knows, parameters);
  if (withheld) proved.withheld = withheld;
  proved.stays = withheld?.works ?? true;
  await page.bringToFront();
  return { hop, knows };
}

/** How to tell an answer for the user, without anything withheld. */
async function asKnown(scene: Scene, own: Knows | undefined) {
  const shown = (await offerOf('authenticates', scene))?.request?.url;
  const hop = shown === undefined ? undefined : hopOf(scene.log, shown);
  return hop && { hop, knows: await knowsOf(hop, own) };
}

async function afterLogout(scene: Scene, own: Knows | undefined): Promise<void> {
  const { log, proved, mode } = scene;
  const shown =
    mode === 'outside-first'
      ? (await offerOf('survives-logout', scene))?.request?.url
      : await run('survives-logout', scene);
  const hop = shown === undefined ? undefined : hopBeforeLogout(log, shown);
  if (hop && own) proved.survives = own(await repeat(hop));
}

/** The one that was made last while somebody was logged in. */
function hopBeforeLogout(log: NetworkLog, shown: string): Hop | undefined {
  const earlier = log
    .hops()
    .filter(({ step }) => step === 'login' || step === 'use' || step === 'refresh');
  return hopOf({ hops: () => earlier } as NetworkLog, shown);
}

async function offerOf(question: Question, { extension, page }: Scene) {
  const tabId = await extension.tabIdOf(page);
  const { offers } = await settled(() => extension.ask<'getProofs'>({ type: 'getProofs', tabId }));
  return offers.find((one) => one.question === question);
}

/** Has the extension prove, as a click does, and returns the masked address that it was proved with. */
async function run(question: Question, scene: Scene): Promise<string | undefined> {
  const { extension, page, proved } = scene;
  const offer = await offerOf(question, scene);
  if (offer) proved.offers.push(offer);
  if (!offer?.request) return undefined;
  const tabId = await extension.tabIdOf(page);
  await extension.ask<'startProof'>({ type: 'startProof', tabId, question });
  while ((await extension.ask<'getProofs'>({ type: 'getProofs', tabId })).running) await pause(200);
  const report = await extension.ask<'getReport'>({ type: 'getReport', tabId });
  proved.proofs = report.proofs;
  proved.credentials = report.credentials.map(({ id, carrier, carriers, name, role }) => ({
    id,
    carrier,
    carriers,
    name,
    role,
  }));
  return offer.request.url;
}

async function jarOf(cdp: CDPSession): Promise<Map<string, string>> {
  const { cookies } = await cdp.send('Network.getAllCookies');
  return new Map(
    cookies.map(({ name, domain, path, value }) => [`${name} ${domain}${path}`, value]),
  );
}
