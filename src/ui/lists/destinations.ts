import type { ReportEvent } from '../../engine/report/report-event.js';

/** Exposures by which somebody else than the site gets to know a value. */
const FOREIGN: ReadonlySet<string> = new Set(['cross-site', 'referer', 'third-party-script']);

/** Where a credential was sent. */
export interface Destination {
  origin: string;
  /** How often it was seen to be sent there. */
  count: number;
  /** What is wrong with sending it there, each once. */
  exposures: string[];
  /** The step to be shown: that of the gravest exposure, else the first. */
  step: ReportEvent;
}

/** Where a credential went, by its trail: to others first, then where it went most often. */
export function destinationsOf(trail: readonly ReportEvent[]): Destination[] {
  const found = new Map<string, Destination>();
  for (const step of trail) {
    const { type, detail } = step;
    if ((type !== 'sent' && type !== 'exposed') || typeof detail.origin !== 'string') continue;
    const { origin } = detail;
    const destination = found.get(origin) ?? { origin, count: 0, exposures: [], step };
    found.set(origin, destination);
    if (type === 'sent') destination.count += typeof detail.count === 'number' ? detail.count : 1;
    else addExposure(destination, String(detail.exposure), step);
  }
  return [...found.values()].toSorted(
    (a, b) => Number(isForeign(b)) - Number(isForeign(a)) || b.count - a.count,
  );
}

/** Somebody else than the site gets it. */
export const isForeign = ({ exposures }: Destination): boolean =>
  exposures.some((one) => FOREIGN.has(one));

function addExposure(destination: Destination, exposure: string, step: ReportEvent): void {
  if (destination.exposures.includes(exposure)) return;
  if (FOREIGN.has(exposure) && !isForeign(destination)) destination.step = step;
  destination.exposures.push(exposure);
}
