import type { Page } from 'puppeteer-core';
import type { ProofQuestion } from '../../../src/engine/proof/proposal.js';
import type { ReportProof } from '../../../src/engine/report/report-proof.js';
import type { ExtensionBrowser } from '../../support/extension.js';
import { until } from '../capture/lab.js';

/** What an extension can be asked of proofs. */
export function proving(extension: () => ExtensionBrowser) {
  const proofsOf = (tabId: number) => extension().ask<'getProofs'>({ type: 'getProofs', tabId });
  const reportOf = (tabId: number) => extension().ask<'getReport'>({ type: 'getReport', tabId });
  const offered = (tabId: number, question: ProofQuestion) =>
    until(
      () => proofsOf(tabId),
      ({ offers }) => offers.some((one) => one.question === question && one.request),
    );
  const start = (tabId: number, question: ProofQuestion) =>
    extension().ask<'startProof'>({ type: 'startProof', tabId, question });
  const prove = async (
    tabId: number,
    question: ProofQuestion = 'authenticates',
  ): Promise<ReportProof> => {
    await offered(tabId, question);
    await start(tabId, question);
    const { broken } = await until(
      () => proofsOf(tabId),
      ({ running }) => running === undefined,
    );
    const { proofs } = await reportOf(tabId);
    const proof = proofs.findLast((one) => one.question === question);
    if (!proof) throw new Error(`No proof of ${question}: ${broken?.why ?? 'and no reason told'}`);
    return proof;
  };
  const verdicts = async (tabId: number, { outcomes }: ReportProof) => {
    const { credentials } = await reportOf(tabId);
    const names = new Map(credentials.map((one) => [one.id, one.name]));
    return Object.fromEntries(
      outcomes.map(({ credentialId, verdict }) => [names.get(credentialId), verdict]),
    );
  };
  const jar = async (host: string) => {
    const asking = await extension().askingPage();
    return asking.evaluate(`chrome.cookies.getAll({ domain: '${host}', partitionKey: {} })`);
  };
  const rules = async () => {
    const asking = await extension().askingPage();
    return (await asking.evaluate('chrome.declarativeNetRequest.getSessionRules()')) as unknown[];
  };
  return { proofsOf, reportOf, offered, start, prove, verdicts, jar, rules };
}

/** What a page of these sites says who is there. */
export const askMe = (page: Page): Promise<unknown> => page.evaluate('askMe()');
