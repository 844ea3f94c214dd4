import type { Credential, Millis } from '../../src/engine/model.js';
import { cookie, jwt, SECONDS, T0 } from './credential.js';
import { jwtOf } from './jose.js';

/** How long after T0 the cookie ends, what its line asked for, and when the JWT in it ends. */
export interface Ends {
  /** Absent: with the browser session. */
  cookie?: Millis;
  asked?: Millis;
  jwt?: Millis;
}

/** A session cookie whose value is a JWT. */
export function inCookie(
  { cookie: end, asked = end, jwt: exp }: Ends,
  more: Partial<Credential> = {},
): Credential {
  const claims = exp === undefined ? { exp: undefined } : { exp: (T0 + exp) / SECONDS };
  const { jwt: decoded, format } = jwt({ claims });
  const kept = cookie({
    ...(asked === undefined ? {} : { cookie: { askedExpiresAt: T0 + asked } }),
    ...(end === undefined ? {} : { expires: 'at', expiresAt: T0 + end }),
    attributes: { persistent: end !== undefined },
    format,
    value: jwtOf({ sub: 'u1' }),
  });
  return { ...kept, ...(decoded ? { jwt: decoded } : {}), ...more };
}
