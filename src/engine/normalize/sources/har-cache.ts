import { asText, type Json } from '../bodies/json-value.js';

/**
 * True for an entry whose answer the browser had kept, by the producer's own word: Chrome's
 * `_fromCache`, Safari's `_fetchType`. No server was asked, so none says anything by it.
 */
export function isFromCache({ _fromCache, _fetchType }: Json): boolean {
  return /^(?:disk|memory)/i.test(asText(_fromCache)) || / cache$/i.test(asText(_fetchType));
}
