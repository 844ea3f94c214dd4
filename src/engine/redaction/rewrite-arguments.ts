import { decodeEntities } from '../normalize/bodies/html-entities.js';
import { decodePercent } from '../normalize/addresses/raw-url.js';
import { fieldsOfCall } from '../normalize/bodies/called-fields.js';
import { rewriteEncoded } from './encode-like.js';

/** What stands between two marks of a call; in front of it may be its place and type (DWR). */
const BETWEEN = /[^|<>\r\n]{1,2048}/g;
const PLACE = /^c\d{1,3}-\w{1,8}=string:/;
/** A call is short. */
const MOST = 65_536;

/** A call whose arguments have no names, with those written anew that are passwords. */
export function rewriteArguments(
  mime: string,
  source: string,
  write: (password: string) => string,
): string {
  if (source.length > MOST) return source;
  const fields = fieldsOfCall(mime, source) ?? [];
  const told = new Set(fields.flatMap((one) => (one.isPassword && one.value ? [one.value] : [])));
  if (told.size === 0) return source;
  return source.replace(BETWEEN, (piece) => {
    const place = PLACE.exec(piece)?.[0] ?? '';
    const own = piece.slice(place.length);
    const isTold = [own, decodePercent(own), decodeEntities(own)].some((one) => told.has(one));
    return isTold ? place + rewriteEncoded(own, write) : piece;
  });
}
