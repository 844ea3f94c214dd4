import type { Runtime } from 'webextension-polyfill';
import { originOf } from '../engine/normalize/addresses/site.js';
import { withoutPasswords } from '../engine/normalize/passwords/without-passwords.js';
import type { LoginForm, Millis } from '../engine/model.js';
import type {
  ContentMessage,
  FormObserved,
  StorageObserved,
} from '../messaging/content-message.js';
import type { Background } from './background.js';
import { abridgedArea } from '../recording/bodies/abridge.js';
import type { AreaChange } from '../recording/record.js';
import { isNews } from './tabs/told-areas.js';

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
  const origin = originOf(sender.url ?? '');
  if (message.type === 'frame-entered') lookInto(tabId);
  else if (message.type === 'login-form') {
    if (originOf(message.form.pageUrl) === origin) recorder.observe(tabId, formSent(message, at));
  } else if (origin !== 'unknown:' && isNews(tabId, origin, message))
    recorder.observe(tabId, { kind: 'storage-observed', at, origin, ...changeIn(message) });
  return viewers.has(tabId);
}

function formSent({ form }: FormObserved, at: Millis): LoginForm {
  const { pageUrl, actionUrl, method, fields } = form;
  return {
    kind: 'login-form',
    at,
    pageUrl: withoutPasswords(pageUrl),
    actionUrl: withoutPasswords(actionUrl),
    method,
    fields: fields.map(({ name, type }) => ({ name, type })),
  };
}

function changeIn({ area, whole, set, removed, dropped }: StorageObserved): AreaChange {
  const told = set.map(({ key, value, length }) => ({ key, value, length }));
  const { items, left } = abridgedArea(told, area);
  return { area, whole, set: items, removed, dropped: dropped + left };
}
