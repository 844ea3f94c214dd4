import { asObject, asText, type Json } from '../engine/normalize/bodies/json-value.js';
import { decodeText } from './encodings.js';
import type { Log } from './logs.js';
import type { Members } from './zip.js';

/** Bodies that can tell something: what an image holds does not matter. */
const TEXTUAL = /^(?:$|text\/|application\/x-www-form)|json|xml|html|javascript|graphql/i;

type Place = (member: string) => void;

/** Parts of an entry that may be a file of the archive. */
function bodiesOf(entry: unknown): Json[] {
  const { request, response } = asObject(entry) ?? {};
  return [asObject(asObject(request)?.postData), asObject(asObject(response)?.content)].filter(
    (body) => body !== undefined,
  );
}

/** Playwright names a body's file in a HAR file `_file`, in a trace `_sha1`. */
function nameOf(body: Json): string {
  return asText(body._file) || asText(body._sha1);
}

/** Tells the name of every file that a log has for a body. */
export function namesOfBodies({ entries }: Log, tell: Place): void {
  for (const body of entries.flatMap(bodiesOf)) {
    const name = nameOf(body);
    if (name !== '' && TEXTUAL.test(asText(body.mimeType))) tell(name);
  }
}

/** The last part of a path: an archive may hold its bodies in a folder. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Puts the bodies that are files of the archive where their entries have them otherwise. */
export function attachBodies({ entries }: Log, members: Members): void {
  const files = new Map([...members].map(([name, bytes]) => [lastPart(name), bytes]));
  for (const body of entries.flatMap(bodiesOf)) {
    const bytes = files.get(lastPart(nameOf(body)));
    if (bytes === undefined || asText(body.text) !== '') continue;
    body.text = decodeText(bytes);
    delete body.encoding;
  }
}
