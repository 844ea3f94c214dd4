import type { PageAnswer, PageRequest, PageRequestType } from '../../../messaging/protocol.js';
import type { Parts } from '../parts.js';

/** Answers one type of request of the extension's pages. */
export type Handler<T extends PageRequestType> = (
  ask: PageRequest<T>,
  background: Parts,
) => Promise<PageAnswer<T>> | PageAnswer<T>;

export type Handlers<T extends PageRequestType> = { [K in T]: Handler<K> };
