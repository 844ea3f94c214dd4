import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USER } from '../../demo/demo-user.js';
import { type Demo, startDemo } from '../../demo/start.js';
import { findBrowser, needsNoSandbox } from '../../scripts/ensure-browser.mjs';
import type { Report } from '../../src/engine/report/report.js';
import { THOROUGH } from '../support/thorough.js';
import { inspect, useScratchFolder } from './inspect-acts.js';

const { folder, file } = useScratchFolder();

describe('a visit in a browser that runs elsewhere', () => {
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    demo = await startDemo();
    const executablePath = (await findBrowser())!;
    browser = await puppeteer.launch({
      executablePath,
      args: [
        `--host-resolver-rules=${demo.hostRules}`,
        `--ignore-certificate-errors-spki-list=${demo.certificateSpki}`,
        ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
      ],
    });
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  it('finds in the demo what is there, and leaves the browser running', THOROUGH, async () => {
    const login = file(
      'demo.mjs',
      `export default async (page) => {
         await page.click('#to-login');
         await page.waitForSelector('body[data-page=login]');
         await page.type('input[name=username]', '${DEMO_USER.name}');
         await page.type('input[name=password]', '${DEMO_USER.password}');
         await page.click('form.login button[type=submit]');
         await page.waitForSelector('body[data-page=account][data-ready]');
         await page.click('#to-orders');
         await page.waitForSelector('body[data-page=orders][data-ready]');
       };`,
    );
    const out = join(folder, 'demo');
    const ran = await inspect(
      `${demo.insecureUrl}/`,
      `${demo.soundUrl}/`,
      '--connect',
      browser.wsEndpoint(),
      '--login',
      login,
      '-o',
      out,
      '--format',
      'json',
    );
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const reports = readdirSync(out)
      .toSorted()
      .map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')) as Report);
    const [insecure, sound] = reports as [Report, Report];
    for (const { events } of reports) expect(events.map(({ type }) => type)).toContain('login');
    const severe = ({ findings }: Report) =>
      findings.filter(({ severity }) => severity === 'high' || severity === 'critical');
    expect(severe(insecure).length).toBeGreaterThan(3);
    expect(severe(sound)).toEqual([]);
    expect(browser.connected).toBe(true);
    expect(await browser.pages()).toHaveLength(1);
  });
});
