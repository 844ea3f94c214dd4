import type { CredentialDraft } from './draft.js';

type ById = (id: string) => CredentialDraft | undefined;

/** All generations of the lineage that a record belongs to, in their order. */
export function chainAround(middle: CredentialDraft, byId: ById): CredentialDraft[] {
  if (middle.replaces === undefined && middle.replacedBy === undefined) return [middle];
  const chain = [middle];
  // Saved data may be wrong: no circle is followed twice.
  const next = (id: string | undefined) => {
    const one = byId(id ?? '');
    return one && !chain.includes(one) ? one : undefined;
  };
  for (let one = next(middle.replaces); one; one = next(one.replaces)) chain.unshift(one);
  for (let one = next(middle.replacedBy); one; one = next(one.replacedBy)) chain.push(one);
  return chain;
}

/** The first generation of them. */
export function firstAround(middle: CredentialDraft, byId: ById): CredentialDraft {
  return middle.replaces === undefined ? middle : (chainAround(middle, byId)[0] ?? middle);
}
