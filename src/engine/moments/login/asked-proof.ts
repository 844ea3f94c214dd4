import type { Body, Credential } from '../../model.js';

// Answers that ask for a proof of a password, and what stands in them beside that.

const KEYS: ReadonlySet<Credential['role']> = new Set([
  'access-token',
  'refresh-token',
  'id-token',
]);

/** True for data that does; a page may have a challenge for anything. */
export function asksForProof(answer: Body | undefined): boolean {
  return answer?.challenge === true && answer.kind !== 'html';
}

/** True for what may let in, whatever is asked for: it is more than the number of an attempt. */
export function mayLetIn({ name, role }: Pick<Credential, 'name' | 'role'>): boolean {
  return KEYS.has(role) || /token/i.test(name);
}
