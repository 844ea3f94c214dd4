import { noteAnswer } from '../credentials/answer.js';
import { notePasswords } from '../credentials/note-password.js';
import { seeMessages, seeRequest, seeResponse } from '../credentials/observe.js';
import { seeOpener } from '../credentials/see-opener.js';
import { seeRenewer } from '../credentials/see-renewer.js';
import { seeTold } from '../credentials/see-told.js';
import type { Exchange } from '../model.js';
import type { ExchangeScene } from '../credentials/scene.js';
import { answerInSocket } from '../moments/login/socket-login.js';
import { type LinkedExchange, NO_VALUE } from '../moments/linked-exchange.js';
import { worthOf } from './apply.js';
import { answeredAt } from './order.js';
import type { PipelineState } from './pipeline-state.js';
import { contextOf, entryOf, knownOf } from './scene.js';

// What an exchange does to what was gathered, in two steps: when it was sent, and when it was
// answered.

/** Takes what a request carried. */
export function takeRequest(state: PipelineState, exchange: Exchange): void {
  state.requests++;
  const { carried, emptied } = seeRequest(state.store, exchange, contextOf(exchange));
  const numberOf = (id: string) =>
    emptied.includes(id) ? NO_VALUE : (state.store.byId(id)?.valueCount ?? 0);
  state.underWay.set(
    exchange.id,
    carried.map((id) => [id, numberOf(id)]),
  );
}

/** Takes what its response did: what it set, whether it was a login. */
export function takeAnswer(state: PipelineState, exchange: Exchange): void {
  const { store } = state;
  const at = answeredAt(exchange);
  const carried = new Map(state.underWay.get(exchange.id));
  state.underWay.delete(exchange.id);
  const sent = [...carried].filter(([, number]) => number !== NO_VALUE).map(([id]) => id);
  const context = contextOf(exchange);
  const { changed, set } = takeGiven(state, exchange, { ...context, at }, sent);
  noteAnswer(store, exchange, sent, set);
  notePasswords(store, exchange, [...sent, ...set], context.ref);
  const renewer = seeRenewer(store, exchange, context.ref, set);
  const opened = seeOpener(store, exchange, sent);
  // What was not known as one when it was sent.
  const told = opened ? undefined : seeTold(store, exchange, sent);
  const late = [renewer ?? [], opened?.id ?? [], told?.id ?? []].flat();
  for (const id of late) carried.set(id, store.byId(id)?.valueCount ?? 0);
  const known = knownOf(context, [...new Set([...sent, ...late])], set);
  state.links.add(known);
  state.log.addExchange(entryOf(known, changed, exchange), exchange);
  const messages = state.follow(exchange, context.ref);
  const shown = { ...(opened ? { opened } : {}), ...(told ? { told } : {}) };
  happen(state, { exchange, context, carried, set, changed, messages, ...shown });
}

/** What an answer gave; that to a login in a WebSocket is a message. */
function takeGiven(
  { store }: PipelineState,
  exchange: Exchange,
  scene: ExchangeScene,
  sent: readonly string[],
): { set: string[]; changed: string[] } {
  const { set, changed } = seeResponse(store, exchange, scene);
  const inMessages = seeMessages(store, exchange, scene, sent);
  const answer = answerInSocket(exchange);
  const given = answer === undefined ? [] : (inMessages[answer] ?? []);
  return {
    set: [...new Set([...set, ...given])],
    changed: [...new Set([...changed, ...given])],
  };
}

/** The steps in which an exchange becomes moments, each judged before the next. */
function happen(state: PipelineState, linked: LinkedExchange): void {
  const { moments } = state;
  state.apply(moments.before(linked));
  const { effects, isLogout } = moments.exchange(linked);
  state.apply(effects);
  const used = isLogout ? [] : moments.use(linked);
  if (used.length > 0) state.apply(used);
  state.store.keepBounds(worthOf);
}
