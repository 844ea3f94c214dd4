import type { Request } from 'express';

/** Value of a cookie of the request, undecoded: the demo reads back only plain characters. */
export function cookieOf(req: Request, name: string): string | undefined {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme asked for by the link in the footer, else the one remembered in the cookie. */
export function themeOf(req: Request): Theme {
  const wanted = req.query['theme'] ?? cookieOf(req, 'theme');
  return THEMES.find((theme) => theme === wanted) ?? 'auto';
}
