import { type Har, toHar as harOf } from '../../browser/network-har.js';
import type { NetworkLog } from '../../browser/network-log.js';

/** The recording as HAR, with the step of the visit, and what the jar held, in each entry. */
export function toHar(log: NetworkLog): Har {
  return harOf(log, 'credtrail-accuracy', ({ step, sent }) => ({
    _step: step,
    ...(sent && { _held: sent.held }),
  }));
}
