import { asObject } from '../normalize/bodies/json-value.js';
import { isPersonal, isPersonalClaim } from './personal.js';

/** Answers that tell of a person have fewer members. */
const MOST = 20_000;
/** Shorter ones are numbers of rows. */
const LEAST = 3;

/**
 * Who an object is about: what else it calls somebody beside an address of mail, a user name or
 * the subject of a token (the answer of a UserInfo endpoint, OpenID Connect Core §5.3).
 */
export function personsIn(json: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [json];
  for (let at = 0; at < open.length && at < MOST; at++) {
    const one = open[at];
    const members = Object.entries(asObject(one) ?? {});
    if (members.some(([name, value]) => typeof value === 'string' && isOfPerson(name)))
      for (const [name, value] of members)
        if (typeof value === 'string' && value.length >= LEAST && isPersonalClaim(name))
          found.add(value);
    const below: unknown[] = Array.isArray(one) ? one : members.map(([, value]) => value);
    for (const value of below) if (typeof value === 'object' && value !== null) open.push(value);
  }
  return found;
}

function isOfPerson(name: string): boolean {
  return name === 'sub' || isPersonal(name);
}
