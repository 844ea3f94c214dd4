import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../demo/start.js';
import { logOut, visitInsecure, visitSound } from '../../demo/visit.js';
import { CREDENTIALS, HARMLESS, SEEDED, WHOLE_SHOP } from '../../demo/weaknesses.js';
import { findBrowser, needsNoSandbox } from '../../scripts/ensure-browser.mjs';
import { nameOf, SHOWN, usesOf } from '../demo/shown.js';
import { recordVisit, type WireLog } from '../demo/wire-log.js';

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemo();
  const executablePath = (await findBrowser()) ?? '';
  browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    args: [
      ...(needsNoSandbox(executablePath) ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      `--host-resolver-rules=${demo.hostRules}`,
      `--ignore-certificate-errors-spki-list=${demo.certificateSpki}`,
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe('the insecure shop', () => {
  let log: WireLog;
  beforeAll(async () => {
    log = await recordVisit(browser, (page) => visitInsecure(page, demo));
  });

  test('works without a complaint of the browser', () => expect(log.troubles).toEqual([]));

  test.each(SEEDED)('$ruleId: $credential', ({ ruleId, credential }) => {
    expect([...Object.keys(CREDENTIALS), WHOLE_SHOP]).toContain(credential);
    const shown = SHOWN[ruleId];
    expect(shown, 'a way to see it').toBeDefined();
    expect(shown?.(log, credential)).toBe(true);
  });

  test('seeds each weakness of a credential once', () => {
    const pairs = SEEDED.map(({ ruleId, credential }) => `${ruleId} ${credential}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('has harmless cookies, too, and keeps nothing that browsers refuse', () => {
    expect(log.jar.toSorted()).toEqual([...HARMLESS, 'connect.sid', 'remember_me'].toSorted());
  });

  test('sends one value of each token', () => {
    const tokens = TOKENS.map((name) => new Set(usesOf(log, name).map(({ value }) => value)).size);
    expect(tokens).toEqual(TOKENS.map(() => 1));
  });
});

describe('the sound shop', () => {
  let log: WireLog;
  let afterLogout: string[];
  beforeAll(async () => {
    log = await recordVisit(browser, async (page) => {
      await visitSound(page, demo);
      const before = await page.browserContext().cookies();
      await logOut(page, demo);
      const after = await page.browserContext().cookies();
      const gone = before.filter(
        ({ name, domain }) => !after.some((c) => c.name === name && c.domain === domain),
      );
      afterLogout = gone.map(({ name }) => name);
    });
  });

  test('works without a complaint of the browser', () => expect(log.troubles).toEqual([]));

  test('keeps no token where scripts can read it', () => {
    expect({ ...log.localStorage, ...log.sessionStorage }).toEqual({});
    const readable = log.setCookies.filter((line) => !/; HttpOnly/i.test(line));
    expect(new Set(readable.map(nameOf))).toEqual(new Set(['theme', 'cookie_consent']));
  });

  test('has Secure and SameSite on every cookie and https under every request', () => {
    for (const line of log.setCookies.filter(isKept))
      expect(line).toMatch(/; Secure; SameSite=(Lax|Strict)$/);
    expect(new Set(log.sent.map(({ url }) => url.origin))).toEqual(new Set([demo.soundUrl]));
  });

  test('takes its session and refresh cookies back at the logout', () => {
    expect(afterLogout.toSorted()).toEqual(['__Host-refresh', '__Host-sid']);
  });
});

/** Labels of what travels outside cookies. */
const TOKENS = ['access_token', 'refresh_token', 'profile', 'x-legacy-token', 'jsessionid'];

/** Not a line that deletes. */
function isKept(line: string): boolean {
  return !/^[^=]*=;/.test(line);
}
