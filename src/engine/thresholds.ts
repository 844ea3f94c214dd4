import type { Settings, ThresholdName } from './judging.js';

/** A limit that a rule judges by, and where its default comes from. */
export interface Threshold {
  readonly unit: 'seconds' | 'bits' | 'bytes';
  readonly byDefault: number;
  /** The standard, or the practice, that says so. */
  readonly source: string;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** What each limit is by default. Exactly as much as one says is still allowed. */
export const THRESHOLDS = {
  accessTokenLifetime: limit('seconds', DAY, 'RFC 9700 §4.14 (short-lived); 24 hours is lenient'),
  sessionLifetime: limit('seconds', DAY, 'NIST SP 800-63B-4 AAL2: 24 hours'),
  sessionIdle: limit('seconds', DAY, 'NIST SP 800-63B-4 AAL2: one hour; 24 hours is lenient'),
  idTokenLifetime: limit(
    'seconds',
    DAY,
    'OpenID Connect Core §2 leaves it open; 24 hours is lenient',
  ),
  refreshTokenLifetime: limit('seconds', 90 * DAY, 'OWASP ASVS 5.0 V10.4.8 wants an absolute end'),
  rememberMeLifetime: limit('seconds', 90 * DAY, 'OWASP ASVS 5.0 V7.3.2; NIST AAL1 has 30 days'),
  clockSkew: limit('seconds', 300, 'RFC 7519 §4.1.4 and §4.1.5: no more than a few minutes'),
  sessionEntropy: limit('bits', 64, 'OWASP Session Management Cheat Sheet; ASVS 5.0 V7.2.3: 128'),
  stateEntropy: limit(
    'bits',
    64,
    'RFC 6749 §10.10 asks for 128; as for session ids, 64 is lenient',
  ),
  hstsMaxAge: limit('seconds', 365 * DAY, 'OWASP ASVS 5.0 V3.4.1: one year'),
  cookieHeader: limit('bytes', 8_190, 'Apache httpd LimitRequestFieldSize; nginx and Tomcat 8 kB'),
} as const satisfies Readonly<Record<ThresholdName, Threshold>>;

/** The limit that counts, in its own unit: the one that was chosen, else the default. */
export function thresholdOf({ thresholds }: Settings, name: ThresholdName): number {
  return thresholds[name] ?? THRESHOLDS[name].byDefault;
}

function limit(unit: Threshold['unit'], byDefault: number, source: string): Threshold {
  return { unit, byDefault, source };
}
