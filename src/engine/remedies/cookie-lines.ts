import { prefixOf } from '../cookies/cookie-prefix.js';
import type { CookieDraft } from '../rules/cookie-draft.js';
import type { LinePart } from './remedy.js';

/** An attribute as name and value; without a value where it is a flag. */
type Attribute = readonly [name: string, value?: string];

/** Attributes that a draft speaks of; any other one that browsers know stays as it is. */
const DRAFTED: ReadonlySet<string> = new Set([
  'domain',
  'path',
  'max-age',
  'expires',
  'secure',
  'httponly',
  'samesite',
  'partitioned',
]);
const SAMESITE = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/** The two lines of a cookie, part by part, with what differs between them. */
export interface CookieLines {
  readonly sent: LinePart[];
  readonly better: LinePart[];
}

/**
 * The line as it was written beside the line that a draft makes of it: attributes keep their order
 * and their spelling where nothing changes, and new ones follow.
 */
export function cookieLines(
  before: CookieDraft,
  written: readonly Attribute[],
  draft: CookieDraft,
): CookieLines {
  const wanted = attributesOf(draft, before, written);
  const kept = written.filter(([name], at) => lastOf(written, name) === at);
  const has = (name: string) => kept.some(([other]) => sameName(other, name));
  const better = [
    ...kept.flatMap((attribute) => replaced(attribute, wanted)),
    ...[...wanted].filter(([name]) => !has(name)).map(([, attribute]) => added(attribute)),
  ];
  const change = before.name === draft.name ? 'same' : 'changed';
  return {
    sent: [{ name: before.name, value: '…', change }, ...written.map((one) => told(one, wanted))],
    better: [{ name: draft.name, value: '…', change }, ...better],
  };
}

/** What a draft says, by attribute; what browsers would assume anyway is not written anew. */
function attributesOf(
  draft: CookieDraft,
  before: CookieDraft,
  written: readonly Attribute[],
): Map<string, Attribute> {
  const { domain, path, maxAge, expires, secure, httpOnly, sameSite, partitioned } = draft;
  const wasWritten = written.some(([name]) => sameName(name, 'path'));
  const needsPath = wasWritten || path !== before.path || prefixOf(draft.name)?.host === true;
  const all: (Attribute | undefined)[] = [
    domain === undefined ? undefined : ['Domain', domain],
    needsPath ? ['Path', path] : undefined,
    maxAge === undefined ? undefined : ['Max-Age', String(maxAge)],
    expires === undefined ? undefined : ['Expires', new Date(expires).toUTCString()],
    secure ? ['Secure'] : undefined,
    httpOnly ? ['HttpOnly'] : undefined,
    sameSite === 'unset' ? undefined : ['SameSite', SAMESITE[sameSite]],
    partitioned ? ['Partitioned'] : undefined,
  ];
  return new Map(all.flatMap((one) => (one ? [[one[0].toLowerCase(), one] as const] : [])));
}

/** What becomes of an attribute that was written. */
function replaced(attribute: Attribute, wanted: ReadonlyMap<string, Attribute>): LinePart[] {
  const [name] = attribute;
  const next = wanted.get(name.toLowerCase());
  if (!next) return DRAFTED.has(name.toLowerCase()) ? [] : [same(attribute)];
  return saysTheSame(attribute, next) ? [same(attribute)] : [part(next, 'changed')];
}

function told(attribute: Attribute, wanted: ReadonlyMap<string, Attribute>): LinePart {
  const [next] = replaced(attribute, wanted);
  return part(attribute, next?.change ?? 'removed');
}

/** A flag says the same with any value, a domain with or without its dot. */
function saysTheSame([, before]: Attribute, [name, after]: Attribute): boolean {
  if (after === undefined) return before === undefined || before === '';
  const plain = (value = '') => value.toLowerCase().replace(/^\./, '');
  if (name === 'Expires') return Date.parse(before ?? '') === Date.parse(after);
  return name === 'Path' ? before === after : plain(before) === plain(after);
}

/** Where an attribute stands twice, the last one counts (RFC 6265bis §5.7). */
function lastOf(written: readonly Attribute[], name: string): number {
  return written.findLastIndex(([other]) => sameName(other, name));
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function same(attribute: Attribute): LinePart {
  return part(attribute, 'same');
}

function added(attribute: Attribute): LinePart {
  return part(attribute, 'added');
}

function part([name, value]: Attribute, change: LinePart['change']): LinePart {
  return { name, ...(value === undefined ? {} : { value }), change };
}
