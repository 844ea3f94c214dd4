import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../browser/extension-browser.js';
import { launchExtension } from '../../browser/launch.js';
import { settled } from '../../browser/settled.js';
import type { ProofOffer } from '../../src/messaging/proofs-view.js';
import type { Report } from '../../src/engine/report/report.js';
import type { ReportProof } from '../../src/engine/report/report-proof.js';
import { knowsWithout, type Withheld } from '../applications/support/withhold.js';
import { answerByDialog } from '../live/dialog.js';
import { drive, type DrivenStack } from '../record/drive.js';
import type { Hop } from '../../browser/network-hop.js';
import { NetworkLog } from '../../browser/network-log.js';
import { HOST_RULES } from '../record/record.js';
import { testCertificate } from '../support/serve.js';
import type { Step } from '../support/stack.js';
import { resolveTestHosts } from '../support/test-hosts.js';
import { decides, hopOf, type Knows, knowsOf, ownHops, recordedWithheld, repeat } from './truth.js';

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
    const { proof, ...unproven } = stack;
    const { name } = stack;
    const knows: Scene['knows'] = new Map();
    const about = { extension, page, cdp, log, proved, mode, name, proof, knows };
    const scene: Scene = { ...about, goesOn: false };
    await drive(withProofs(unproven, scene), page, running.url);
    return proved;
  } finally {
    await extension.close();
    await running.stop();
  }
}

/** The visit of a stack, with a proof before the logout and one after it. */
function withProofs(stack: DrivenStack, scene: Scene): DrivenStack {
  let isOver = false;
  const after = async () => {
    isOver = true;
    await afterLogout(scene);
  };
  return {
    ...stack,
    visit: async (visit) => {
      const seen = new Set<Step>();
      const step = async (name: Step) => {
        if (name === 'logout') await beforeLogout(scene);
        if (name === 'login-2') await after();
        seen.add(name);
        scene.log.begin(name);
        await visit.step(name);
      };
      await stack.visit({ ...visit, step });
      if (!seen.has('logout')) await beforeLogout(scene);
      else if (!isOver) await after();
      if (scene.goesOn && seen.has('login-2')) await goOn(scene);
    },
  };
}

async function beforeLogout(scene: Scene): Promise<void> {
  const { page, mode, proof } = scene;
  if (mode === 'both') {
    const putBack = proof?.keep?.();
    await proveLogin(scene);
    // Where a refused request ends the session, what decides is asked with the one that was there.
    putBack?.();
    scene.proved.stays ||= putBack !== undefined;
  }
  // A login that is over tells nothing any more.
  if (scene.proved.stays) await learnToTell(scene);
  if (mode === 'both') await askOutside(scene);
  await page.bringToFront();
}

/** Proves once more after the next login, as who is told to log in again would. */
async function goOn(scene: Scene): Promise<void> {
  await run('authenticates', scene);
  await learnToTell(scene);
  await askBesideNeeded(scene);
}

async function proveLogin(scene: Scene): Promise<void> {
  const { cdp, proved } = scene;
  const jar = await jarOf(cdp);
  await run('authenticates', scene);
  const now = await jarOf(cdp);
  proved.changed = [...now]
    .filter(([name, value]) => jar.get(name) !== value)
    .map(([name]) => name);
  const last = proved.proofs.at(-1)?.answers.at(-1);
  proved.stays = last?.step !== 'again' || last.kind === 'as-before';
  scene.goesOn = !proved.stays;
}

/** How to tell an answer for the user, of each request that may be repeated, while somebody is logged in. */
async function learnToTell(scene: Scene): Promise<void> {
  const { log, cdp, proved, knows, proof } = scene;
  const offer = await offerOf('authenticates', scene);
  const offers = [...proved.offers, ...(offer ? [offer] : [])];
  for (const { request } of offers)
    for (const { url } of request ? [request, ...request.others] : []) {
      const hop = hopOf(ownHops(log), url);
      if (hop && !knows.has(url)) knows.set(url, await knowsOf(hop, proof?.knows, cdp));
    }
}

/** What decides, of the request with which it was proved. */
async function askOutside({ log, cdp, proved, knows, proof, name }: Scene): Promise<void> {
  const shown = proved.proofs.at(-1)?.request.url ?? proved.offers[0]?.request?.url;
  const hop = shown === undefined ? undefined : hopOf(ownHops(log), shown);
  const own = shown === undefined ? undefined : knows.get(shown);
  const keep = proof?.keep && { keep: proof.keep };
  if (hop && own) {
    const parameters = proved.credentials
      .filter(({ carriers }) => carriers.includes('url'))
      .map((one) => one.name);
    const withheld = await decides(cdp, hop, { knows: own, parameters, ...keep });
    if (withheld?.works) proved.withheld = withheld;
  }
  const recorded = proved.withheld ? undefined : await recordedWithheld(name);
  if (recorded) proved.withheld = recorded;
}

/** Groups are looked for where nothing is needed alone: what was proved to be one beside it is asked for. */
async function askBesideNeeded({ log, cdp, proved, knows }: Scene): Promise<void> {
  const shown = proved.proofs.findLast(({ question }) => question === 'authenticates')?.request.url;
  const hop = shown === undefined ? undefined : hopOf(ownHops(log), shown);
  const own = shown === undefined ? undefined : knows.get(shown);
  const { withheld } = proved;
  const group = eitherIn(proved).filter((one) => withheld?.notNeeded.includes(one));
  if (!withheld || !hop || !own || withheld.needed.length === 0 || group.length < 2) return;
  const { without, afterwards } = await knowsWithout(hop, cdp, { knows: own }, group);
  if (!without && afterwards) withheld.groups.push(group);
}

/** What can stand in for one another, as the last proof says, by where it stands. */
function eitherIn({ proofs, offers }: Proved): string[] {
  const last = proofs.findLast(({ question }) => question === 'authenticates');
  const either = new Set(
    last?.outcomes.flatMap((one) => (one.verdict === 'either' ? [one.credentialId] : [])),
  );
  const subjects = offers.flatMap(({ request }) => request?.subjects ?? []);
  const places = subjects
    .filter(({ credentialIds }) => credentialIds.some((id) => either.has(id)))
    .flatMap((one) => one.places.map(({ carrier, name }) => `${carrier} ${name}`));
  return [...new Set(places)];
}

async function afterLogout(scene: Scene): Promise<void> {
  const { log, proved, mode, knows } = scene;
  if (mode === 'outside-first') {
    const offer = await offerOf('survives-logout', scene);
    if (offer?.request) await askWhetherItSurvives(offer.request.url);
    return;
  }
  await run('survives-logout', scene);
  const last = proved.proofs.findLast(({ question }) => question === 'survives-logout');
  if (last) await askWhetherItSurvives(last.request.url);

  async function askWhetherItSurvives(shown: string): Promise<void> {
    const hop = hopBeforeLogout(log, shown);
    const own = knows.get(shown);
    if (hop && own) proved.survives = own(await repeat(hop));
  }
}

/** The one that was made last while somebody was logged in. */
function hopBeforeLogout(log: NetworkLog, shown: string): Hop | undefined {
  const earlier = ownHops(log)
    .hops()
    .filter(({ step }) => step === 'login' || step === 'use' || step === 'refresh');
  return hopOf({ hops: () => earlier } as NetworkLog, shown);
}

async function tabOf(scene: Scene): Promise<number> {
  scene.tabId ??= await scene.extension.tabIdOf(scene.page);
  return scene.tabId;
}

async function offerOf(question: Question, scene: Scene) {
  const { extension } = scene;
  const tabId = await tabOf(scene);
  const { offers } = await settled(() => extension.ask<'getProofs'>({ type: 'getProofs', tabId }));
  return offers.find((one) => one.question === question);
}

/** Has the extension prove, as a click does. */
async function run(question: Question, scene: Scene): Promise<void> {
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

async function jarOf(cdp: CDPSession): Promise<Map<string, string>> {
  const { cookies } = await cdp.send('Network.getAllCookies');
  return new Map(
    cookies.map(({ name, domain, path, value }) => [`${name} ${domain}${path}`, value]),
  );
}
