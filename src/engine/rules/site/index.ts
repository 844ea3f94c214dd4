import type { Rule } from '../rule.js';

/** Every rule of this folder. */
export const SITE_RULES: readonly Rule[] = [];
