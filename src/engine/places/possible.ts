import type { Body, Carrier, Header } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import { fieldName, nameInPage } from '../values/names/field-name.js';
import { looksRandom } from '../values/ids/entropy.js';
import { hintInForm } from '../values/names/name-hint.js';
import { isHarmlessName } from './candidate.js';

// Values that no list names, and that may be against forgery all the same: what becomes of them
// decides.

/** A value under the name that it has in a page or in a request. */
export interface PossibleValue {
  locator: string;
  name: string;
  value: string;
  /** Its name says that it is against forgery, and its value, a number, that it is no secret. */
  isNumber?: boolean;
}

/** A form or an address has that many at most that are worth a look. */
const MAX_SENT = 64;
/** Shorter ones are numbers and words. */
const LEAST = 10;
/**
 * What HTTP itself is told of a GraphQL operation, beside its variables (GraphQL over HTTP §5.1).
 */
const EXTENSION = /^(?:\/\d+)?\/extensions\//;

/**
 * What stands hidden in a page, or is written for its scripts: random, and called nothing that is
 * known.
 */
export function hiddenIn(body: Body | undefined): PossibleValue[] {
  if (body?.kind !== 'html') return [];
  return body.fields.flatMap(({ pointer, value }) => {
    const name = nameInPage(pointer);
    if (name === undefined) return [];
    if (isNumberFor(name, value)) return [{ locator: pointer, name, value, isNumber: true }];
    return !isHarmlessName(name) && mayBeGiven(value) ? [{ locator: pointer, name, value }] : [];
  });
}

/** What a form or a script sends in a body. */
export function sentInBody(body: Body | undefined): PossibleValue[] {
  const fields = body?.kind === 'html' ? [] : (body?.fields ?? []);
  return fields
    .slice(0, MAX_SENT)
    .map(({ pointer, value }) => ({ locator: pointer, name: fieldName(pointer), value }));
}

/** What an address brings that changes something. */
export function sentInUrl(url: string): PossibleValue[] {
  const parsed = parseUrl(url);
  return (parsed ? parametersOf(parsed) : [])
    .slice(0, MAX_SENT)
    .map(([name, value]) => ({ locator: name, name, value }));
}

/** What scripts send in headers of their own. */
export function sentInHeaders(headers: readonly Header[]): PossibleValue[] {
  return headers
    .filter(({ name, value }) => name.startsWith('x-') && value.length >= LEAST)
    .map(({ name, value }) => ({ locator: name, name, value }));
}

/** Beside what is asked for: a header of a script's own, an extension of a GraphQL request. */
export function isAside(carrier: Carrier, locator: string): boolean {
  return carrier === 'header' || (carrier === 'body' && EXTENSION.test(locator));
}

function mayBeGiven(value: string): boolean {
  return value.length >= LEAST && value.length <= 256 && looksRandom(value);
}

/**
 * Numbers drawn by chance, alone or joined: `846930886`, `206920:649305`, `0.8437261093`. A moment
 * is none of them, and neither is a count.
 */
const NUMBERS = /^(?=(?:\D*\d){6})\d{1,20}(?:[.:,;|_-]\d{1,20}){0,3}$/;
const MOMENT = /^(?:1\d{9}(?:\d{3})?(?:\.\d+)?|(?:19|20)\d\d-?\d\d-?\d\d(?:[-_:]?\d+)*)$/;

function isNumberFor(name: string, value: string): boolean {
  return NUMBERS.test(value) && !MOMENT.test(value) && hintInForm(name)?.role === 'csrf';
}
