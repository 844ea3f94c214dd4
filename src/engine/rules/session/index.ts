import type { Rule } from '../rule.js';
import { sessionIdInUrl } from './session-id-in-url.js';
import { sessionIdLowEntropy } from './session-id-low-entropy.js';

/** Every rule of this folder. */
export const SESSION_RULES: readonly Rule[] = [
  sessionIdInUrl,
  sessionIdLowEntropy,
];
