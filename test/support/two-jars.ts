import { Cookie, CookieJar as ToughJar } from 'tough-cookie';
import { MemoryJar } from './memory-jar.js';
import type { Case } from './any-cookie.js';

// A second opinion: tough-cookie is what most Node programs store cookies with. It reads one line
// for one URL.

/** The moment of which all is read. */
export const NOW = Date.UTC(2026, 0, 1);

/** What a jar holds after one line, in words that both have; undefined where it refused. */
export interface Held {
  name: string;
  value: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: string;
  expiresAt?: number;
}

/** What our jar holds. */
export function ours({ line, url }: Case): Held | undefined {
  const jar = new MemoryJar();
  jar.set(line, { url }, NOW);
  const [cookie] = jar.all(NOW);
  if (!cookie) return undefined;
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expiresAt } = cookie;
  return {
    name,
    value,
    domain,
    hostOnly,
    path,
    secure,
    httpOnly,
    sameSite,
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** What theirs does. */
export function theirs({ line, url }: Case): Held | undefined {
  const jar = new ToughJar(undefined, {
    looseMode: true,
    prefixSecurity: 'strict',
    allowSpecialUseDomain: true,
  });
  jar.setCookieSync(line, url, { ignoreError: true });
  const cookie = Cookie.fromJSON(jar.serializeSync()?.cookies[0]);
  if (!cookie) return undefined;
  const { key, value, domain, hostOnly, path, secure, httpOnly, sameSite, maxAge, expires } =
    cookie;
  const ends =
    typeof maxAge === 'number'
      ? NOW + maxAge * 1000
      : expires instanceof Date
        ? expires.getTime()
        : undefined;
  if (ends !== undefined && ends <= NOW) return undefined;
  return {
    name: key,
    value,
    domain: domain ?? '',
    hostOnly: hostOnly ?? false,
    path: path ?? '',
    secure,
    httpOnly,
    sameSite: sameSite ?? 'unset',
    ...(ends === undefined ? {} : { expiresAt: ends }),
  };
}
