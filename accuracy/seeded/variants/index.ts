import type { Variant } from '../variant.js';
import { APPLICATIONS } from './applications.js';
import { FLOWS } from './flows.js';
import { GUARDS } from './guards.js';
import { HELD_OUT_REST } from './held-out-rest.js';
import { HELD_OUT_SESSIONS } from './held-out-sessions.js';
import { HELD_OUT_TOKENS } from './held-out-tokens.js';
import { KEYS } from './keys.js';
import { LINES } from './lines.js';
import { PROVIDERS } from './providers.js';
import { REFUSED } from './refused.js';
import { RENEWALS } from './renewals.js';
import { SEALED } from './sealed.js';
import { SECRETS } from './secrets.js';
import { SESSIONS } from './sessions.js';
import { TOKENS } from './tokens.js';
import { WEB_SERVERS } from './web-servers.js';

/** Every variant, stacks before applications. */
export const VARIANTS: readonly Variant[] = [
  ...SESSIONS,
  ...SEALED,
  ...REFUSED,
  ...TOKENS,
  ...FLOWS,
  ...RENEWALS,
  ...PROVIDERS,
  ...SECRETS,
  ...LINES,
  ...GUARDS,
  ...KEYS,
  ...HELD_OUT_SESSIONS,
  ...HELD_OUT_TOKENS,
  ...HELD_OUT_REST,
  ...APPLICATIONS,
  ...WEB_SERVERS,
];
