import type { Page } from 'puppeteer-core';
import { USER } from '../../../accuracy/support/site.js';
import { settled } from '../../../browser/settled.js';
import type { Report } from '../../../src/engine/report/report.js';
import type { ReportCredential } from '../../../src/engine/report/report-credential.js';
import type { ReportFinding } from '../../../src/engine/report/report-finding.js';
import { reaches } from '../../../src/engine/severity.js';
import type { ExtensionBrowser } from '../../support/extension.js';
import { lookedAt } from '../capture/lab.js';

/**
 * Hundreds of hosts need no process each; what a page keeps in storage then comes late to the next
 * one.
 */
export const FEW_PROCESSES = ['--disable-site-isolation-trials', '--renderer-process-limit=3'];

/** What came of a visit: whether the login held, and what the report says. */
export interface Visited {
  loggedIn: boolean;
  report: Report;
}

export interface VisitOptions {
  /** A page of another site, that links to the account. */
  from?: string | undefined;
  /** At the account, logged in. */
  stay?: ((page: Page) => Promise<unknown>) | undefined;
  logsOut?: boolean | undefined;
  /** With DevTools open, which tells bodies. */
  bodies?: boolean;
  /** Well-known secrets are tried on what is signed. */
  tries?: boolean;
  /** Rules that are to find something: what a page stores may be told late. */
  finds?: readonly string[] | undefined;
}

/**
 * Goes the whole way in a tab of its own: sent to the login, logged in, and at the account once
 * more.
 */
export async function visit(
  extension: ExtensionBrowser,
  origin: string,
  { from, stay, logsOut, bodies, tries, finds }: VisitOptions = {},
): Promise<Visited> {
  const page = await extension.browser.newPage();
  try {
    if (bodies) await extension.openPanel(page);
    await logIn(extension, page, origin);
    await stay?.(page);
    await page.goto(`${origin}/account`);
    const held = [await isAda(page)];
    if (from !== undefined) held.push(await comesFrom(page, from, `${origin}/account`));
    if (logsOut) {
      await submit(page, '#logout');
      await page.goto(`${origin}/account`);
    }
    const tabId = await extension.tabIdOf(page);
    return {
      loggedIn: held.every(Boolean),
      report: await reportOn(extension, { tabId, tries, finds }),
    };
  } finally {
    await page.close();
  }
}

/** How long a finding is waited for, in milliseconds; then the test says that it is missing. */
const PATIENCE = 30_000;

interface Reported extends Pick<VisitOptions, 'finds' | 'tries'> {
  tabId: number;
}

/** The report, once nothing is under way any more. */
export async function reportOn(
  extension: ExtensionBrowser,
  { tabId, tries = false, finds = [] }: Reported,
): Promise<Report> {
  const read = () => extension.ask<'getReport'>({ type: 'getReport', tabId });
  const isTried = ({ credentials }: Report) =>
    credentials.some(({ signature }) => (signature?.tried ?? 0) > 0);
  const end = Date.now() + PATIENCE;
  for (;;) {
    const report = await settled(read);
    if (tries && !isTried(report)) continue;
    if (finds.every((id) => foundBy(report, id).length > 0) || Date.now() > end) return report;
  }
}

async function logIn(extension: ExtensionBrowser, page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/account`);
  await lookedAt(extension, page);
  await fillIn(page);
  await submit(page, 'form');
}

/** Writes name and password into the form. */
export async function fillIn(page: Page): Promise<void> {
  await page.evaluate(({ name, password }) => {
    document.querySelector<HTMLInputElement>('[name=username]')!.value = name;
    document.querySelector<HTMLInputElement>('[name=password]')!.value = password;
  }, USER);
}

export async function submit(page: Page, form: string): Promise<void> {
  const press = (one: Element) => (one as HTMLFormElement).requestSubmit();
  await Promise.all([page.waitForNavigation(), page.$eval(form, press)]);
}

export async function isAda(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('#profile')?.textContent === 'Ada Lovelace');
}

/** Follows a link of another site. */
async function comesFrom(page: Page, elsewhere: string, target: string): Promise<boolean> {
  await page.goto(elsewhere);
  const follow = (address: string) => {
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    link.click();
  };
  await Promise.all([page.waitForNavigation(), page.evaluate(follow, target)]);
  return isAda(page);
}

/** Findings of a rule. */
export function foundBy({ findings }: Report, ruleId: string): ReportFinding[] {
  return findings.filter((one) => one.ruleId === ruleId);
}

/** Rules that complain, at `low` or above, after a change and did not before it. */
export function newIn(after: Report, before: Report): string[] {
  const serious = after.findings.filter(({ severity }) => reaches(severity, 'low'));
  const had = new Set(before.findings.map(({ ruleId }) => ruleId));
  return serious.map(({ ruleId }) => ruleId).filter((ruleId) => !had.has(ruleId));
}

/** The cookie that a finding of a rule is about. */
export function cookieOf(report: Report, ruleId: string): ReportCredential | undefined {
  const [finding] = foundBy(report, ruleId);
  return report.credentials.find(({ id }) => id === finding?.credentialId);
}
