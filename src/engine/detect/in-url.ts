import { parseUrl } from '../normalize/site.js';
import type { Direction } from '../model.js';
import { type Candidate, candidatesIn } from './candidate.js';

/** Candidates in a URL's query, fragment and path parameters (`;jsessionid=…`, RFC 3986 §3.3). */
export function candidatesInUrl(url: string, direction: Direction): Candidate[] {
  const parsed = parseUrl(url);
  if (!parsed) return [];
  const found: Candidate[] = [];
  for (const [name, value] of parametersOf(parsed)) {
    found.push(...candidatesIn({ carrier: 'url', locator: name, direction }, name, value));
  }
  return found;
}

/** Name and value of every parameter in a URL, wherever it stands. */
export function parametersOf(url: URL): [string, string][] {
  const fragment = url.hash.includes('=') ? url.hash.slice(1).replace(/^[^?&]*\?/, '') : '';
  return [...new URLSearchParams(url.search), ...new URLSearchParams(fragment), ...pathParameters(url.pathname)];
}

function pathParameters(path: string): [string, string][] {
  const parameters: [string, string][] = [];
  for (const segment of path.split('/')) {
    for (const part of segment.split(';').slice(1)) {
      const equals = part.indexOf('=');
      if (equals > 0) parameters.push([part.slice(0, equals), part.slice(equals + 1)]);
    }
  }
  return parameters;
}
