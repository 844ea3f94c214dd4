import type { Body } from '../../model.js';
import { mayOfferWayOut, offersWayOut } from '../words/way-out.js';
import { waysOutOf } from '../words/ways-out.js';
import { leadsOn } from './leads-on.js';

/** Where a page leads: out, as it offers, and on, by itself. */
export function waysOf(page: string): Pick<Body, 'wayOut' | 'waysOut' | 'leadsTo'> {
  const leadsTo = leadsOn(page);
  return {
    ...(mayOfferWayOut(page) && outOf(page)),
    ...(leadsTo.length > 0 && { leadsTo }),
  };
}

function outOf(page: string): Pick<Body, 'wayOut' | 'waysOut'> {
  const waysOut = waysOutOf(page);
  return {
    ...(offersWayOut(page) && { wayOut: true }),
    ...(waysOut.length > 0 && { waysOut }),
  };
}
