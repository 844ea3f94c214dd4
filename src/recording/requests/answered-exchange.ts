import type { Exchange } from '../../engine/model.js';
import { leftOf } from './begun-exchange.js';
import type { AnsweredEvent } from './request-event.js';

/**
 * Gives an exchange its answer; `asked`: its request was told, with what its own address has to
 * tell.
 */
export function takeAnswer(exchange: Exchange, event: AnsweredEvent, asked: boolean): void {
  const { status, headers, fromCache, redirectUrl, size } = event;
  exchange.endedAt = Math.max(event.at, exchange.startedAt);
  exchange.response = {
    status,
    headers,
    ...(fromCache && { fromCache }),
    ...leftOf(event),
    ...(size !== undefined && { size }),
  };
  if (event.diagnoses) exchange.diagnoses = [...(exchange.diagnoses ?? []), ...event.diagnoses];
  const limits = (event.limits ?? []).filter(({ what }) => !asked || what !== 'url');
  if (limits.length > 0) exchange.limits = [...(exchange.limits ?? []), ...limits];
  if (redirectUrl !== undefined) exchange.redirectUrl = redirectUrl;
}
