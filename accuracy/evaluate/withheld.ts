import { readFile } from 'node:fs/promises';
import type { Withheld } from '../applications/support/withhold.js';
import { withheldFile } from '../record/out.js';
import type { JudgedStack, Label } from '../support/stack.js';
import { rolesOf } from './match.js';
import { IDENTIFIES } from './roles.js';

/** Where a label of an application and what its server said contradict each other, in words. */
export async function contradictedLabels({ name, truth }: JudgedStack): Promise<string[]> {
  const withheld = await readFile(withheldFile(name), 'utf8').catch(() => undefined);
  if (withheld === undefined) return [];
  return contradictions(JSON.parse(withheld) as Withheld, truth.credentials);
}

/** Where labels and what a server said contradict each other, in words. */
export function contradictions(
  { works, needed, groups }: Withheld,
  labels: readonly Label[],
): string[] {
  if (!works) return ['the proof cannot tell who is logged in from who is not'];
  return [...new Set([...needed, ...groups.flat()])]
    .filter((id) => !labelsAt(id, labels).some(mayDecide))
    .map((id) => `${id} decides who is logged in, and is not labelled so`);
}

function labelsAt(id: string, labels: readonly Label[]): Label[] {
  const [carrier, ...rest] = id.split(' ');
  const name = rest.join(' ');
  return labels.filter(
    (label) =>
      label.carrier === carrier &&
      (typeof label.name === 'string' ? label.name === name : label.name.test(name)),
  );
}

/** Without one of these a server may well not know who asks. */
function mayDecide(label: Label): boolean {
  return rolesOf(label).some((role) => IDENTIFIES.has(role) || role === 'csrf');
}
