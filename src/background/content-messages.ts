import type { Runtime } from 'webextension-polyfill';
import { originOf } from '../engine/normalize/site.js';
import { withoutPasswords } from '../engine/normalize/without-passwords.js';
import type { ContentMessage } from '../messaging/protocol.js';
import type { Background } from './background.js';
import { abridgedArea } from '../recording/abridge.js';
import { insertScript } from './page-script.js';
import { isNews } from './told-areas.js';

/** Records what a content script saw; answers whether it should go on watching. */
export function observeContent(
  message: ContentMessage,
  tabId: number,
  sender: Runtime.MessageSender,
  { recorder, viewers, scope }: Background,
): boolean {
  const at = Date.now();
  if (!scope.records(tabId)) return false;
  if (message.type === 'frame-entered') {
    void insertScript(tabId, 'all');
    return viewers.has(tabId);
  }
  if (message.type === 'login-form') {
    const { pageUrl, actionUrl, method, fields } = message.form;
    const form = { pageUrl: withoutPasswords(pageUrl), actionUrl: withoutPasswords(actionUrl) };
    recorder.observe(tabId, { kind: 'login-form', at, ...form, method, fields });
    return viewers.has(tabId);
  }
  const origin = originOf(sender.url ?? '');
  if (origin !== 'unknown:' && isNews(tabId, origin, message)) {
    const { type: _, ...observed } = message;
    const { items: set, left } = abridgedArea(observed.set, observed.area);
    const dropped = observed.dropped + left;
    recorder.observe(tabId, { kind: 'storage-observed', at, origin, ...observed, set, dropped });
  }
  return viewers.has(tabId);
}
