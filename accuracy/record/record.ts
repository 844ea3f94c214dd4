import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser, needsNoSandbox } from '../../scripts/ensure-browser.mjs';
import { testCertificate } from '../support/serve.js';
import { resolveTestHosts } from '../support/test-hosts.js';
import { drive, type DrivenStack } from './drive.js';
import { toHar } from './har.js';
import { OUT, stateFile, withheldFile, writeJson } from './out.js';

/**
 * Runs one stack, visits it in a real browser, writes the HAR and the storage at each moment. Where
 * there is a proof, also what the server says when something is withheld, before the logout.
 */
export async function record(stack: DrivenStack): Promise<void> {
  resolveTestHosts();
  const running = await stack.start();
  const profile = stack.thirdPartyCookies && profileWithCookies();
  const browser = await launch(profile);
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    const recording = await drive(stack, page, running.url);
    if (recording.withheld) await writeJson(withheldFile(stack.name), recording.withheld);
    for (const [moment, state] of recording.states)
      await writeJson(stateFile(stack.name, moment), state);
    await writeJson(join(OUT, `${stack.name}.har`), toHar(recording.log));
  } finally {
    await browser.close();
    await running.stop();
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * What the browser of a recording is told: these names are this machine, and its certificate is
 * good.
 */
export const HOST_RULES = 'MAP *.test 127.0.0.1,MAP *.example 127.0.0.1';

/** A profile whose preferences say so: no switch of the command line does. */
function profileWithCookies(): string {
  const folder = mkdtempSync(join(tmpdir(), 'credtrail-profile-'));
  mkdirSync(join(folder, 'Default'));
  const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
  return folder;
}

async function launch(userDataDir?: string) {
  const executablePath = await findBrowser();
  if (!executablePath)
    throw new Error('No Chrome, Chromium, Edge or Brave found: set CREDTRAIL_BROWSER to one.');
  const { spki } = await testCertificate();
  return puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    ...(userDataDir !== undefined && { userDataDir }),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=${HOST_RULES}`,
      `--ignore-certificate-errors-spki-list=${spki}`,
      ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
    ],
  });
}
