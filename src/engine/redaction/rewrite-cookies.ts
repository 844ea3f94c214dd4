import { unfoldSetCookie } from '../normalize/sources/folded-cookies.js';

/** Gives a cookie another value. */
type OfCookie = (name: string, value: string) => string;

/** A `Cookie` header, with other values. */
export function rewriteCookies(header: string, other: OfCookie): string {
  return header
    .split(';')
    .map((pair) => rewritePair(pair, other))
    .join(';');
}

/** One `Set-Cookie` header, or several that a tool folded into one line, with other values. */
export function rewriteSetCookies(header: string, other: OfCookie): string {
  let written = '';
  let at = 0;
  for (const line of unfoldSetCookie(header)) {
    const from = header.indexOf(line, at);
    const end = line.indexOf(';') < 0 ? line.length : line.indexOf(';');
    written += header.slice(at, from) + rewritePair(line.slice(0, end), other) + line.slice(end);
    at = from + line.length;
  }
  return written + header.slice(at);
}

function rewritePair(pair: string, other: OfCookie): string {
  const equals = pair.indexOf('=');
  const [, before = '', value = '', after = ''] =
    /^(\s*)([^]*?)(\s*)$/.exec(pair.slice(equals + 1)) ?? [];
  const name = equals < 0 ? '' : pair.slice(0, equals);
  return `${pair.slice(0, equals + 1)}${before}${other(name.trim(), value)}${after}`;
}
