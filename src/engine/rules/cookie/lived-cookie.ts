import type { Known } from '../../known.js';
import type { Credential } from '../../model.js';
import type { Text, Told } from '../../text.js';
import { tellHost, tellName } from '../../values/redact.js';
import type { Evidence } from '../rule.js';

/** Values that evidence about a cookie needs in its sentence. */
export function cookieNamed({ name, host }: Credential): { name: Told; host: Told } {
  return { name: tellName(name), host: tellHost(host) };
}

/** Evidence in the response that set the cookie; in the past tense where its life is over. */
export function setEvidence(
  credential: Credential,
  known: Known,
  { present, past }: { present: Text; past: Text },
): Evidence {
  return {
    text: known.isLive(credential) ? present : past,
    exchange: credential.cookie?.setBy,
  };
}
