import { translate } from '../parts.js';
import type { Handlers } from './handler.js';

/** The list of requests, and one of them in full. */
export const requests: Handlers<'getRequests' | 'getRequest' | 'getRawRequest' | 'getPostedBody'> =
  {
    getRequests({ tabId, since }, { records }) {
      const record = records.of(tabId);
      return { ...record.read(Date.now()).rows(since), dropped: record.dropped() };
    },

    getRequest({ tabId, id, whole }, { records }) {
      return records.of(tabId).read().detail(id, translate, whole) ?? null;
    },

    getRawRequest({ tabId, id }, { records }) {
      return records.of(tabId).read().raw(id) ?? null;
    },

    getPostedBody({ tabId, body, revealed }, { records }) {
      const text = records.of(tabId).read().postedBody(body, revealed);
      return text === undefined ? null : { text };
    },
  };
