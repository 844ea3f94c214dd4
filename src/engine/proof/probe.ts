import type { Header } from '../model.js';
import { rewriteBetween, splitPair, splitUrl } from '../normalize/addresses/raw-url.js';
import { inventedLike } from './invented.js';
import type { Probe, ProbeStep } from './probe-messages.js';
import type { Proposal, Subject, SubjectPlace } from './proposal.js';

/** What is to be asked next. */
export interface Wanted {
  readonly step: ProbeStep;
  /** Ids of the subjects that stay in. */
  readonly kept: ReadonlySet<string>;
  /** Ids of those that have an invented value in the place of their own. */
  readonly invented?: ReadonlySet<string>;
}

/** The request to send: the proposed one without the places of all subjects that are not kept. */
export function probeOf(
  { request, headers, withoutCookies }: Proposal,
  subjects: readonly Subject[],
  { step, kept, invented }: Wanted,
  number: number,
  jarCookies: string | undefined,
): Probe {
  const withheld = subjects.filter(({ id }) => !kept.has(id));
  const gone = withheld.flatMap(({ places }) => places);
  const other = subjects.flatMap(({ id, places }) => (invented?.has(id) ? places : []));
  const cookie = headers.find(({ name }) => name === 'cookie')?.value ?? jarCookies;
  const isJars = gone.length === 0 && step !== 'put-back' && step !== 'invented';
  return {
    number,
    step,
    method: request.method === 'HEAD' ? 'HEAD' : 'GET',
    url: withoutParameters(request.url, gone),
    headers: [
      ...headers
        .filter(({ name }) => name !== 'cookie')
        .map((header) => withheldFrom(inventedIn(header, other), gone)),
      ...(isJars ? [] : [cookieLine(withInvented(cookie ?? '', other), gone)]),
      ...unsaid(headers, gone),
    ],
    credentials: withoutCookies || withheld.some(isUnsaid({ headers })) ? 'omit' : 'include',
    withheld: withheld.map(({ id }) => id),
  };
}

/** Names of the cookies in a header line, each once. */
export function cookieNames(line: string): string[] {
  return [...new Set(pairsOf(line).map((pair) => splitPair(pair).name))];
}

function inventedIn({ name, value }: Header, other: readonly SubjectPlace[]): Header {
  const isOther = other.some((place) => place.carrier === 'header' && place.name === name);
  return { name, value: isOther ? inventedLike(value) : value };
}

function withInvented(line: string, other: readonly SubjectPlace[]): string {
  const isOther = (name: string) =>
    other.some((place) => place.carrier === 'cookie' && place.name === name);
  return pairsOf(line)
    .map((pair) => {
      const { name, value } = splitPair(pair);
      return value !== undefined && isOther(name) ? `${name}=${inventedLike(value)}` : pair;
    })
    .join('; ');
}

function withheldFrom(header: Header, gone: readonly SubjectPlace[]): Probe['headers'][number] {
  const { name, value } = header;
  return gone.some((place) => place.carrier === 'header' && place.name === name)
    ? { name }
    : { name, value };
}

/**
 * Headers that the browser adds by itself, and of which only the name is known: HTTP
 * authentication.
 */
function unsaid(headers: readonly Header[], gone: readonly SubjectPlace[]): Probe['headers'] {
  return gone.flatMap(({ carrier, name }) =>
    carrier === 'header' && !headers.some((header) => header.name === name) ? [{ name }] : [],
  );
}

/** Names of the headers of a request whose values are kept nowhere. */
export function unkeptIn({ headers, subjects }: Pick<Proposal, 'headers' | 'subjects'>): string[] {
  const places = subjects.flatMap((one) => one.places);
  return [...new Set(unsaid(headers, places).map(({ name }) => name))];
}

/** Of these headers only the name is known: the browser adds them, where it does. */
export function isUnsaid({ headers }: Pick<Proposal, 'headers'>): (subject: Subject) => boolean {
  return ({ places }) => unsaid(headers, places).length > 0;
}

function cookieLine(line: string, gone: readonly SubjectPlace[]): Probe['headers'][number] {
  const names = new Set(gone.flatMap(({ carrier, name }) => (carrier === 'cookie' ? [name] : [])));
  const value = pairsOf(line)
    .filter((pair) => !names.has(splitPair(pair).name))
    .join('; ');
  return value === '' ? { name: 'cookie' } : { name: 'cookie', value };
}

/** RFC 6265 §5.4: pairs between which `; ` stands. */
function pairsOf(line: string): string[] {
  return line
    .split(';')
    .map((pair) => pair.trim())
    .filter(Boolean);
}

function withoutParameters(url: string, gone: readonly SubjectPlace[]): string {
  const names = new Set(gone.flatMap(({ carrier, name }) => (carrier === 'url' ? [name] : [])));
  if (names.size === 0) return url;
  const isGone = (pair: string) => names.has(splitPair(pair).name);
  const { scheme, slashes, userInfo, host, path, query } = splitUrl(url);
  const left = query
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isGone(pair));
  const segments = rewriteBetween(path, /\//g, (segment) => {
    const [name = '', ...parameters] = segment.split(';');
    return [name, ...parameters.filter((pair) => !isGone(pair))].join(';');
  });
  const end = left.length > 0 ? `?${left.join('&')}` : '';
  return scheme + slashes + userInfo + host + segments + end;
}
