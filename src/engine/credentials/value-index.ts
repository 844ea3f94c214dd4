import { looksRandom } from '../values/entropy.js';
import { percentDecode } from '../values/format.js';
import { findJwts } from '../values/jwt.js';

/** Which credential has, or had, which value. */
export class ValueIndex {
  #owners = new Map<string, string>();

  owner(value: string): string | undefined {
    return this.#owners.get(value);
  }

  /** Gives a value to a credential. */
  set(value: string, id: string): void {
    this.#owners.set(value, id);
  }

  /** Forgets a value of a credential in every form. */
  forget(value: string, id: string): void {
    for (const form of formsOf(value)) if (this.#owners.get(form) === id) this.#owners.delete(form);
  }
}

/** A value as it stands, decoded, and the token in it: any of them may turn up elsewhere. */
export function formsOf(value: string): Set<string> {
  const plain = percentDecode(value);
  return new Set([value, plain, innerToken(value)]);
}

/** The JWT or JWE in a value, else the decoded value itself. */
export function innerToken(value: string): string {
  const plain = percentDecode(value);
  return findJwts(plain)[0] ?? plain;
}

/** Short or guessable values are shared by accident: they tell no two credentials to be one. */
export function isTelling(value: string): boolean {
  return looksRandom(value) || findJwts(value).length > 0;
}
