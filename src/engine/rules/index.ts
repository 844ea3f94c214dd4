import { COOKIE_RULES } from './cookie/index.js';
import { JWT_RULES } from './jwt/index.js';
import { OAUTH_RULES } from './oauth/index.js';
import { PASSWORD_RULES } from './password/index.js';
import type { Rule } from './rule.js';
import { SESSION_RULES } from './session/index.js';
import { SITE_RULES } from './site/index.js';
import { TOKEN_RULES } from './token/index.js';

/**
 * Every rule there is. Adding one: its file, its test, its line in the index of its folder, its
 * translation.
 */
export const RULES: readonly Rule[] = [
  ...COOKIE_RULES,
  ...SESSION_RULES,
  ...PASSWORD_RULES,
  ...JWT_RULES,
  ...TOKEN_RULES,
  ...OAUTH_RULES,
  ...SITE_RULES,
];
