import type { Credential, Millis } from '../model.js';
import { logsIn } from '../role-table.js';
import { type IdStrength, idStrength } from '../values/ids/id-strength.js';
import { memo, remembered } from '../memo.js';
import { signerOf } from '../values/signatures/signed.js';
import { unwrapPlain } from '../values/unwrap.js';

/** Who signs an id and nothing else: what is in it is what others would have to guess. */
const SIGNS_IDS: ReadonlySet<string> = new Set(['Express', 'HMAC-SHA256']);

/**
 * How hard it is to guess what logs in, over all values seen of it; undefined for what others
 * cannot make without a key, however much may be known of what is in it.
 */
export const strengthOf = remembered((credential: Credential): IdStrength | undefined => {
  const { role, format, value, pastValues, firstSeen, signs } = credential;
  if (!logsIn(credential) || role === 'id-token' || signs !== undefined) return undefined;
  const signer = format === 'signed' ? signerOf(unwrapPlain(value)) : undefined;
  const isId = format === 'opaque' || format === 'uuid' || SIGNS_IDS.has(signer ?? '');
  return isId
    ? strengthAt(JSON.stringify([firstSeen, ...pastValues.toReversed(), value]))
    : undefined;
});

/** What was seen again is another credential with the same values. */
const strengthAt = memo((seen): IdStrength | undefined => {
  const [at, ...values] = JSON.parse(seen) as [Millis, ...string[]];
  return idStrength(values, at);
});
