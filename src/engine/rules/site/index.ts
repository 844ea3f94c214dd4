import type { Rule } from '../rule.js';
import { logoutKeepsStorage } from './logout-keeps-storage.js';

/** Every rule of this folder. */
export const SITE_RULES: readonly Rule[] = [logoutKeepsStorage];
