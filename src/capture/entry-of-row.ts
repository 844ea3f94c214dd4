import { withoutFragment } from '../engine/address.js';
import { withoutPasswords } from '../engine/normalize/passwords/without-passwords.js';
import { redactUrl } from '../engine/values/telling/redact.js';
import type { RequestRow, SeenBody, WholeHeaders } from '../recording/shown/view.js';
import { readPart } from '../recording/bodies/body-text.js';
import { wholeHeaders } from '../recording/requests/header-filter.js';
import { MATCH_WITHIN } from '../recording/requests/join.js';
import type { HarEntry } from './devtools-entry.js';

/** The headers of a row's request. */
export function headersOf(entries: readonly HarEntry[], row: RequestRow): WholeHeaders | undefined {
  const nearest = entryOf(entries, row);
  return (
    nearest && {
      request: wholeHeaders(nearest.request.headers),
      response: wholeHeaders(nearest.response.headers),
    }
  );
}

/** The body that a request posted; null where it had none. */
export function bodyOf({ request }: HarEntry): SeenBody | null {
  const { mimeType = '', text = '' } = request.postData ?? {};
  return text === '' ? null : readPart({ url: request.url, mimeType, text });
}

/**
 * The entry that tells of the same request as a row: same method, masked address and status, the
 * nearest start.
 */
export function entryOf<Entry extends HarEntry>(
  entries: readonly Entry[],
  row: RequestRow,
): Entry | undefined {
  const away = ({ startedDateTime }: Entry) =>
    Math.abs(new Date(startedDateTime).getTime() - row.startedAt);
  const [nearest] = entries
    .filter((entry) => away(entry) <= MATCH_WITHIN && isOf(entry, row))
    .toSorted((a, b) => away(a) - away(b));
  return nearest;
}

function isOf({ request, response }: HarEntry, { method, url, status = 0 }: RequestRow): boolean {
  return (
    request.method === method &&
    // A revalidated response is 304 to one of them and 200 to the other.
    (response.status === status || response.status === 304 || status === 304) &&
    withoutFragment(redactUrl(withoutPasswords(request.url))) === withoutFragment(url)
  );
}
