import { LINE_CASES } from './cookie-lines.js';
import { SITE_CASES } from './site-changes.js';
import { TOKEN_CASES } from './token-changes.js';
import type { FixCase } from './fix-case.js';

export const CASES: readonly FixCase[] = [...LINE_CASES, ...SITE_CASES, ...TOKEN_CASES];
