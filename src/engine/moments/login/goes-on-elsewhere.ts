import type { Body } from '../../model.js';

/** As whoever reads a letter first does, or has yet to log in with the account that was made. */
export function goesOnElsewhere(answer: Body | undefined): boolean {
  return answer?.mailed === true || answer?.accountMade === true;
}
