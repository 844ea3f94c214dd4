import { memo } from '../../memo.js';
import { unescapeToken } from '../../json-pointer.js';

/** What says nothing without the name above it: `/session/id`, `/token/value`, `/tokens/0`. */
const GENERIC = /^(?:\d+|id|key|value|raw|data|secret|string|current|hash|name|val|v)$/i;

/** The same of a member: by itself `name` is what somebody is called, unlike in a pointer. */
export function saysNothing(member: string): boolean {
  return GENERIC.test(member) && !/^name$/i.test(member);
}

/**
 * What a JSON pointer (RFC 6901) calls its value: its last token, with those above where that says
 * nothing.
 */
export function fieldName(pointer: string): string {
  const own = pointer.slice(pointer.lastIndexOf('/') + 1);
  return saysItself(own) ? own : nameFromAbove(pointer);
}

/** Of nearly every pointer the last token is the name. */
const saysItself = memo((token) => token !== '' && !token.includes('~') && !GENERIC.test(token));

/**
 * The same as it is written, to be told: `/AuthenticationResult/AccessToken` is `AccessToken`,
 * `/session/id` stays `session/id`.
 */
export function lastWords(pointer: string): string {
  for (let end = pointer.length; end > 0;) {
    const slash = pointer.lastIndexOf('/', end - 1);
    if (slash < 0) break;
    if (saysItself(pointer.slice(slash + 1, end))) return pointer.slice(slash + 1);
    end = slash;
  }
  return pointer.replace(/^\//, '') || pointer;
}

function nameFromAbove(pointer: string): string {
  let name = '';
  for (let end = pointer.length; ;) {
    const slash = end === 0 ? -1 : pointer.lastIndexOf('/', end - 1);
    const token = unescapeToken(pointer.slice(slash + 1, end));
    const isCount = isNumber(token);
    if (!isCount) name = name === '' ? token : `${token}_${name}`;
    if (slash < 0 || !(isCount || GENERIC.test(token))) return name || pointer;
    end = slash;
  }
}

function isNumber(token: string): boolean {
  return /^\d+$/.test(token);
}

/** Where a page has a value: a hidden input, a meta tag, what it writes for its scripts. */
const IN_PAGE = /^(?:input|meta|script|data)\[([^]*)\]$/;
const IN_MARKUP = /^(?:input|meta)\[/;

/** What a page calls a value that stands in it; undefined where the place is in no page. */
export function nameInPage(locator: string): string | undefined {
  return locator.startsWith('/') ? undefined : IN_PAGE.exec(locator)?.[1];
}

/** True for a hidden input and a meta tag, which hold what forms and scripts send back. */
export function isInMarkup(locator: string): boolean {
  return IN_MARKUP.test(locator);
}
