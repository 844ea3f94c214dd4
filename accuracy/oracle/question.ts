import type { Role } from '../../src/engine/model.js';
import type { PlacedValue } from '../evaluate/inventory.js';
import type { Label } from '../support/stack.js';
import { LOGS_IN } from '../evaluate/roles.js';
import type { Seen } from './seen.js';

/** Asked for, forbidden, or left open where the recording and the labels do not decide. */
export type Answer = 'asked' | 'open' | 'forbidden';

/** A rule about something labelled. */
export interface LabelQuestion {
  ruleId: string;
  /** Of other roles it is forbidden; without any it is asked of all. */
  roles?: readonly Role[];
  /** Decides of API keys too: what it asks about is a secret by its form. */
  ofKeys?: true;
  answer(values: readonly PlacedValue[], seen: Seen, label: Label): Answer;
}

/** A rule about a site, a flow, a request: where it is not forbidden, by registrable domain. */
export interface SiteQuestion {
  ruleId: string;
  answers(seen: Seen): Iterable<readonly [string, Answer]>;
}

export const AUTHENTICATING: readonly Role[] = [...LOGS_IN].filter((role) => role !== undefined);
export const TOKENS: readonly Role[] = [...AUTHENTICATING, 'api-key'];

/** Asked for where it holds, else forbidden. */
export function asked(holds: boolean): Answer {
  return holds ? 'asked' : 'forbidden';
}

/** Left open where it may hold, else forbidden. */
export function open(mayHold: boolean): Answer {
  return mayHold ? 'open' : 'forbidden';
}

/** The gravest of several: what is asked of one is asked of all. */
export function worst(answers: readonly Answer[]): Answer {
  if (answers.includes('asked')) return 'asked';
  return answers.includes('open') ? 'open' : 'forbidden';
}

/** The mildest of several: where all of it has to hold. */
export function mildest(answers: readonly Answer[]): Answer {
  if (answers.includes('forbidden')) return 'forbidden';
  return answers.includes('open') ? 'open' : 'asked';
}

/** By site, the gravest of its answers. */
export function bySite(answers: Iterable<readonly [string, Answer]>): Map<string, Answer> {
  const sites = new Map<string, Answer>();
  for (const [site, answer] of answers)
    sites.set(site, worst([answer, sites.get(site) ?? 'forbidden']));
  return sites;
}
