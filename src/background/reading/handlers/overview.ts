import { refresh, reportOf } from '../parts.js';
import type { Handlers } from './handler.js';

/** The report; what stands around it is answered without reading anything (`status.ts`). */
export const overview: Handlers<'getReport'> = {
  async getReport({ tabId }, background) {
    await refresh(background, tabId);
    return reportOf(background, tabId);
  },
};
