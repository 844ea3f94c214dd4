import type { SecretList, Trial } from '../../src/engine/credentials/trials.js';
import { hashOf } from '../../src/engine/values/hash.js';
import { T0 } from './credential.js';

/** Secrets were tried on a value. */
export function tried(
  value: string,
  found: Trial['found'],
  list: SecretList = 'built-in',
  count = 1_000,
): Trial {
  return { kind: 'trial', at: T0, fingerprint: hashOf(value), list, tried: count, found };
}
