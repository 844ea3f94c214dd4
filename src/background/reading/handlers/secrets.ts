import type { Handlers } from './handler.js';

/** How a credential is signed, for trials that a person begins, and what came of them. */
export const secrets: Handlers<'getSigned' | 'addTrial'> = {
  getSigned({ tabId, credentialId }, { records }) {
    return records.of(tabId).read().toTry.signed(credentialId) ?? null;
  },

  addTrial({ tabId, fingerprint, tried, length }, { recorder }) {
    const found = length === null ? null : { length };
    recorder.observe(tabId, {
      kind: 'trial',
      at: Date.now(),
      fingerprint,
      list: 'file',
      tried,
      found,
    });
    return null;
  },
};
