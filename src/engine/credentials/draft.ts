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
export function copyOf(draft: CredentialDraft): CredentialDraft {
  return {
    ...draft,
    pastValues: [...draft.pastValues],
    life: draft.life.map((event) => ({ ...event })),
    sightings: draft.sightings.map((sighting) => ({ ...sighting })),
    ...(draft.leaks ? { leaks: draft.leaks.map((leak) => ({ ...leak })) } : {}),
    ...(draft.lateUses ? { lateUses: draft.lateUses.map((use) => ({ ...use })) } : {}),
  };
}
