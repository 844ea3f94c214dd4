import browser, { type Runtime } from 'webextension-polyfill';
import type {
  ContentMessage,
  PageRequest,
  PageRequestType,
  Refusal,
} from '../messaging/protocol.js';
import type { Background } from './background.js';
import { observeContent } from './content-messages.js';
import { choices } from './handlers/choices.js';
import { entries } from './handlers/entries.js';
import type { Handler, Handlers } from './handlers/handler.js';
import { overview } from './handlers/overview.js';
import { marks } from './handlers/marks.js';
import { recording } from './handlers/recording.js';
import { requests } from './handlers/requests.js';
import { secrets } from './handlers/secrets.js';
import { storage } from './handlers/storage.js';
import { asksAcross } from './private-tabs.js';
import { isContentMessage, isPageRequest } from './validate.js';

const handlers: Handlers<PageRequestType> = {
  ...overview,
  ...requests,
  ...storage,
  ...entries,
  ...secrets,
  ...marks,
  ...recording,
  ...choices,
};

/** True for the panel, the popup and the full view; false for content scripts and other extensions. */
export function isOwnPage(sender: Runtime.MessageSender | undefined): boolean {
  const base = browser.runtime.getURL('');
  return sender?.id === browser.runtime.id && (sender.url?.startsWith(base) ?? false);
}

/** Answers a message, whoever sent it; never throws and never leaves the sender waiting. */
export async function route(
  message: unknown,
  sender: Runtime.MessageSender,
  background: Background,
): Promise<unknown> {
  if (isOwnPage(sender)) {
    if (!isPageRequest(message)) return refusal('not a request that is known');
    if (asksAcross(message, sender.tab, background.open))
      return refusal('private tabs are shown in private windows only');
    return answer(message, background);
  }
  const { tab, frameId, id } = sender;
  if (id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) {
    return refusal('only pages of this extension may ask');
  }
  if (!isContentMessage(message)) return refusal('not for content scripts');
  return observeContent(message as ContentMessage, tab.id, sender, background);
}

async function answer<T extends PageRequestType>(
  ask: PageRequest<T>,
  background: Background,
): Promise<unknown> {
  const handler = handlers[ask.type] as Handler<T>;
  try {
    return await handler(ask, background);
  } catch (error) {
    console.error(`${ask.type} failed: ${error instanceof Error ? error.stack : typeof error}`);
    return refusal(`${ask.type} failed inside the extension`);
  }
}

function refusal(reason: string): Refusal {
  return { refused: reason };
}
