import type { Body, Exchange } from '../../model.js';
import { actsOf } from '../named-acts.js';
import { isAccountWord } from './account-words.js';
import { asksForProof } from './asked-proof.js';

/**
 * True for an answer that says no or asks for more; and, where it gave nothing, for one after which
 * somebody has yet to read a letter, to log in with the account that was made, or to prove a
 * password; and for one that names nobody.
 */
export function letsNobodyIn(answer: Body | undefined, gave: boolean): boolean {
  if (answer?.refusal || answer?.halfway) return true;
  if (gave || answer === undefined) return false;
  const { mailed, accountMade, namesNobody } = answer;
  return asksForProof(answer) || [mailed, accountMade, namesNobody].includes(true);
}

/** True for a body that gives a new password, or names such a call. */
export function makesAccount(body: Body | undefined): boolean {
  return body?.newPassword !== undefined || actsOf(body).some(isAccountWord);
}

/**
 * A browser asks whether a page may ask (Fetch §4.8), for nobody: what it is answered lets nobody
 * in.
 */
export function isPreflight({ method, request }: Exchange): boolean {
  return method === 'OPTIONS' && request.headers.every(({ name }) => name !== 'authorization');
}
