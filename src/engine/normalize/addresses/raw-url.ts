/**
 * An address in its raw parts, each with the mark that it begins or ends with: joined together they
 * are the address again, to the character. Relative ones have no `scheme` and no `authority`.
 */
export interface RawUrl {
  /** `https:`. */
  scheme: string;
  /** `//user:pass@host:80`: the slashes, what stands before the last `@`, and the rest. */
  slashes: string;
  userInfo: string;
  host: string;
  path: string;
  /** `?a=b`. */
  query: string;
  /** `#a=b`. */
  fragment: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]{0,40}:/i;
/** URL §4.4: for these any number of slashes, of either kind, leads to the host. */
const SPECIAL = /^(?:https?|wss?|ftp):$/i;

/** Splits an address where `new URL` would, without changing anything in it. */
export function splitUrl(url: string): RawUrl {
  const scheme = SCHEME.exec(url)?.[0] ?? '';
  const fragmentAt = indexOrEnd(url, '#', scheme.length, url.length);
  const queryAt = indexOrEnd(url, '?', scheme.length, fragmentAt);
  const slashes = slashesOf(url.slice(scheme.length, queryAt), SPECIAL.test(scheme));
  const hostAt = scheme.length + slashes.length;
  const authority = slashes === '' ? '' : (/^[^/\\]*/.exec(url.slice(hostAt, queryAt))?.[0] ?? '');
  const at = authority.lastIndexOf('@') + 1;
  return {
    scheme,
    slashes,
    userInfo: authority.slice(0, at),
    host: authority.slice(at),
    path: url.slice(hostAt + authority.length, queryAt),
    query: url.slice(queryAt, fragmentAt),
    fragment: url.slice(fragmentAt),
  };
}

/** Name and value of `a=b` as they stand; a lone word is a name without value. */
export function splitPair(pair: string): { name: string; value?: string } {
  const equals = pair.indexOf('=');
  return equals < 0
    ? { name: pair }
    : { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
}

/** Rewrites what stands between single-character separators, and keeps those. */
export function rewriteBetween(
  source: string,
  separators: RegExp,
  rewrite: (piece: string) => string,
): string {
  let rewritten = '';
  let from = 0;
  for (const { index } of source.matchAll(separators)) {
    rewritten += rewrite(source.slice(from, index)) + source[index]!;
    from = index + 1;
  }
  return rewritten + rewrite(source.slice(from));
}

/** Percent-decoding that leaves alone what is no encoded UTF-8 (URL §1.3), instead of giving up. */
export function decodePercent(source: string): string {
  return source.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/%([0-7][0-9a-f])/gi, (_whole, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    }
  });
}

/** The other way round, for what is put where it must not end a parameter. */
export function encodePercent(source: string): string {
  return encodeURIComponent(source.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function slashesOf(rest: string, special: boolean): string {
  return (special ? /^[/\\]*/ : /^(?:\/\/)?/).exec(rest)?.[0] ?? '';
}

function indexOrEnd(source: string, mark: string, from: number, end: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 || at > end ? end : at;
}
