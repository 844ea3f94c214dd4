import type { Probe } from '../../engine/proof/probe-messages.js';
import type { Proposal } from '../../engine/proof/proposal.js';
import { originOf } from '../../engine/normalize/addresses/site.js';

/** What a page's own request to a server carried in headers whose values are kept nowhere. */
export interface Lent {
  readonly origin: string;
  /** By their names, in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Such a request is waited for; undefined where none came, or nobody waits any more. */
export interface Borrowing {
  readonly lent: Promise<Lent | undefined>;
  giveUp(): void;
}

/**
 * What of it goes along with a request: to the very server that the page sent it to, and to no
 * other.
 */
export function lentTo({ request }: Proposal, lent: Lent | undefined): Lent | undefined {
  return lent?.origin === originOf(request.url) ? lent : undefined;
}

/** The request with these headers, but for those that it withholds. */
export function withLent(probe: Probe, lent: Lent | undefined): Probe {
  const own = new Set(probe.headers.map(({ name }) => name));
  const added = [...(lent?.headers ?? [])].filter(([name]) => !own.has(name));
  return {
    ...probe,
    headers: [...probe.headers, ...added.map(([name, value]) => ({ name, value }))],
  };
}
