import { memo } from '../memo.js';

/** Names that say nothing without the one above them: `/session/id`, `/accessToken/value`, `/tokens/0`. */
const GENERIC = /^(?:\d+|id|key|value|raw|data|secret|string|current|hash|name|val|v)$/i;

/** What a JSON pointer (RFC 6901) calls its value: its last token, with those above where that says nothing. */
export function fieldName(pointer: string): string {
  const own = pointer.slice(pointer.lastIndexOf('/') + 1);
  return saysItself(own) ? own : nameFromAbove(pointer);
}

/** Of nearly every pointer the last token is the name. */
const saysItself = memo((token) => token !== '' && !token.includes('~') && !GENERIC.test(token));

function nameFromAbove(pointer: string): string {
  const tokens = pointer
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  let from = tokens.length - 1;
  while (from > 0 && GENERIC.test(tokens[from]!)) from--;
  const named = tokens.slice(from).filter((token) => !/^\d+$/.test(token));
  return named.join('_') || pointer;
}

/** Where a page has a value: a hidden input, a meta tag, what it writes for its scripts. */
const IN_PAGE = /^(?:input|meta|script|data)\[([^]*)\]$/;
const IN_MARKUP = /^(?:input|meta)\[/;

/** What a page calls a value that stands in it; undefined where the place is in no page. */
export function nameInPage(locator: string): string | undefined {
  return IN_PAGE.exec(locator)?.[1];
}

/** True for a hidden input and a meta tag, which hold what forms and scripts send back. */
export function isInMarkup(locator: string): boolean {
  return IN_MARKUP.test(locator);
}
