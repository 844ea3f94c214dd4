import { partsOf } from '../normalize/bodies/multipart.js';

/** Writes what stands in a part: in a field of this name, in a file of this media type. */
type Write = (nameOrType: string, text: string) => string;

/** Signs that no text has. */
// oxlint-disable-next-line no-control-regex -- these very characters are meant
const CONTROL = /[\0-\x08]/;

/**
 * A body of several parts (RFC 7578) with what stands in them written anew; files of texts, too.
 */
export function rewriteParts(mimeType: string, source: string, field: Write, file: Write): string {
  const { parts } = partsOf(mimeType, source) ?? { parts: [] };
  let told = '';
  let done = 0;
  for (const { name, fileName, type = '', from, to } of parts) {
    const part = source.slice(from, to);
    if (fileName !== undefined && CONTROL.test(part)) continue;
    const other = fileName === undefined ? field(name, part) : file(type, part);
    told += source.slice(done, from) + other;
    done = to;
  }
  return told + source.slice(done);
}
