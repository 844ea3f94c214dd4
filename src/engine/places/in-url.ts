import { remembered } from '../memo.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import type { Direction } from '../model.js';
import { type Candidate, candidatesIn, tokensIn } from './candidate.js';
import { isProof } from '../values/format.js';
import {
  isOfSignature,
  isSigningNonce,
  signedAddress,
  signedAs,
} from '../values/signatures/signed-request.js';
import { signatureOf } from './signed-url.js';
import { transportIdsOf } from './transport-id.js';

/**
 * Candidates in a URL's query, fragment and path parameters (`;jsessionid=…`, RFC 3986 §3.3), and
 * tokens that stand in it without a name. A relative URL, as in `Location`, will do.
 */
export function candidatesInUrl(url: string, direction: Direction): readonly Candidate[] {
  const parsed = parseReference(url);
  return parsed ? IN_URL[direction](parsed) : [];
}

/** An address, or one that is relative, of which the path, the query and the fragment are read. */
export function parseReference(url: string): Readonly<URL> | undefined {
  return parseUrl(url) ?? parseUrl(url.replace(/^\/?/, 'https://relative.invalid/'));
}

/** The same addresses come again and again. */
const IN_URL: Readonly<Record<Direction, (url: URL) => readonly Candidate[]>> = {
  sent: remembered((url) => foundIn(url, 'sent')),
  received: remembered((url) => foundIn(url, 'received')),
  stored: remembered((url) => foundIn(url, 'stored')),
};

function foundIn(parsed: URL, direction: Direction): Candidate[] {
  const found: Candidate[] = [];
  const isTransportId = transportIdsOf(parsed);
  const isSignature = signatureOf(parsed);
  const parameters = parametersOf(parsed);
  const names = () => parameters.map(([name]) => name);
  const signed = direction === 'sent' ? signedAddress(parameters) : undefined;
  if (signed) {
    const { scheme } = signed;
    found.push({
      carrier: 'url',
      locator: 'signature',
      direction,
      value: signedAs(signed),
      scheme,
    });
  }
  for (const [name, value] of parameters) {
    if (isTransportId(name) || isSignature(name)) continue;
    if ((signed && isOfSignature(name)) || isSigningNonce(name, names)) continue;
    // A lone token is parsed as a name without a value.
    const lone = value === '' ? unnamed(name, 'query', direction) : [];
    found.push(
      ...lone,
      ...(value === ''
        ? []
        : candidatesIn({ carrier: 'url', locator: name, direction }, name, value)),
    );
  }
  const path = parsed.pathname.replace(/;[^/]*/g, '');
  found.push(...unnamed(path, 'path', direction), ...cookieless(path, direction));
  if (!parsed.hash.includes('=')) found.push(...unnamed(parsed.hash, 'fragment', direction));
  return found;
}

/**
 * `/(S(…)F(…))/`: what ASP.NET keeps in addresses where it is told to use no cookies, by the names
 * that these would have.
 */
const COOKIELESS = /\/\(((?:[ASF]\([\w-]{20,1024}\)){1,3}|[a-z0-5]{24})\)(?=\/|$)/;
const COOKIELESS_PART = /([ASF])\(([\w-]+)\)/g;
const COOKIES: Readonly<Record<string, string>> = {
  A: '.ASPXANONYMOUS',
  F: '.ASPXAUTH',
  S: 'ASP.NET_SessionId',
};

function cookieless(path: string, direction: Direction): Candidate[] {
  const parts = path.includes('/(') ? COOKIELESS.exec(path)?.[1] : undefined;
  if (parts === undefined) return [];
  const kept = parts.includes('(') ? parts : `S(${parts})`;
  return [...kept.matchAll(COOKIELESS_PART)].map(([, kind = 'S', value = '']) => ({
    carrier: 'url',
    locator: COOKIES[kind]!,
    direction,
    value,
  }));
}

function unnamed(source: string, locator: string, direction: Direction): Candidate[] {
  return tokensIn(source)
    .filter((token) => !isProof(token))
    .map((value) => ({ carrier: 'url', locator, direction, value }));
}
