import type { ExchangeRef } from '../../model.js';
import { askedIn } from '../../moments/address-words.js';
import type { Told } from '../../text.js';
import { tellRequest } from '../../values/telling/redact.js';

/** So many words of a query are told. */
const MOST_WORDS = 2;

/**
 * A request of a login or a logout: where one script serves all pages, the path alone names no
 * page.
 */
export function tellAsked(request: Pick<ExchangeRef, 'method' | 'url'>): Told {
  return tellRequest(request, askedIn(request.url).slice(0, MOST_WORDS));
}
