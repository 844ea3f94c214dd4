import type { Hop, Sent } from './network-hop.js';

/**
 * Gives each hop the headers that really went over the wire. A request whose challenge the browser
 * answered by itself (RFC 9110 §11.6.1) is one to the protocol, and was sent twice: two hops.
 */
export function withRealHeaders(
  chain: readonly Hop[],
  sent: readonly Sent[],
  received: readonly NonNullable<Hop['received']>[],
): Hop[] {
  let at = 0;
  return chain.flatMap((hop, place) => {
    if (!hop.hasExtra && hop.response) return [hop];
    const challenges: Hop[] = [];
    const left = () => sent.length - at - (chain.length - place);
    while (left() > 0 && CHALLENGE.has(received[at]?.status ?? 0))
      challenges.push(challenged(hop, sent[at]!, received[at++]!));
    Object.assign(hop, { sent: sent[at], received: received[at] });
    at++;
    return [...challenges, hop];
  });
}

const CHALLENGE: ReadonlySet<number> = new Set([401, 407]);

function challenged(hop: Hop, sent: Sent, received: NonNullable<Hop['received']>): Hop {
  const { request, step } = hop;
  return { request, step, hasExtra: true, sent, received, endedAt: request.timestamp };
}
