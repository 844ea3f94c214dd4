import type { Rule } from '../rule.js';
import { sessionIdInUrl } from './session-id-in-url.js';
import { sessionWeakSecret } from './session-weak-secret.js';

/** Every rule of this folder. */
export const SESSION_RULES: readonly Rule[] = [sessionIdInUrl, sessionWeakSecret];
