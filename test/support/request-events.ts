import { Assembler } from '../../src/recording/requests/assemble.js';
import {
  answeredEvent,
  type RequestDetails,
  type RequestEvent,
  sentEvent,
} from '../../src/recording/requests/request-event.js';
import type { Exchange } from '../../src/engine/model.js';

/** The page that a tab shows. */
export const TOP = 'https://shop.test/';

/** What a browser tells of a request. */
export function details(more: Partial<RequestDetails> = {}): RequestDetails {
  return {
    requestId: '7',
    timeStamp: 1_000,
    url: 'https://shop.test/a',
    method: 'GET',
    type: 'xmlhttprequest',
    tabId: 1,
    frameId: 0,
    initiator: 'https://shop.test',
    ...more,
  };
}

/** The event that it was sent. */
export const sent = (more?: Partial<RequestDetails>) =>
  sentEvent(details({ requestHeaders: [{ name: 'Cookie', value: 'sid=1' }], ...more }));

/** The event that it was answered. */
export const answered = (more?: Partial<RequestDetails>) =>
  answeredEvent(
    details({ timeStamp: 1_010, statusCode: 200, responseHeaders: [], ...more }),
    'answered',
  );

/** The last state of every exchange. */
export function assemble(events: RequestEvent[], assembler = new Assembler()): Exchange[] {
  const last = new Map<string, Exchange>();
  for (const event of events)
    for (const exchange of assembler.add(event, TOP)) last.set(exchange.id, exchange);
  return [...last.values()];
}
