import { memo } from '../memo.js';
import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { looksRandom } from '../values/ids/entropy.js';
import { findJwts } from '../values/tokens/jwt.js';
import { percentDecode, unwrapBase64, unwrapPlain, withoutScheme } from '../values/unwrap.js';

/**
 * Which credentials have, or had, which value. Of several it is the one that was seen first: the
 * same whether the index grew with them or was made anew from them.
 */
export class ValueIndex {
  #owners = new Map<string, string>();
  /** All of those that share a value, where there is more than one. */
  #shared = new Map<string, ReadonlySet<string>>();

  fork(): ValueIndex {
    const fork = new ValueIndex();
    fork.#owners = new Map(this.#owners);
    fork.#shared = new Map(this.#shared);
    return fork;
  }

  owner(value: string): string | undefined {
    return this.#owners.get(value);
  }

  /** A credential has this value. */
  claim(value: string, id: string): void {
    const owner = this.#owners.get(value);
    if (owner === id) return;
    if (owner === undefined) {
      this.#owners.set(value, id);
      return;
    }
    this.#share(value, new Set([...(this.#shared.get(value) ?? [owner]), id]));
  }

  /** It is known by this value no more. */
  forget(value: string, id: string): void {
    const shared = this.#shared.get(value);
    if (shared) this.#share(value, new Set([...shared].filter((one) => one !== id)));
    else if (this.#owners.get(value) === id) this.#owners.delete(value);
  }

  #share(value: string, ids: ReadonlySet<string>): void {
    const [first] = [...ids].sort((a, b) => numberOf(a) - numberOf(b));
    if (first === undefined) this.#owners.delete(value);
    else this.#owners.set(value, first);
    if (ids.size > 1) this.#shared.set(value, ids);
    else this.#shared.delete(value);
  }
}

/** `c12` → 12 */
function numberOf(id: string): number {
  return Number(id.slice(1));
}

/**
 * An id with its signature behind it (cookie-signature, better-call, Keygrip): the id alone is what
 * others are told. A signature is a digest of 20 to 64 bytes in base64.
 */
const SIGNED_ID = /^(?:s:)?([\w-]{16,128})\.(?=[\w+/=-]*[A-Z])[\w+/-]{27,86}={0,2}$/;

/** Longer ones hold more than a token and a name. */
const MAX_PACKED = 512;

/**
 * A value as it stands, decoded, the token in it, and the id in front of its signature: any of them
 * may turn up elsewhere.
 */
export const formsOf = memo((value: string): ReadonlySet<string> => {
  const plain = percentDecode(value);
  const signed = SIGNED_ID.exec(plain)?.[1];
  return new Set([
    value,
    plain,
    innerToken(value),
    bareValue(value),
    ...(signed === undefined ? [] : [signed]),
  ]);
});

/**
 * The same of a token, which a client may send packed with who sends it: `base64(ada:1:…)`,
 * `base64({"session":…})`. What else is in a cookie's value is another thing, as a value against
 * forgery is.
 */
export const tokenFormsOf = memo((value: string): ReadonlySet<string> => {
  const [text = ''] = unwrapBase64(value);
  if (text === '' || text.length > MAX_PACKED) return formsOf(value);
  const parts = bareValue(text)
    .split(/[:|;,&=\s]/)
    .filter(isTelling);
  return parts.length === 1 ? new Set([...formsOf(value), ...parts]) : formsOf(value);
});

/** A value without quotes and scheme, or the only text of the JSON that it is. */
function bareValue(value: string): string {
  const plain = withoutScheme(unwrapPlain(value));
  if (!plain.startsWith('{') && !plain.startsWith('[')) return plain;
  const texts = stringsOf(parseJson(plain)).map((one) => withoutScheme(one.value));
  const [only, ...others] = texts.filter(isTelling);
  return only !== undefined && others.length === 0 ? only : plain;
}

/** The JWT or JWE in a value, else the decoded value itself. */
export function innerToken(value: string): string {
  const plain = percentDecode(value);
  return findJwts(plain)[0] ?? plain;
}

/** Short or guessable values are shared by accident: they tell no two credentials to be one. */
export const isTelling = memo((value: string): boolean => {
  return looksRandom(value) || findJwts(value).length > 0;
});
