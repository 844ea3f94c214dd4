import { failedByStatus } from '../../credentials/turned-down.js';
import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { hashOf } from '../../values/hash.js';
import { parametersOf } from '../address-words.js';
import type { LoginStep } from './login-step.js';

/** How long a code lives, at most (RFC 6749 §4.1.2). */
const LIVES: Millis = 10 * 60_000;

/** A code that came with a page which gave nothing: its script is to redeem it. */
export type SavedUnredeemed = {
  login: ExchangeRef;
  at: Millis;
  /** Of the code itself. */
  hash: string;
} | null;

/**
 * The login that an authorization server's code stands for, until whoever gives tokens for it has
 * taken it from the page's script, or has turned it down (RFC 6749 §5.2).
 */
export class UnredeemedCode {
  #last: SavedUnredeemed;

  constructor(saved: SavedUnredeemed = null) {
    this.#last = saved;
  }

  save(): SavedUnredeemed {
    return this.#last;
  }

  /** Notes a page that was shown with a code, and gave nothing for it. */
  note({ url, type, method, startedAt: at }: Exchange, login: ExchangeRef): void {
    const [, code] = parametersOf(url).find(([name]) => name === 'code') ?? [];
    const isPage = type === 'document' && method === 'GET';
    this.#last = isPage && code ? { login, at, hash: hashOf(code) } : null;
  }

  /** The step that takes the login back, where this brought the code and was turned down. */
  refusedBy(exchange: Exchange): LoginStep[] {
    const last = this.#last;
    const { type, startedAt, response } = exchange;
    if (!last || type !== 'fetch' || !response || startedAt - last.at > LIVES) return [];
    if (!brings(exchange, last.hash)) return [];
    const { status, body } = response;
    this.#last = null;
    const isRefused = status >= 400 || body?.refusal === true || failedByStatus(response);
    if (!isRefused) return [];
    return [{ login: last.login, at: last.at, set: [], first: false, refuted: true }];
  }
}

/** In its body, or in its address. */
function brings({ url, request }: Exchange, hash: string): boolean {
  const sent = parametersOf(url).map(([, value]) => value);
  const fields = request.body?.fields.map(({ value }) => value) ?? [];
  return [...sent, ...fields].some((value) => hashOf(value) === hash);
}
