import type { Rule } from '../rule.js';
import { idTokenAsAccessToken } from './id-token-as-access-token.js';
import { jwtAlgNone } from './jwt-alg-none.js';
import { jwtAudienceMismatch } from './jwt-audience-mismatch.js';
import { jwtCritInvalid } from './jwt-crit-invalid.js';
import { jwtDeprecatedAlgorithm } from './jwt-deprecated-algorithm.js';
import { jwtDuplicateMembers } from './jwt-duplicate-members.js';
import { jwtEncryptedCompressed } from './jwt-encrypted-compressed.js';
import { jwtExpiredInUse } from './jwt-expired-in-use.js';
import { jwtKeyInHeader } from './jwt-key-in-header.js';
import { jwtLifetimeTooLong } from './jwt-lifetime-too-long.js';
import { jwtMissingAudience } from './jwt-missing-audience.js';
import { jwtMissingExp } from './jwt-missing-exp.js';
import { jwtNotYetValid } from './jwt-not-yet-valid.js';
import { jwtOddTimes } from './jwt-odd-times.js';
import { jwtOutlivesCookie } from './jwt-outlives-cookie.js';
import { jwtProfileIncomplete } from './jwt-profile-incomplete.js';
import { jwtSensitiveClaims } from './jwt-sensitive-claims.js';
import { jwtSymmetricShared } from './jwt-symmetric-shared.js';
import { jwtUnsigned } from './jwt-unsigned.js';
import { jwtWeakSecret } from './jwt-weak-secret.js';

/** Every rule of this folder. */
export const JWT_RULES: readonly Rule[] = [
  jwtAlgNone,
  jwtUnsigned,
  jwtMissingExp,
  jwtExpiredInUse,
  jwtNotYetValid,
  jwtLifetimeTooLong,
  jwtOutlivesCookie,
  jwtOddTimes,
  jwtKeyInHeader,
  jwtSensitiveClaims,
  jwtMissingAudience,
  jwtAudienceMismatch,
  jwtSymmetricShared,
  jwtProfileIncomplete,
  jwtDuplicateMembers,
  jwtCritInvalid,
  jwtDeprecatedAlgorithm,
  jwtEncryptedCompressed,
  idTokenAsAccessToken,
  jwtWeakSecret,
];
