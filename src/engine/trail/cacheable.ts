import type { Exchange, Header } from '../model.js';

/** Which caches may store a response (RFC 9111 §3). */
export interface Storable {
  /** `shared`: proxies and content delivery networks too; `private`: the browser's cache. */
  readonly by: 'nobody' | 'private' | 'shared';
  /** A cache that stored it has to ask the server before it uses it (RFC 9111 §4.3). */
  readonly revalidated: boolean;
  /** The response itself forbids it; of those with tokens, that is asked (RFC 6749 §5.1). */
  readonly noStore: boolean;
  /**
   * It says itself for how long, or that it is for everybody; without, caches may only guess
   * (§4.2.2).
   */
  readonly said?: true;
  /**
   * A shared cache gives it to nobody whose cookies or Authorization are others (RFC 9110 §12.5.5).
   */
  readonly variesByUser?: true;
}

/** `unknown`: no header of the response was seen. */
export type Cacheable = Storable | 'unknown';

/** Statuses that may be stored without a word of how long (RFC 9110 §15.1). */
const BY_DEFAULT: ReadonlySet<number> = new Set([
  200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501,
]);

/** Reads from an exchange's headers who may store its response. */
export function cacheableOf({ method, request, response }: Exchange): Cacheable {
  if (!response || response.headers.length === 0) return 'unknown';
  const said = directivesOf(response.headers);
  const noStore = said.has('no-store');
  const nobody: Storable = { by: 'nobody', revalidated: false, noStore };
  // A 304 says again what the stored answer said (RFC 9110 §15.4.5), and by itself there is nothing
  // to store.
  const saysNothing = response.status < 200 || (response.status === 304 && said.size === 0);
  if (!/^(?:GET|HEAD)$/i.test(method) || saysNothing) return nobody;
  if (noStore || directivesOf(request.headers).has('no-store')) return nobody;
  const expires = valueOf(response.headers, 'expires');
  const lives = said.has('max-age') || said.has('s-maxage') || expires !== undefined;
  const allowed = lives || said.has('public') || said.has('private');
  if (!allowed && !BY_DEFAULT.has(response.status)) return nobody;
  const shared = !said.has('private') && sharesAuthorized(said, request.headers);
  const revalidated = isRevalidated(said, response.headers, shared);
  return {
    by: shared ? 'shared' : 'private',
    revalidated,
    noStore,
    ...(lives || said.has('public') ? { said: true } : {}),
    ...(variesByUser(response.headers) ? { variesByUser: true } : {}),
  };
}

/** RFC 9111 §3.5: what was asked for with an Authorization header needs leave to be shared. */
function sharesAuthorized(said: Directives, request: readonly Header[]): boolean {
  if (valueOf(request, 'authorization') === undefined) return true;
  return said.has('public') || said.has('s-maxage') || said.has('must-revalidate');
}

function variesByUser(headers: readonly Header[]): boolean {
  return headers.some(
    ({ name, value }) => name === 'vary' && /(?:^|,)\s*(?:\*|cookie|authorization)/i.test(value),
  );
}

function isRevalidated(said: Directives, headers: readonly Header[], shared: boolean): boolean {
  if (said.has('no-cache')) return true;
  // Of shared caches it is the only word (RFC 9111 §5.2.2.10).
  if (shared && said.has('s-maxage')) return Number(said.get('s-maxage')) === 0;
  if (said.has('max-age')) return Number(said.get('max-age')) === 0;
  const expires = valueOf(headers, 'expires');
  // RFC 9111 §5.3: what is no date, "0" above all, lies in the past.
  if (expires !== undefined) return isPast(expires, valueOf(headers, 'date'));
  return said.size === 0 && /no-cache/i.test(valueOf(headers, 'pragma') ?? '');
}

/** Without the server's clock, only a date that no clock could take for the future. */
function isPast(expires: string, date: string | undefined): boolean {
  const end = Date.parse(expires);
  if (Number.isNaN(end)) return true;
  return end <= (date === undefined ? Date.UTC(2000, 0, 1) : Date.parse(date));
}

type Directives = ReadonlyMap<string, string>;

/**
 * Cache-Control as a map from directive to value; a field list, as in `private="set-cookie"`, is
 * none.
 */
function directivesOf(headers: readonly Header[]): Directives {
  const lines = headers.filter(({ name }) => name === 'cache-control').map(({ value }) => value);
  const pairs = [...lines.join(',').matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,;]*)))?/g)];
  return new Map(
    pairs
      .filter(
        ([, name = '', fields]) => fields === undefined || !/^(?:private|no-cache)$/i.test(name),
      )
      .map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']),
  );
}

function valueOf(headers: readonly Header[], wanted: string): string | undefined {
  return headers.find(({ name }) => name === wanted)?.value;
}
