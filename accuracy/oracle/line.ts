import type { PlacedValue } from '../evaluate/inventory.js';
import { isLocalHost } from './seen.js';

/** A Set-Cookie line, read without the engine. */
export interface Line {
  name: string;
  host: string;
  encrypted: boolean;
  at: number;
  value: string;
  attributes: ReadonlyMap<string, string>;
  text: string;
}

export const DAY = 86_400_000;

export function linesOf(values: readonly PlacedValue[]): Line[] {
  return values
    .filter(({ carrier, direction }) => carrier === 'cookie' && direction === 'received')
    .map(lineOf);
}

/**
 * The last line of each cookie that gave it a value and a life, as browsers keep it: by name,
 * domain and path.
 */
export function livingLines(values: readonly PlacedValue[]): Line[] {
  const living = linesOf(values).filter((line) => gives(line) && !isRefused(line));
  return [
    ...new Map(
      living.map((line) => [
        `${line.name} ${line.attributes.get('domain')?.replace(/^\./, '') ?? `=${line.host}`} ` +
          line.attributes.get('path'),
        line,
      ]),
    ).values(),
  ];
}

function lineOf({ value: text, at, name, host, encrypted }: PlacedValue): Line {
  const [value = '', ...rest] = text.split(';').map((part) => part.trim());
  const attributes = new Map(
    rest.map((part): [string, string] => {
      const [key = '', ...given] = part.split('=');
      return [key.trim().toLowerCase(), given.join('=').trim()];
    }),
  );
  return { name, host, encrypted, at, value, attributes, text };
}

export function gives(line: Line): boolean {
  return isValue(line.value) && (lifetimeOf(line) ?? 1) > 0;
}

/** Not one of the texts that stand for nothing. */
export function isValue(text: string): boolean {
  const value = text.replace(/^"(.*)"$/, '$1');
  return !/^(?:|deleted?|deleteMe|null|false|0|expired|e30|%7B%7D|\{\})$/i.test(value);
}

/** Milliseconds that the line asks for; undefined for a cookie of the browser session. */
export function lifetimeOf(line: Line): number | undefined {
  return maxAgeOf(line) ?? expiresInOf(line);
}

export function maxAgeOf({ attributes }: Line): number | undefined {
  const maxAge = attributes.get('max-age');
  return maxAge !== undefined && /^-?\d+$/.test(maxAge) ? Number(maxAge) * 1_000 : undefined;
}

export function expiresInOf({ attributes, at }: Line): number | undefined {
  const expires = Date.parse((attributes.get('expires') ?? '').replaceAll('-', ' '));
  return Number.isNaN(expires) ? undefined : expires - at;
}

const sameSiteOf = ({ attributes }: Line) => attributes.get('samesite')?.toLowerCase();
const isSecure = ({ attributes }: Line) => attributes.has('secure');

export const isNone = (line: Line) => sameSiteOf(line) === 'none';
export const lacksSameSite = (line: Line) => sameSiteOf(line) === undefined;
/** A word that no browser knows: RFC 6265bis §5.6.7. */
export const hasOddSameSite = (line: Line) =>
  !lacksSameSite(line) && !/^(?:lax|strict|none)$/.test(sameSiteOf(line) ?? '');

/** RFC 6265bis §5.7, steps that refuse a cookie. */
export const REFUSALS = {
  prefix: (line: Line) =>
    (/^__(?:secure|host)-/i.test(line.name) && !(isSecure(line) && line.encrypted)) ||
    (/^__host-/i.test(line.name) &&
      (Boolean(line.attributes.get('domain')) || line.attributes.get('path') !== '/')),
  none: (line: Line) => isNone(line) && !isSecure(line),
  domain: ({ attributes, host }: Line) => {
    const domain = (attributes.get('domain') ?? '').replace(/^\./, '').toLowerCase();
    if (domain === '' || domain === host) return false;
    return !host.endsWith(`.${domain}`) || !domain.includes('.');
  },
  size: ({ name, value }: Line) => Buffer.byteLength(name) + Buffer.byteLength(value) > 4_096,
  insecure: (line: Line) => isSecure(line) && !line.encrypted && !isLocalHost(line.host),
} as const;

export function isRefused(line: Line): boolean {
  return Object.values(REFUSALS).some((refuses) => refuses(line));
}
