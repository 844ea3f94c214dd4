import type { Credential, ExchangeRef } from '../../model.js';
import { parseUrl } from '../../normalize/site.js';
import { type Text, text } from '../../text.js';
import type { Facts } from './facts.js';

/** One row of the table: what was seen of session, token and cookie in one respect. */
export interface AspectCells {
  session: Text;
  token: Text;
  cookie: Text;
}

/** A column's cell is asked for only where that part was seen. */
export interface Aspect {
  /** Name of the row, as in `ui_aspect_<name>`. */
  name: string;
  session(session: Credential, facts: Facts): Text;
  token(token: Credential, facts: Facts): Text;
  cookie(cookie: Credential, facts: Facts): Text;
}

const NONE = {
  session: text('cmp_no_session', 'No server-side session was seen.'),
  token: text('cmp_no_token', 'No token was seen.'),
  cookie: text('cmp_no_cookie', 'No cookie that stands for the user was seen.'),
} as const;

/** Fills one row in. */
export function cellsOf(aspect: Aspect, facts: Facts): AspectCells {
  return {
    session: facts.session ? aspect.session(facts.session, facts) : NONE.session,
    token: facts.token ? aspect.token(facts.token, facts) : NONE.token,
    cookie: facts.cookie ? aspect.cookie(facts.cookie, facts) : NONE.cookie,
  };
}

/** `POST /login`: the path alone, since a query may hold secrets. */
export function requestOf({ method, url }: ExchangeRef): string {
  return `${method} ${parseUrl(url)?.pathname.split(';')[0] ?? ''}`;
}

/** A duration in its largest whole unit, as a text value: `15 min`, `8 h`, `30 d`. */
export function spanOf(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

/** Bytes of a cookie as the limit counts them, or of a token as it is sent. */
export function bytesOf({ carrier, name, value }: Credential): number {
  return (carrier === 'cookie' ? name.length : 0) + value.length;
}
