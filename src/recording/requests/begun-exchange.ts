import type { Exchange } from '../../engine/model.js';
import { originOf } from '../../engine/normalize/addresses/site.js';
import type { RequestSubject } from './request-event.js';

/** An exchange as its first event tells it; each hop of a redirect is one: `<request id>.<hop>`. */
export function begunExchange(
  event: RequestSubject,
  hop: number,
  topUrl: string | undefined,
): Exchange {
  const { id, url, method, type, at, frameId, initiator, diagnoses, limits, probe } = event;
  const top = topOf(event, topUrl);
  return {
    id: `${id}.${hop}`,
    url,
    method,
    type,
    startedAt: at,
    ...(initiator !== undefined && { initiator }),
    ...(top !== undefined && { topUrl: top }),
    ...(frameId >= 0 && { frameId }),
    ...(probe && { probe }),
    request: { headers: [] },
    ...(diagnoses && { diagnoses }),
    ...(limits && { limits }),
  };
}

/** What was left out of it. */
export function leftOf({ left }: RequestSubject): { left?: number } {
  return left === undefined ? {} : { left };
}

/** A main frame's requests can come before the browser tells that it shows another page. */
function topOf(event: RequestSubject, topUrl: string | undefined): string | undefined {
  if (event.topUrl !== undefined) return event.topUrl || undefined;
  if (event.type === 'document') return event.url;
  const { initiator, frameId } = event;
  if (frameId !== 0 || !initiator || initiator === originOf(topUrl ?? '')) return topUrl;
  return `${initiator}/`;
}

/** The browser's id of the request that an exchange is of. */
export function requestIdOf(exchangeId: string): string {
  return exchangeId.slice(0, exchangeId.lastIndexOf('.'));
}
