import type { Rule } from '../rule.js';

/** Every rule of this folder. */
export const OAUTH_RULES: readonly Rule[] = [];
