import type { Body } from '../../model.js';
import { isSealed } from '../../normalize/bodies/sealed-body.js';
import { isAssertion } from './assertion.js';

/** True for a body that was seen, and holds nothing that only a user knows. */
export function saysNothing(body: Body | undefined): boolean {
  if (body === undefined || isSealed(body) || isAssertion(body)) return false;
  return body.passwordField === undefined && !body.weakPassword && !body.newPassword;
}
