import type { Runtime } from 'webextension-polyfill';
import { originOf } from '../engine/normalize/site.js';
import { withoutPasswords } from '../engine/normalize/without-passwords.js';
import type { ContentMessage } from '../messaging/content-message.js';
import type { Background } from './background.js';
import { abridgedArea } from '../recording/abridge.js';
import { isNews } from './told-areas.js';

/**
 * Records what a content script saw; answers whether it should go on watching. Whose it is says the
 * browser; and of a message nothing is taken but what it is to have: a page may have written it.
 */
export function observeContent(
  message: ContentMessage,
  tabId: number,
  sender: Runtime.MessageSender,
  { recorder, viewers, scope, lookInto }: Background,
): boolean {
  const at = Date.now();
  if (!scope.records(tabId)) return false;
  if (message.type === 'frame-entered') {
    lookInto(tabId);
    return viewers.has(tabId);
  }
  const origin = originOf(sender.url ?? '');
  if (message.type === 'login-form') {
    const { pageUrl, actionUrl, method, fields } = message.form;
    if (originOf(pageUrl) !== origin) return viewers.has(tabId);
    recorder.observe(tabId, {
      kind: 'login-form',
      at,
      pageUrl: withoutPasswords(pageUrl),
      actionUrl: withoutPasswords(actionUrl),
      method,
      fields: fields.map(({ name, type }) => ({ name, type })),
    });
    return viewers.has(tabId);
  }
  if (origin !== 'unknown:' && isNews(tabId, origin, message)) {
    const { area, whole, removed } = message;
    const told = message.set.map(({ key, value, length }) => ({ key, value, length }));
    const { items: set, left } = abridgedArea(told, area);
    const dropped = message.dropped + left;
    recorder.observe(tabId, {
      kind: 'storage-observed',
      at,
      origin,
      area,
      whole,
      set,
      removed,
      dropped,
    });
  }
  return viewers.has(tabId);
}
