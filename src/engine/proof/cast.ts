import type { Subject } from './proposal.js';

/** Whose subjects they are, by their ids. */
export interface Cast {
  /** In the order in which they are tried: what is likely to log in first. */
  readonly order: readonly string[];
  /** How many of the first ones are likely to. */
  readonly likely: number;
  /**
   * They go along with any other, and never without: a server may end a session where one is
   * missing.
   */
  readonly guards: readonly string[];
  /** Of those that are not likely to: what nobody knows, and is long enough for a secret. */
  readonly obscure: readonly string[];
  /** Of these, what is there for the server alone, as what a session is bound to is. */
  readonly servers: readonly string[];
  /** Of the obscure ones, what came together with something that is likely to log in. */
  readonly given: readonly string[];
}

/** Who plays which part in a proof. */
export function castOf(subjects: readonly Subject[]): Cast {
  const idsOf = (part: Subject['part']) =>
    subjects.flatMap((one) => (one.part === part ? [one.id] : []));
  const likely = idsOf('likely');
  return {
    order: [...likely, ...idsOf('others')],
    likely: likely.length,
    guards: idsOf('guard'),
    obscure: subjects.flatMap(({ id, isObscure }) => (isObscure ? [id] : [])),
    servers: subjects.flatMap(({ id, isServers }) => (isServers ? [id] : [])),
    given: subjects.flatMap(({ id, isGiven }) => (isGiven ? [id] : [])),
  };
}
