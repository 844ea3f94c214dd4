import type { Credential, Direction, ExchangeRef } from '../../model.js';
import { type Text, text } from '../../text.js';
import type { Facts } from './facts.js';
import { givenBy } from './given-by.js';

/** One row of the table: what was seen of session, token and cookie in one respect. */
export interface AspectCells {
  session: Text;
  token: Text;
  cookie: Text;
  /** What each cell was read from; null where the part was not seen. */
  evidence: Record<Column, CellEvidence | null>;
}

export type Column = 'session' | 'token' | 'cookie';

/** The credential that a cell speaks of, and an exchange in which that can be seen. */
export interface CellEvidence {
  credentialId: string;
  exchange: ExchangeRef | null;
}

/** A column's cell is asked for only where that part was seen. */
export interface Aspect {
  /** Name of the row, as in `ui_aspect_<name>`. */
  name: string;
  /**
   * Where it can be looked up: in what gave the credential, in what carried it, or where it is
   * kept.
   */
  seen: Direction;
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
  const { session, token, cookie } = facts;
  return {
    evidence: {
      session: evidenceOf(aspect, session, facts),
      token: evidenceOf(aspect, token, facts),
      cookie: evidenceOf(aspect, cookie, facts),
    },
    session: session ? aspect.session(session, facts) : NONE.session,
    token: token ? aspect.token(token, facts) : NONE.token,
    cookie: cookie ? aspect.cookie(cookie, facts) : NONE.cookie,
  };
}

function evidenceOf(
  { seen }: Aspect,
  credential: Credential | undefined,
  { gaveSince }: Facts,
): CellEvidence | null {
  if (!credential) return null;
  const sighting = credential.sightings.find(
    ({ direction, firstExchange }) => direction === seen && firstExchange,
  );
  const given = seen === 'received' ? givenBy(credential, gaveSince) : undefined;
  return { credentialId: credential.id, exchange: given ?? sighting?.firstExchange ?? null };
}

/** Bytes of a cookie as the limit counts them, or of a token as it is sent. */
export function bytesOf({ carrier, name, value }: Credential): number {
  return (carrier === 'cookie' ? name.length : 0) + value.length;
}

/** Said of every cell that a flag would fill in. */
export const UNKNOWN_FLAGS = text(
  'cmp_flags_unknown',
  'Its flags were not seen: reload the page, or log in again.',
);
