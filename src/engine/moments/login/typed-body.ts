import type { Body } from '../../model.js';

/** Less is no name with something that only its user knows: `{}`, `{"a":1}`. */
const LEAST_BODY = 12;

/** True where it may hold what somebody typed: a body that was not seen may hold anything. */
export function mayBeTyped(body: Body | undefined): boolean {
  return (body?.bytes ?? LEAST_BODY) >= LEAST_BODY;
}
