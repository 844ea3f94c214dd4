import type { Rule } from '../rule.js';
import { jwtAlgNone } from './jwt-alg-none.js';
import { jwtExpiredInUse } from './jwt-expired-in-use.js';
import { jwtLifetimeTooLong } from './jwt-lifetime-too-long.js';
import { jwtMissingExp } from './jwt-missing-exp.js';
import { jwtWeakSecret } from './jwt-weak-secret.js';

/** Every rule of this folder. */
export const JWT_RULES: readonly Rule[] = [
  jwtAlgNone,
  jwtMissingExp,
  jwtExpiredInUse,
  jwtLifetimeTooLong,
  jwtWeakSecret,
];
