import type { OwnName } from '../judging.js';
import { sitesUsing } from '../known-indexes.js';
import type { Credential } from '../model.js';
import { text } from '../text.js';
import { tellQuoted } from '../values/telling/redact.js';

/** People know their own site: this much surer than anything that can be seen. */
const SURE = 0.99;

/**
 * Credentials with what the user said of their names. It is the user's word, so it counts before
 * what was seen; that stays as evidence where it says the same. The last word that fits is the one.
 */
export function withOwnNames(
  credentials: readonly Credential[],
  ownNames: readonly OwnName[] = [],
): readonly Credential[] {
  if (ownNames.length === 0) return credentials;
  const before = new Map(credentials.map((one) => [one.id, one]));
  return credentials.map((credential) => {
    // A signature is what the cookie is that it signs.
    const named = before.get(credential.signs ?? '') ?? credential;
    const said = ownNames.findLast((one) => isMeant(one, named));
    return said ? asSaid(credential, said) : credential;
  });
}

function asSaid(credential: Credential, { name, role }: OwnName): Credential {
  const said = text('evidence_own_name', 'you said so: its name fits {name}', {
    name: tellQuoted(name),
  });
  const isSame = credential.role === role;
  const evidence = isSame ? [said, ...credential.evidence] : [said];
  return {
    ...credential,
    role,
    confidence: Math.max(SURE, isSame ? credential.confidence : 0),
    evidence,
  };
}

function isMeant({ name, site }: OwnName, credential: Credential): boolean {
  if (site !== undefined && !sitesUsing(credential).includes(site)) return false;
  // Names of headers have no case (RFC 9110 §5.1).
  const isHeader = credential.carrier === 'header';
  return isHeader
    ? fitsName(name.toLowerCase(), credential.name.toLowerCase())
    : fitsName(name, credential.name);
}

/**
 * Whether a name fits a pattern in which `*` is any characters: at most pattern times name steps,
 * whatever either says.
 */
export function fitsName(pattern: string, name: string): boolean {
  let [at, from] = [0, 0];
  let star = -1;
  let resume = 0;
  while (from < name.length) {
    if (pattern[at] === '*') {
      star = at;
      at += 1;
      resume = from;
    } else if (at < pattern.length && pattern[at] === name[from]) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      from = resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
