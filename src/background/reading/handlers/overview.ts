import { harOf, refresh, reportOf } from '../parts.js';
import type { Handlers } from './handler.js';

/**
 * The report, and the traffic; what stands around it is answered without reading anything
 * (`status.ts`).
 */
export const overview: Handlers<'getReport' | 'getHar'> = {
  async getReport({ tabId }, background) {
    await refresh(background, tabId);
    return reportOf(background, tabId);
  },
  async getHar({ tabId }, background) {
    await refresh(background, tabId);
    return { har: harOf(background, tabId) };
  },
};
