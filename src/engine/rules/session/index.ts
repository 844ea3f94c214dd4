import type { Rule } from '../rule.js';
import { logoutKeepsStorage } from './logout-keeps-storage.js';
import { rememberMeLifetimeTooLong } from './remember-me-lifetime-too-long.js';
import { sessionAffinityExposed } from './session-affinity-exposed.js';
import { sessionDefaultName } from './session-default-name.js';
import { sessionIdInUrl } from './session-id-in-url.js';
import { sessionIdLowEntropy } from './session-id-low-entropy.js';
import { sessionIdleUnbounded } from './session-idle-unbounded.js';
import { sessionLost } from './session-lost.js';
import { sessionNotRotatedAtLogin } from './session-not-rotated-at-login.js';
import { sessionSurvivesLogout } from './session-survives-logout.js';
import { sessionWeakSecret } from './session-weak-secret.js';

/** Every rule of this folder. */
export const SESSION_RULES: readonly Rule[] = [
  sessionIdInUrl,
  sessionIdLowEntropy,
  sessionAffinityExposed,
  sessionDefaultName,
  sessionLost,
  sessionNotRotatedAtLogin,
  sessionSurvivesLogout,
  sessionIdleUnbounded,
  sessionWeakSecret,
  rememberMeLifetimeTooLong,
  logoutKeepsStorage,
];
