import type { PageAnswer, PageRequest, PageRequestType } from '../../messaging/protocol.js';
import type { Background } from '../background.js';

/** Answers one type of request of the extension's pages. */
export type Handler<T extends PageRequestType> = (
  ask: PageRequest<T>,
  background: Background,
) => Promise<PageAnswer<T>> | PageAnswer<T>;

export type Handlers<T extends PageRequestType> = { [K in T]: Handler<K> };
