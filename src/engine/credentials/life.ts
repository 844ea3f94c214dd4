import type { Credential, ExchangeRef, LifeEvent, Millis } from '../model.js';
import { LIMITS } from '../settings.js';
import type { CredentialDraft } from './draft.js';

/** A change may be seen this long before the response that made it is. */
const EXPLAINED_WITHIN: Millis = 5_000;

/** Notes a change in a credential's life; of many the same kind again raises the count. */
export function noteLife(
  { life }: CredentialDraft,
  type: LifeEvent['type'],
  at: Millis,
  { exchange, reason }: Pick<LifeEvent, 'exchange' | 'reason'> = {},
): void {
  const last = life.at(-1);
  // What a page does with every visit is told together; what a login does, by itself.
  const alike =
    last?.type === type && last.reason === reason && last.exchange?.method === exchange?.method;
  const repeated = alike && life.length >= LIMITS.lifeEvents / 2 ? last : undefined;
  const folded =
    life.length >= LIMITS.lifeEvents
      ? life.findLast((one) => one.type === type && one.reason === reason)
      : repeated;
  if (folded) {
    Object.assign(folded, { lastAt: at, count: folded.count + 1 });
  } else {
    life.push({
      type,
      at,
      lastAt: at,
      count: 1,
      ...(exchange ? { exchange } : {}),
      ...(reason ? { reason } : {}),
    });
  }
}

/**
 * The change that nothing seen had made so far, just before this moment: told by the jar, or by a
 * request that waited for a connection and went with what an answer gave meanwhile.
 */
export function unexplainedIn<Event extends LifeEvent>(
  { life }: { readonly life: readonly Event[] },
  at: Millis,
): Event | undefined {
  const last = life.at(-1);
  return last && !last.exchange && at - last.lastAt < EXPLAINED_WITHIN ? last : undefined;
}

/** Names the response behind a change that was seen just before it. */
export function explainLife(draft: CredentialDraft, at: Millis, exchange: ExchangeRef): void {
  const change = unexplainedIn(draft, at);
  if (change) change.exchange = exchange;
}

/** Some servers delete a cookie and set it in one response: it never ended. */
export function forgetClearing(draft: CredentialDraft, by: ExchangeRef): void {
  if (draft.cookie?.clearedBy?.id !== by.id) return;
  const last = draft.life.at(-1);
  if (last?.type === 'cleared' && last.exchange?.id === by.id) draft.life.pop();
  revive(draft);
}

/** The browser has it no more, or never had. */
export function isEnded({ cookie }: Credential): boolean {
  return (cookie?.clearedAt ?? cookie?.clearedBy ?? cookie?.rejected) !== undefined;
}

/** The browser has it again. */
export function revive(draft: CredentialDraft): void {
  if (!draft.cookie) return;
  const { clearedAt: _at, clearedBy: _by, rejected: _rejected, ...history } = draft.cookie;
  draft.cookie = history;
}
