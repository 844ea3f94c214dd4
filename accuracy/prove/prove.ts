import type { CDPSession } from 'puppeteer-core';
import { launchExtension } from '../../browser/launch.js';
import { NetworkLog } from '../../browser/network-log.js';
import { answerByDialog } from '../live/dialog.js';
import { drive, type DrivenStack } from '../record/drive.js';
import { HOST_RULES } from '../record/record.js';
import { testCertificate } from '../support/serve.js';
import type { Step } from '../support/stack.js';
import { resolveTestHosts } from '../support/test-hosts.js';
import { askBesideNeeded, askOutside, askWhetherItSurvives, learnToTell } from './outside.js';
import { type Mode, offerOf, type Proved, run, type Scene } from './scene.js';

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

async function afterLogout(scene: Scene): Promise<void> {
  const { proved, mode } = scene;
  if (mode === 'outside-first') {
    const offer = await offerOf('survives-logout', scene);
    if (offer?.request) await askWhetherItSurvives(scene, offer.request.url);
    return;
  }
  await run('survives-logout', scene);
  const last = proved.proofs.findLast(({ question }) => question === 'survives-logout');
  if (last) await askWhetherItSurvives(scene, last.request.url);
}

async function jarOf(cdp: CDPSession): Promise<Map<string, string>> {
  const { cookies } = await cdp.send('Network.getAllCookies');
  return new Map(
    cookies.map(({ name, domain, path, value }) => [`${name} ${domain}${path}`, value]),
  );
}
