import type { Credential } from '../model.js';

/** A value all of whose members may be written. */
export type Draft<T> = T extends readonly (infer Item)[]
  ? Draft<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Draft<T[Key]> }
    : T;

/** Members that are replaced as a whole, never written within. */
type Whole = 'attributes' | 'jwt' | 'evidence' | 'behaviour' | 'cookie';

/** A credential in the hands of the store, its only writer. */
export type CredentialDraft = Draft<Omit<Credential, Whole>> & {
  -readonly [Key in keyof Pick<Credential, Whole>]: Credential[Key];
};

/** A copy that can be written without a trace in the original. */
export function copyOf({ leaks, lateUses, ...credential }: Credential): CredentialDraft {
  return {
    ...credential,
    carriers: [...credential.carriers],
    pastValues: [...credential.pastValues],
    life: credential.life.map((event) => ({ ...event })),
    sightings: credential.sightings.map((sighting) => ({ ...sighting })),
    ...(leaks ? { leaks: leaks.map((leak) => ({ ...leak })) } : {}),
    ...(lateUses ? { lateUses: lateUses.map((use) => ({ ...use })) } : {}),
  };
}
