import type { Credential, CookieAttributes } from '../model.js';

/** A value all of whose members may be written. */
export type Draft<T> = T extends readonly (infer Item)[]
  ? Draft<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Draft<T[Key]> }
    : T;

/** A credential in the hands of the store, its only writer. */
export type CredentialDraft = Omit<Draft<Credential>, 'attributes' | 'jwt' | 'evidence'> &
  Pick<{ -readonly [Key in keyof Credential]: Credential[Key] }, 'jwt' | 'evidence'> & {
    attributes?: Partial<CookieAttributes>;
  };
