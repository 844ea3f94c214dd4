import browser, { type Runtime } from 'webextension-polyfill';
import type { PageRequest, Refusal } from '../messaging/protocol.js';
import { answerAtOnce } from './answers.js';
import type { Background } from './background.js';
import { observeContent } from './content-messages.js';
import { asksAcross } from './tabs/private-tabs.js';
import type { ReadingPart } from './start/reading-part.js';
import { isContentMessage, isPageRequest } from './validate.js';

/**
 * True for the panel, the popup and the full view; false for content scripts and other extensions.
 */
export function isOwnPage(sender: Runtime.MessageSender | undefined): boolean {
  const base = browser.runtime.getURL('');
  return sender?.id === browser.runtime.id && (sender.url?.startsWith(base) ?? false);
}

/** Answers a message, whoever sent it; never throws and never leaves the sender waiting. */
export async function route(
  message: unknown,
  sender: Runtime.MessageSender,
  background: Background,
  reading: ReadingPart,
): Promise<unknown> {
  if (isOwnPage(sender)) {
    if (!isPageRequest(message)) return refusal('not a request that is known');
    if (asksAcross(message, sender.tab, background.open))
      return refusal('private tabs are shown in private windows only');
    return answer(message, background, reading);
  }
  const { tab, frameId, id } = sender;
  if (id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) {
    return refusal('only pages of this extension may ask');
  }
  if (!isContentMessage(message)) return refusal('not for content scripts');
  return observeContent(message, tab.id, sender, background);
}

async function answer(
  ask: PageRequest,
  background: Background,
  part: ReadingPart,
): Promise<unknown> {
  try {
    const atOnce = answerAtOnce(ask, background, part);
    if (atOnce) return await atOnce;
    const reading = await part.get();
    return await reading.giveWayTo(reading.answer(ask));
  } catch (error) {
    console.error(`${ask.type} failed: ${error instanceof Error ? error.stack : typeof error}`);
    return refusal(`${ask.type} failed inside the extension`);
  }
}

function refusal(reason: string): Refusal {
  return { refused: reason };
}
