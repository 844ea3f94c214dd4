import type { Millis, SameSite } from '../model.js';

/**
 * A Set-Cookie line as it should be, while the rules that complain of its cookie change it in turn:
 * each changes what it is about, and nothing else.
 */
export interface CookieDraft {
  readonly name: string;
  /** Absent: for this host alone. */
  readonly domain?: string;
  readonly path: string;
  /** In seconds; absent, with `expires` absent too: ends with the browser session. */
  readonly maxAge?: number;
  readonly expires?: Millis;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: SameSite;
  readonly partitioned: boolean;
}

/** Ends with the browser session. */
export function withoutEnd({ maxAge: _age, expires: _at, ...draft }: CookieDraft): CookieDraft {
  return draft;
}

/** Lives so many seconds, by Max-Age alone: that depends on no clock (RFC 6265bis §4.1.2.2). */
export function endingAfter(draft: CookieDraft, seconds: number): CookieDraft {
  return { ...withoutEnd(draft), maxAge: Math.round(seconds) };
}

/** For its host alone. */
export function withoutDomain({ domain: _domain, ...draft }: CookieDraft): CookieDraft {
  return draft;
}
