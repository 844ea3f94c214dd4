import type { Credential } from '../../model.js';
import { looksRandom } from '../../values/ids/entropy.js';

/**
 * Servers that write their name after the id (`….node1`): the one that gave it, and the one that
 * answered.
 */
export function nodesOf(
  { value: current, valueCount, pastValues }: Credential,
  value: number,
): { node?: string; newNode?: string } {
  const sent = nodeOf(valueCount === value ? current : (pastValues[0] ?? ''));
  const given = valueCount === value ? undefined : nodeOf(current);
  return {
    ...(sent ? { node: sent } : {}),
    ...(given && given !== sent ? { newNode: given } : {}),
  };
}

/** A signature stands after a dot as well; it looks random, and a name does not. */
function nodeOf(id: string): string | undefined {
  const name = /^[^.]{16,}\.([A-Za-z][\w-]{0,23})$/.exec(id)?.[1];
  return name === undefined || looksRandom(name) ? undefined : name;
}
