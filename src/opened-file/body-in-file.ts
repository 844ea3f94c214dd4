import { contentIn, postDataIn } from '../engine/normalize/sources/har-bodies.js';
import { asObject, asText, type Json } from '../engine/normalize/bodies/json-value.js';
import { isStorageState } from '../engine/normalize/sources/storage-state.js';
import type { NamedFile } from '../messaging/opened-file.js';
import type { BodyOf, SeenBody } from '../recording/shown/view.js';
import { isNoText, readPart } from '../recording/bodies/body-text.js';
import { readJson } from './read-json.js';

/** `h7`, the seventh of its file; `2.h7`, that of the second file. */
const ID = /^(?:(\d+)\.)?h(\d+)$/;

/**
 * A body of an exchange, read from its file anew: nobody keeps it. Null where there was none,
 * undefined where it cannot be found.
 */
export async function bodyInFile(
  files: readonly NamedFile[],
  id: string,
  whose: BodyOf,
): Promise<SeenBody | null | undefined> {
  const [, file = '1', nth] = ID.exec(id) ?? [];
  if (nth === undefined) return undefined;
  const entry = await entryIn(files, Number(file) - 1, Number(nth) - 1);
  return entry && (whose === 'request' ? posted(entry) : answered(entry));
}

async function entryIn(
  files: readonly NamedFile[],
  index: number,
  nth: number,
): Promise<Json | undefined> {
  let at = 0;
  for (const { file } of files) {
    const { value } = await readJson(file, () => undefined);
    if (isStorageState(value)) continue;
    if (at++ < index) continue;
    const entries = asObject(asObject(value)?.log)?.entries;
    return Array.isArray(entries) ? asObject(entries[nth]) : undefined;
  }
  return undefined;
}

function posted(entry: Json): SeenBody | null {
  const request = asObject(entry.request);
  const body = postDataIn(asObject(request?.postData));
  return body ? readPart({ ...body, url: asText(request?.url) }) : null;
}

function answered(entry: Json): SeenBody | null | undefined {
  const content = asObject(asObject(entry.response)?.content) ?? {};
  const { size } = content;
  const bytes = typeof size === 'number' && size > 0 ? size : asText(content.text).length;
  const mimeType = asText(content.mimeType);
  if (bytes > 0 && isNoText(mimeType)) return { mimeType, bytes };
  const body = contentIn(content);
  if (body) return readPart({ ...body, url: asText(asObject(entry.request)?.url) });
  // Some tools write how large a body was, and not the body.
  return bytes > 0 ? undefined : null;
}
