import type { Carrier } from '../../engine/model.js';
import type { ReportCredential } from '../../engine/report/report-credential.js';
import type { ReportEvent } from '../../engine/report/report-event.js';
import { STORAGE_AREAS } from '../../engine/where-seen.js';

/** Where a browser keeps things; elsewhere they only travel. */
const STORAGES: ReadonlySet<Carrier> = new Set(['cookie', ...STORAGE_AREAS]);

type Kept = Pick<ReportCredential, 'carriers' | 'carrier'>;
type Trail = readonly Pick<ReportEvent, 'type' | 'detail'>[];

/** The storages that have a credential now: it was seen there, and not seen to be taken away. */
export function keptIn({ carriers }: Kept, trail: Trail): Carrier[] {
  const times = (type: string, carrier: Carrier) =>
    trail.filter((step) => step.type === type && step.detail['carrier'] === carrier).length;
  return carriers.filter((carrier) => {
    const removed = times('removed', carrier);
    return STORAGES.has(carrier) && (removed === 0 || removed < times('stored', carrier));
  });
}

/** The one place to name where there is room for one: where it is kept, else how it travels. */
export function placeOf(credential: Kept, trail: Trail): Carrier {
  const [kept] = keptIn(credential, trail);
  return kept ?? credential.carriers.find((one) => !STORAGES.has(one)) ?? credential.carrier;
}
