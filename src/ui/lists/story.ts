import type { ReportEvent } from '../../engine/report/report-event.js';

/** The report's events by what they happened to. */
export interface Story {
  /** What happened to each credential, in order of time. */
  trails: ReadonlyMap<string, readonly ReportEvent[]>;
  /** Logins, logouts and lost sessions. */
  moments: readonly ReportEvent[];
  /** Request → the moments that it was. */
  momentsOf(requestId: string): readonly string[];
}

/** Events that happen to the user, not to one credential alone. */
export const MOMENTS: ReadonlySet<string> = new Set(['login', 'logout', 'session-lost']);

/** Sorts events, which come in order of time, by credential and by request. */
export function storyOf(events: readonly ReportEvent[]): Story {
  const trails = new Map<string, ReportEvent[]>();
  const moments = events.filter(({ type }) => MOMENTS.has(type));
  const byRequest = new Map<string, string[]>();
  for (const event of events) {
    if (event.credentialId !== null) addTo(trails, event.credentialId, event);
  }
  for (const { type, exchange } of moments) if (exchange) addTo(byRequest, exchange.id, type);
  return { trails, moments, momentsOf: (id) => byRequest.get(id) ?? [] };
}

/** A credential's trail with the logins, logouts and losses at its sites, all in order of time. */
export function withMoments(
  trail: readonly ReportEvent[],
  moments: readonly ReportEvent[],
): ReportEvent[] {
  const sites = new Set(trail.map(({ site }) => site));
  const others = moments.filter((moment) => sites.has(moment.site) && !trail.includes(moment));
  // Of one instant the moment comes first: it is the reason of what happened with it.
  return [...others, ...trail].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function addTo<T>(groups: Map<string, T[]>, key: string, member: T): void {
  const group = groups.get(key);
  if (group) group.push(member);
  else groups.set(key, [member]);
}
