import type { Known } from '../../known.js';
import type { Credential } from '../../model.js';
import type { Answer } from './answer.js';
import { endedAnswer } from './ended-answer.js';
import { loginAnswer } from './login-answer.js';
import { logoutAnswer } from './logout-answer.js';

/** The answers that a visit to a site gave, in the order in which they are asked. */
export function answersOf(site: string, own: readonly Credential[], known: Known): Answer[] {
  const asked = [loginAnswer, logoutAnswer, endedAnswer];
  return asked.flatMap((answer) => answer(site, own, known) ?? []);
}
