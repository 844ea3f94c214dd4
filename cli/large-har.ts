import { cutOff, damaged } from '../src/engine/normalize/sources/har-diagnoses.js';
import { type ReadHar, readLog } from '../src/engine/normalize/sources/har.js';
import { withTellingFields } from '../src/engine/places/telling-fields.js';
import { EntryStream } from '../src/files/entry-stream.js';
import { isEntry } from '../src/files/logs.js';
import { attachBeside } from './beside.js';
import { FileParts } from './file-parts.js';

/**
 * From so many bytes on a file is read entry by entry: as a whole it takes several times as much
 * memory.
 */
const LARGE = 268_435_456;
/** Where nearly every HAR file has its first entry by. */
const HEAD = 4_194_304;
/** Bytes of the bodies that lie beside a file, for one entry. */
const MOST_BESIDE = 67_108_864;

/**
 * Reads a large HAR file in UTF-8, packed with gzip or not, entry by entry; undefined for one that
 * is small, or is not written as HAR is: it is read as a whole, or refused.
 */
export function readLargeHar(path: string, large = LARGE): ReadHar | undefined {
  const file = new FileParts(path);
  if (file.size === 0 || file.size < large) return undefined;
  const pages = pagesOf(file);
  if (!pages) return undefined;
  const entries = new Entries(path, file);
  const read = readLog({ entries, pages }, withTellingFields);
  if (entries.count === 0) return undefined;
  const told = entries.isCut ? [cutOff(entries.count)] : file.isDamaged ? [damaged()] : [];
  return { ...read, diagnoses: [...told, ...read.diagnoses] };
}

/** The entries of a file, which is read anew each time they are gone over. */
class Entries implements Iterable<unknown> {
  readonly #path: string;
  readonly #file: FileParts;
  count = 0;
  isCut = false;

  constructor(path: string, file: FileParts) {
    this.#path = path;
    this.#file = file;
  }

  *[Symbol.iterator](): Generator<unknown> {
    const stream = new EntryStream();
    let count = 0;
    try {
      for (const part of this.#file)
        for (const { list, value } of stream.push(part)) {
          if (list !== 'entries') continue;
          if (isEntry(value))
            attachBeside(this.#path, { entries: [value], pages: [] }, MOST_BESIDE);
          count++;
          yield value;
        }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    this.count = count;
    this.isCut = !stream.isWhole;
  }
}

/** What `log.pages` holds, wherever it stands; undefined where no list of entries begins soon. */
function pagesOf(file: FileParts): unknown[] | undefined {
  const stream = new EntryStream();
  const pages: unknown[] = [];
  let read = 0;
  try {
    for (const part of file) {
      for (const { list, value } of stream.push(part)) if (list === 'pages') pages.push(value);
      read += part.length;
      const hasEntries = stream.lists.has('entries');
      if (hasEntries ? stream.lists.has('pages') : read > HEAD) break;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return stream.lists.has('entries') ? pages : undefined;
}
