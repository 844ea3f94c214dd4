import type { Frame } from 'puppeteer-core';
import type { ProofQuestion } from '../src/messaging/proofs-view.js';

/** Has a panel prove something by its buttons alone, and gives the sentence that it comes to. */
export async function proveInPanel(frame: Frame, question: ProofQuestion): Promise<string> {
  const part = `[data-question=${question}]`;
  await (await frame.waitForSelector(`${part} .button`))!.click();
  await (await frame.waitForSelector('.prove-offer .primary'))!.click();
  await frame.waitForSelector(`${part} .proof`);
  return frame.$eval(`${part} .proof-sentence`, (line) => line.textContent ?? '');
}
