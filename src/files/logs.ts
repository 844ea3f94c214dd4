import { asObject, type Json } from '../engine/normalize/bodies/json-value.js';

/** The part of a HAR file that is read. */
export interface Log {
  entries: readonly unknown[];
  pages: readonly unknown[];
}

/** So deep in what is wrapped around it a log is looked for. */
const LEVELS = 4;
/** So many members of a list tell what is in it. */
const TELLING = 20;

/** True for an entry of a HAR file (HAR 1.2 §entries), by what no other format has. */
export function isEntry(value: unknown): value is Json {
  const { request, response, startedDateTime } = asObject(value) ?? {};
  return (
    typeof asObject(request)?.url === 'string' &&
    (asObject(response) !== undefined || typeof startedDateTime === 'string')
  );
}

/** True for a HAR file as it should be. */
export function isHar(value: unknown): boolean {
  return Array.isArray(asObject(asObject(value)?.log)?.entries);
}

/**
 * The log in a value: a HAR file, its `log` alone, a list of entries or of HAR files, one entry, or
 * anything that one of them is a member of.
 */
export function logOf(value: unknown, levels = LEVELS): Log | undefined {
  if (Array.isArray(value)) return logOfList(value, levels);
  const object = asObject(value);
  if (!object) return undefined;
  const { log, entries, pages } = object;
  if (isHar(object)) return logWith(asObject(log)!);
  if (Array.isArray(entries) && entries.slice(0, TELLING).some(isEntry))
    return logWith({ entries, pages });
  if (isEntry(object)) return { entries: [object], pages: [] };
  return levels > 0 ? joinedLogs(Object.values(object), levels - 1) : undefined;
}

function logOfList(list: readonly unknown[], levels: number): Log | undefined {
  if (list.slice(0, TELLING).some(isEntry)) return { entries: list, pages: [] };
  return levels > 0 ? joinedLogs(list, levels - 1) : undefined;
}

function logWith({ entries, pages }: Json): Log {
  return {
    entries: Array.isArray(entries) ? entries : [],
    pages: Array.isArray(pages) ? pages : [],
  };
}

/** The logs of all these values as one; undefined where none has any. */
export function joinedLogs(values: readonly unknown[], levels = LEVELS): Log | undefined {
  const logs = values.flatMap((value) => logOf(value, levels) ?? []);
  if (logs.length < 2) return logs[0];
  const apart = logs.map(withOwnPages);
  return {
    entries: apart.flatMap(({ entries }) => entries),
    pages: apart.flatMap(({ pages }) => pages),
  };
}

/** Every file calls its first page `page_1`. */
function withOwnPages(log: Log, index: number): Log {
  if (log.pages.length === 0) return log;
  const renamed = (member: unknown, name: string): unknown => {
    const object = asObject(member);
    const id = object?.[name];
    return typeof id === 'string' ? { ...object, [name]: `${index + 1}.${id}` } : member;
  };
  return {
    entries: log.entries.map((entry) => renamed(entry, 'pageref')),
    pages: log.pages.map((page) => renamed(page, 'id')),
  };
}
