import type { AuthFlow } from '../flows/flow.js';
import type { Moment } from '../moments/moment.js';
import type { RequestRemedy } from '../remedies/remedy.js';
import { TRAIL_ORDER, type TrailStep } from '../trail/trail-step.js';
import { render } from '../render.js';
import { toRequestRemedy } from './remedy-part.js';
import type { ReportEvent, ReportFlow } from './report-event.js';
import { isoOf, toExchange, type Writing } from './writing.js';

/** Moments and trails in one order of time. */
export function eventsOf(
  moments: readonly Moment[],
  trail: readonly TrailStep[],
  writing: Writing,
): ReportEvent[] {
  const all = [...moments, ...trail].sort((a, b) => a.at - b.at || rank(a.type) - rank(b.type));
  return all.map((event) =>
    'count' in event
      ? writing.once(event, () => toEvent(event, stepDetail(event, writing), writing))
      : toEvent(event, toDetail(event.detail ?? {}, writing), writing),
  );
}

const RANKS = new Map<string, number>(TRAIL_ORDER.map((type, at) => [type, at]));

function rank(type: string): number {
  return RANKS.get(type) ?? -1;
}

function toEvent(
  { type, at, site, credentialId, exchange }: Moment | TrailStep,
  detail: ReportEvent['detail'],
  writing: Writing,
): ReportEvent {
  return {
    type,
    at: isoOf(at),
    site,
    credentialId: credentialId ?? null,
    exchange: exchange ? toExchange(exchange, writing) : null,
    detail,
  };
}

/** What a flow names may hold secrets as any address may (RFC 8707 §2: a resource with a query). */
export function toFlow(
  { steps, clientId, told, ...flow }: AuthFlow,
  remedy: RequestRemedy | undefined,
  writing: Writing,
): ReportFlow {
  return {
    ...(toDetail(flow, writing) as typeof flow),
    ...(clientId === undefined ? {} : { clientId }),
    ...(told && {
      told: told.map(({ exchange, ...one }) => ({
        ...one,
        exchange: toExchange(exchange, writing),
      })),
    }),
    remedy: remedy ? toRequestRemedy(remedy, writing) : null,
    steps: steps.map(({ kind, at, exchange, detail }) => ({
      kind,
      at: isoOf(at),
      exchange: toExchange(exchange, writing),
      detail: toDetail(detail, writing),
    })),
  };
}

/** The same facts, with what is written in words masked. */
function toDetail<T extends object>(detail: T, writing: Writing): T {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? writing.words(value) : value,
    ]),
  ) as T;
}

function stepDetail(
  { carrier, locator, origin, exposure, script, reason, why, count, lastAt }: TrailStep,
  writing: Writing,
): ReportEvent['detail'] {
  return {
    ...(carrier ? { carrier } : {}),
    ...(locator ? { locator: writing.name(locator) } : {}),
    ...(origin ? { origin } : {}),
    ...(exposure ? { exposure } : {}),
    ...(script ? { script } : {}),
    ...(reason ? { reason } : {}),
    ...(why ? { why: render(why, writing.style.translate) } : {}),
    ...(count > 1 ? { count, lastAt: isoOf(lastAt) } : {}),
  };
}
