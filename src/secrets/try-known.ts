import type { Trial } from '../engine/credentials/trials.js';
import type { Untried } from '../engine/pipeline/tried-out.js';
import type { Signature } from '../engine/values/signatures/signature.js';
import { EXAMPLES, KNOWN_SECRETS } from './known-secrets.js';
import { type TrialOptions, trySecrets } from './try-secrets.js';

/** Tries the secrets that everybody knows on each of these values, one after the other. */
export async function tryKnownSecrets(
  untried: readonly Untried[],
  now: () => number,
  keep: (trial: Trial) => void,
  options: Pick<TrialOptions, 'pause' | 'signal'> = {},
): Promise<void> {
  for (const { fingerprint, signature } of untried) {
    const { tried, found } = await trySecrets(signature, secretsFor(signature), options);
    keep({
      kind: 'trial',
      at: now(),
      fingerprint,
      list: 'built-in',
      tried,
      found: found === null ? null : { length: found.length },
    });
  }
}

/** Where a key costs a thousand hashes, those of documentation and defaults alone. */
function secretsFor({ keys }: Signature): readonly string[] {
  const isSlow = keys.some((key) => key.kind === 'pbkdf2' && key.iterations > 1);
  return isSlow ? EXAMPLES : KNOWN_SECRETS;
}
