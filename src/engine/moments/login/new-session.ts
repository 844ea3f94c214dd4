import type { Credential, Exchange } from '../../model.js';
import { pageAddress, pathOf } from '../../normalize/addresses/site.js';
import { isUnknown } from '../../roles/cue.js';
import { looksRandom } from '../../values/ids/entropy.js';
import { hintOf } from '../../values/names/name-hint.js';
import { isGuestPath } from './beside-login-words.js';
import { leadsOn } from './login-signs.js';
import { regex } from '../../regex.js';

/** A session that is another one so often changes with every page, or each time that it is set. */
const MOST_VALUES = 4;

/** What a form may be for that has the server remember something of whoever comes. */
const OF_ANYBODY = regex('i')`
  lang|locale|i18n|theme|consent|cookie|prefer|setting|currency|region|country|cart|basket|bag
  |checkout|search|filter|vote|poll|contact|feedback|subscri|newsletter`;

/**
 * True for a form of which nothing was seen but that a page sent it: its answer sends the browser
 * on, with another session in the place of the one that whoever comes is given, or with the first;
 * or it shows a page there with the first. Servers do so when somebody logs in (OWASP ASVS 5.0
 * V7.2.4), and hardly ever else.
 */
export function changesSession(exchange: Exchange, gave: readonly Credential[]): boolean {
  const { type, method, request, url } = exchange;
  const isUnseen = type === 'document' && method === 'POST' && request.body === undefined;
  if (!isUnseen || isGuestPath(url)) return false;
  const isFirst = (one: Credential) => mayBeFirst(one, url);
  if (leadsOn(exchange))
    return gave.some((one) => isSession(one) && (isOther(one) || isFirst(one)));
  return isShownByForm(exchange) && gave.some((one) => isSession(one) && isFirst(one));
}

/** A page comes in the place of the form, at its own address. */
function isShownByForm({ url, request, response, redirectUrl }: Exchange): boolean {
  const from = request.headers.find(({ name }) => name === 'referer')?.value;
  const isShown = response?.status === 200 && response.body === undefined;
  return isShown && redirectUrl === undefined && pageAddress(from ?? '') === pageAddress(url);
}

/**
 * What holds its state itself changes with every answer, and so does what is no id of a session.
 */
function isSession({ kind, name, value, format, attributes }: Credential): boolean {
  const isHidden = attributes?.httpOnly === true || hintOf(name)?.role === 'session';
  return kind === 'cookie' && isHidden && format === 'opaque' && looksRandom(value);
}

function isOther(one: Credential): boolean {
  const { name, attributes, valueCount, role, sightings } = one;
  const isNamed = hintOf(name)?.role === 'session';
  if (attributes?.persistent && !isNamed) return false;
  if (role !== 'session' && !isNamed && !isUnknown(one)) return false;
  if (valueCount === 2) return true;
  if (valueCount < 2 || valueCount > MOST_VALUES) return false;
  const lines = sightings.reduce(
    (sum, { carrier, direction, count }) =>
      sum + (carrier === 'cookie' && direction === 'received' ? count : 0),
    0,
  );
  return lines === valueCount;
}

/** True for an address at which the server remembers something of whoever comes. */
export function isForAnybody(url: string): boolean {
  return OF_ANYBODY.test(pathOf(url));
}

/** Under a name that calls it one, and not given for something that anybody may do. */
function mayBeFirst({ name, valueCount }: Credential, url: string): boolean {
  return valueCount === 1 && hintOf(name)?.role === 'session' && !isForAnybody(url);
}
