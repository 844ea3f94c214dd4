import type { Known } from '../../known.js';
import type { Credential } from '../../model.js';
import { logsIn } from '../../role-table.js';
import type { Diagnosis, Text, Told } from '../../text.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import { remembered } from '../../memo.js';
import type { Evidence } from '../rule.js';

/** Values that evidence about a cookie needs in its sentence. */
export const cookieNamed: (cookie: Credential) => { name: Told; host: Told } = remembered(
  ({ name, host }) => ({ name: tellName(name), host: tellHost(host) }),
);

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

/**
 * The value of an attribute in the line that set it, the last of its name; undefined where it
 * stands in none.
 */
export function writtenValue({ cookie }: Credential, attribute: string): string | undefined {
  const found = cookie?.written?.findLast(([name]) => name.toLowerCase() === attribute);
  return found && (found[1] ?? '');
}

/** What browsers ignored or corrected in the line that set it, among such things. */
export function diagnosed(
  { cookie }: Credential,
  codes: ReadonlySet<string>,
): readonly Diagnosis[] {
  return cookie?.setBy ? cookie.diagnoses.filter(({ code }) => codes.has(code)) : [];
}

/**
 * No line of it was seen: that leaves a question open only of what logs in and shows nothing else
 * either; of others the jar says what became of their line.
 */
export function withoutLine(credential: Credential): 'unknown' | 'does-not-apply' {
  return logsIn(credential) && credential.attributes === undefined ? 'unknown' : 'does-not-apply';
}
