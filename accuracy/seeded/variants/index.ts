import type { Variant } from '../variant.js';
import { APPLICATIONS } from './applications.js';
import { FLOWS } from './flows.js';
import { HELD_OUT_SESSIONS } from './held-out-sessions.js';
import { HELD_OUT_TOKENS } from './held-out-tokens.js';
import { REFUSED } from './refused.js';
import { SEALED } from './sealed.js';
import { SESSIONS } from './sessions.js';
import { TOKENS } from './tokens.js';

/** Every variant, stacks before applications. */
export const VARIANTS: readonly Variant[] = [
  ...SESSIONS,
  ...SEALED,
  ...REFUSED,
  ...TOKENS,
  ...FLOWS,
  ...HELD_OUT_SESSIONS,
  ...HELD_OUT_TOKENS,
  ...APPLICATIONS,
];
