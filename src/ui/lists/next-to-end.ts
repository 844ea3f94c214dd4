import { roleFacts } from '../../engine/role-table.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';

type Ending = ReportCredential & { expiresAt: string };

/** The live credential that ends first after a moment, or undefined where none has an end. */
export function nextToEnd(
  credentials: readonly ReportCredential[],
  at: number,
): Ending | undefined {
  return credentials
    .filter((each): each is Ending => each.expiresAt !== null && roleFacts(each.role).identifies)
    .filter(({ state, expiresAt }) => state === 'live' && Date.parse(expiresAt) > at)
    .toSorted((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt))[0];
}
