import { randomBytes } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { cookieOf } from '../cookies.js';
import { same } from './protections.js';
import '../session-data.js';

export const REFRESH_COOKIE = '__Host-refresh';
export const REFRESH_OPTIONS: CookieOptions = {
  httpOnly: true,
  secure: true,
  sameSite: 'strict',
  path: '/',
};
const EIGHT_HOURS = 8 * 3600 * 1000;

/** Gives the browser a new refresh token; the one before is good for nothing from now on. */
export function issueRefresh(req: Request, res: Response): void {
  const token = randomBytes(32).toString('base64url');
  // Rotation does not prolong: eight hours after the login it is over.
  const until = req.session.refresh?.until ?? Date.now() + EIGHT_HOURS;
  req.session.refresh = { token, until };
  res.cookie(REFRESH_COOKIE, token, REFRESH_OPTIONS);
}

/** True where the request brings the session's current refresh token, in time. */
export function refreshMatches(req: Request): boolean {
  const { refresh } = req.session;
  const given = cookieOf(req, REFRESH_COOKIE) ?? '';
  return refresh !== undefined && Date.now() < refresh.until && same(given, refresh.token);
}
