import type { RequestRow } from '../../../recording/shown/view.js';
import { translate } from '../parts.js';
import { Slices } from '../slices.js';
import type { Handlers } from './handler.js';

/** Rows that are made in one go. */
const TOGETHER = 200;

/** The list of requests, and one of them in full. */
export const requests: Handlers<
  'getRequests' | 'getRequest' | 'getRawRequest' | 'getBody' | 'getBodyText'
> = {
  async getRequests({ tabId, since, from = 0, limit = Infinity }, { records }) {
    const record = records.of(tabId);
    const state = record.read(Date.now());
    const { ids, ...changed } = state.requests.changed(since);
    const rows: RequestRow[] = [];
    const slices = new Slices();
    for (let at = from; at < Math.min(ids.length, from + limit); at += TOGETHER) {
      rows.push(...state.requests.rowsOf(ids.slice(at, Math.min(at + TOGETHER, from + limit))));
      await slices.pause();
    }
    const more = from + limit < ids.length;
    return { ...changed, rows, dropped: record.dropped(), ...(more && { more }) };
  },

  getRequest({ tabId, id, whole }, { records }) {
    return records.of(tabId).read().requests.detail(id, translate, whole) ?? null;
  },

  getRawRequest({ tabId, id }, { records }) {
    return records.of(tabId).read().requests.raw(id) ?? null;
  },

  getBody({ tabId, body, revealed }, { records }) {
    return records.of(tabId).read().requests.bodyView(body, revealed) ?? null;
  },

  getBodyText({ tabId, body, revealed }, { records }) {
    const text = records.of(tabId).read().requests.bodyText(body, revealed);
    return text === undefined ? null : { text };
  },
};
