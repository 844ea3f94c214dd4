import type { Credential } from '../../src/engine/model.js';
import { b64u } from './base64.js';
import { credential } from './credential.js';
import { Seeded } from './seeded.js';

/** An access token in JWE format with this header. */
export function jweWith(header: object, more: Partial<Credential> = {}): Credential {
  const random = new Seeded('jwe');
  const parts = [JSON.stringify(header), '', ...[12, 80, 16].map((count) => random.bytes(count))];
  return credential({
    role: 'access-token',
    format: 'jwe',
    value: parts.map(b64u).join('.'),
    ...more,
  });
}
