import { noteGiven } from '../credentials/answer.js';
import { notePasswords } from '../credentials/note-password.js';
import { seeBody, unique } from '../credentials/observe.js';
import type { ExchangeScene } from '../credentials/scene.js';
import type { ExchangeBodies } from '../model.js';
import type { KnownExchange } from '../trail/links.js';
import type { PipelineState } from './pipeline-state.js';
import { asExchange, entryOf, knownOf } from './scene.js';

/** Takes bodies that were learnt after their exchange, of which so much is remembered. */
export function takeBodies(
  state: PipelineState,
  known: KnownExchange,
  bodies: ExchangeBodies,
): void {
  const { store } = state;
  const { url } = known.ref;
  const page = known.pageSite ? { pageSite: known.pageSite } : {};
  const context: ExchangeScene = { url, at: known.at, ref: known.ref, request: { url }, ...page };
  const carried = unique(known.carried, seeBody(store, bodies.request, 'sent', context));
  const issued = seeBody(store, bodies.response, 'received', context);
  noteGiven(store, known.carried, issued);
  notePasswords(store, bodies, [...known.carried, ...known.set], known.ref);
  state.links.add({ ...known, carried, set: unique(known.set, issued) });
  const exchange = asExchange(known, bodies);
  state.log.addBodies(entryOf(knownOf(context, carried, issued), issued, exchange), exchange);
  const messages = bodies.request ? state.follow(exchange, known.ref) : [];
  state.apply(state.moments.bodies({ exchange, context, set: issued, messages }));
}
