import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { testCertificate } from '../../../accuracy/support/serve.js';
import type { Report } from '../../../src/engine/report/report.js';
import type { ReportFlow } from '../../../src/engine/report/report-event.js';
import { useOwnExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';
import { authorizationServer, client, type Request } from './oauth-sites.js';
import { REQUEST_CASES, type RequestCase } from './oauth-requests.js';
import { Sites } from './site.js';
import { fillIn, foundBy, isAda, newIn, reportOn, type Visited } from './visit.js';

/** The authorization request of the report, sent by the client that it complains of. */
describe('the request that a report gives for a login', THOROUGH, () => {
  let sites: Sites;
  const extension = useOwnExtension(async () => {
    sites = await Sites.start();
    const { spki } = await testCertificate();
    return { dock: 'undocked', hostRules: 'MAP * 127.0.0.1', spki: [spki] };
  });
  afterAll(() => sites.close());

  const visited = async (one: RequestCase, request: Request, at: string, isMended: boolean) => {
    const server = sites.open(`id-${at}.example`, authorizationServer());
    const host = `client-${at}.example`;
    const scheme = request.some(([, value]) => value.startsWith('http:')) ? 'http' : 'https';
    const filled = request.map(
      ([name, value]) =>
        [name, name === 'redirect_uri' ? `${sites.at(host, scheme)}/callback` : value] as const,
    );
    const { by, secret } = isMended ? {} : one;
    const site = client(server, filled, { by, secret });
    for (const each of ['https', 'http'] as const) sites.open(host, site, each);
    const page = await extension().browser.newPage();
    try {
      if (one.reads) await extension().openPanel(page);
      for (let time = 0; time < (one.times ?? 1); time++)
        await logIn(page, `${sites.at(host, scheme)}/client`, by);
      const tabId = await extension().tabIdOf(page);
      const loggedIn = await isAda(page);
      return { loggedIn, report: await reportOn(extension(), { tabId }) };
    } finally {
      await page.close();
    }
  };

  it.concurrent.each(REQUEST_CASES.map((one, at) => [one.rules[0], one.what, one, at] as const))(
    '%s: %s',
    async (rule, _, one, at) => {
      const before: Visited = await visited(one, one.request, `before${at}`, false);
      expect(one.rules.filter((id) => foundBy(before.report, id).length === 0)).toEqual([]);
      const mended = requestOf(flowOf(before.report, rule), one.request);
      const after = await visited(one, mended, `after${at}`, true);
      expect(after.loggedIn).toBe(true);
      expect(one.rules.flatMap((id) => foundBy(after.report, id))).toEqual([]);
      expect(newIn(after.report, before.report)).toEqual([]);
    },
  );
});
async function logIn(page: Page, address: string, by: RequestCase['by']): Promise<void> {
  await page.goto(address);
  if (by === 'password') {
    await fillIn(page);
    await page.$eval('form', (form) => form.requestSubmit());
    await page.waitForFunction(() => document.querySelector('#profile')?.textContent);
    return;
  }
  await page.waitForFunction(
    () => location.pathname === '/authorize' && document.querySelector('form'),
  );
  await fillIn(page);
  await page.$eval('form', (form) => form.requestSubmit());
  await page.waitForSelector('[data-ready]');
}

function flowOf({ findings, flows }: Report, ruleId: string): ReportFlow | undefined {
  const id = findings.find((one) => one.ruleId === ruleId)?.about.flowId;
  return flows.find((flow) => flow.id === id);
}

/**
 * What the report has to send; a value that stays, and may be a preview there, as it was sent
 * before.
 */
function requestOf(flow: ReportFlow | undefined, sent: Request): Request {
  const before = new Map(sent);
  return (flow?.remedy?.better ?? []).map(({ text, change }) => {
    const [name = '', ...value] = text.split('=');
    return [name, (change === 'same' ? before.get(name) : undefined) ?? value.join('=')] as const;
  });
}
