import type { Rule } from '../rule.js';
import { sessionIdInUrl } from './session-id-in-url.js';

/** Every rule of this folder. */
export const SESSION_RULES: readonly Rule[] = [sessionIdInUrl];
