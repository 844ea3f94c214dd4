import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { cookieOf, themeOf } from '../cookies.js';

const DAY = 24 * 3600 * 1000;
const remembered = new Set<string>();

/** Plain cookies, done right as far as http allows: they identify nobody. */
export function setPreferences(req: Request, res: Response): void {
  const options = { sameSite: 'lax', maxAge: 180 * DAY } as const;
  const theme = themeOf(req);
  if (cookieOf(req, 'theme') !== theme) res.cookie('theme', theme, options);
  if (!cookieOf(req, 'cookie_consent')) res.cookie('cookie_consent', 'essential', options);
}

/** Three cookies that no browser keeps. */
export function setBrokenCookies(res: Response): void {
  // Seeded: None needs Secure (RFC 6265bis §5.7), so the browser refuses it.
  res.cookie('ab_bucket', 'B', { sameSite: 'none' });
  // Seeded: the __Host- prefix needs Secure (RFC 6265bis §4.1.3.2), so the browser refuses it.
  res.cookie('__Host-cart', 'tea-2', { sameSite: 'lax', path: '/' });
  // Seeded: seconds where Date wants milliseconds, so it ends in January 1970.
  const inThirtyDays = Math.floor((Date.now() + 30 * DAY) / 1000);
  res.cookie('last_seen_item', 'teapot', { sameSite: 'lax', expires: new Date(inThirtyDays) });
}

/** Seeded: five years, and without Secure, which a page over http cannot ask for. */
export function remember(res: Response): void {
  const token = randomBytes(32).toString('hex');
  remembered.add(token);
  const expires = new Date(Date.now() + 5 * 365 * DAY);
  res.cookie('remember_me', token, { httpOnly: true, sameSite: 'lax', expires });
}

/**
 * True where the request brings a cookie that {@link remember} made and {@link forget} did not end.
 */
export function isRemembered(req: Request): boolean {
  return remembered.has(cookieOf(req, 'remember_me') ?? '');
}

/** Ends it on the server; the browser keeps its cookie. */
export function forget(req: Request): void {
  remembered.delete(cookieOf(req, 'remember_me') ?? '');
}
