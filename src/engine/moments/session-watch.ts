import type { Credential, Exchange, ExchangeRef, Millis } from '../model.js';
import { pageAddress, siteOf } from '../normalize/site.js';
import type { LoginPages } from './login-pages.js';
import type { Moment } from './moment.js';
import { nodesOf } from './session-node.js';
import { isLoginPath, placeOf } from './words.js';

/** An id that was accepted this recently is live: no server forgets it for idleness. */
export const LIVE_FOR: Millis = 120_000;
const KEPT = 200;
const KEPT_ASKING = 50;
/** IIS: the time for logging in is over. */
const LOGIN_TIMEOUT = 440;

/** When an address last answered well to a session, and which value of it was sent. */
interface Accepted {
  at: Millis;
  credentialId: string;
  value: number;
  /** With a page that asks for a password, or that was not seen and may. */
  mayAsk: boolean;
}

/** Which value of a session a login gave, and when. */
interface Given {
  value: number;
  at: Millis;
}

export interface SavedSessionWatch {
  accepted: [string, Accepted][];
  given: [string, Given][];
  lost: string[];
  form: FormShown | null;
  thrownTo: string | null;
  asking: string[];
}

/** The page for logging in, shown to somebody who is. */
interface FormShown {
  site: string;
  at: Millis;
  ref: ExchangeRef;
}

/** An exchange as the watch needs it: with the session that travelled with it. */
export interface SessionUse {
  exchange: Exchange;
  ref: ExchangeRef;
  session: Credential;
  /** Its value's number when it was sent. */
  value: number;
  /** Somebody is known to be logged in at its site. */
  isSignedIn: boolean;
  /** Load balancer cookie sent along, as supporting evidence. */
  affinity?: Credential;
}

/**
 * Recognises a lost session: an id that was accepted before is sent, and the user is thrown out though
 * nobody logged out. Of one that was accepted moments ago that is the symptom of servers that do not
 * share their sessions; of another one (`idle`), mostly of a limit of time.
 */
export class SessionWatch {
  readonly #accepted: Map<string, Accepted>;
  /** Sessions that the last login gave. */
  readonly #given: Map<string, Given>;
  /** Sessions whose loss was told and which were not accepted since. */
  readonly #lost: Set<string>;
  /** No page came after it. */
  #form: FormShown | null;
  /** Where somebody who was not known any more was sent. */
  #thrownTo: string | null;
  /** Addresses whose page asked for a password at some time, whoever came. */
  #asking: readonly string[];
  readonly #pages: LoginPages;

  constructor(pages: LoginPages, saved?: SavedSessionWatch) {
    this.#pages = pages;
    this.#accepted = new Map(saved?.accepted);
    this.#given = new Map(saved?.given);
    this.#lost = new Set(saved?.lost);
    this.#form = saved?.form ?? null;
    this.#thrownTo = saved?.thrownTo ?? null;
    this.#asking = saved?.asking ?? [];
  }

  /** One use of a session; returns the moment of its loss, once for each loss. */
  use(use: SessionUse): Moment | undefined {
    const { exchange, ref, session, value } = use;
    if (isThrownOut(exchange, this.#pages) && !this.#isTriedInVain(exchange)) {
      this.#thrownTo = exchange.redirectUrl ?? null;
      return this.#lose(use);
    }
    const key = placeOf(exchange.url);
    const asks = asksForPassword(exchange);
    const shut = asks && this.#isShut(key, session);
    const left = shut ? this.#leftByForm(siteOf(exchange.url)) : undefined;
    const isKnown = !shut || (session.valueCount === value && !this.#asking.includes(key));
    const lost = left || isKnown ? undefined : this.#lose(use);
    this.#noteForm(exchange, ref);
    if (asks) this.#noteAsking(key);
    if (!lost && (exchange.response?.status ?? 500) < 300) {
      // What answers a form says nothing of the page that shows it.
      const mayAsk = mayAskForPassword(exchange) || exchange.method !== 'GET';
      this.#accept(key, { at: exchange.startedAt, credentialId: session.id, value, mayAsk });
    }
    return left ?? lost;
  }

  /** The user is not known any more; undefined where that was told, or nobody was known before. */
  #lose(use: SessionUse): Moment | undefined {
    const { exchange, ref, session, value, affinity } = use;
    if (this.#lost.has(session.id) || isReplaced(session, exchange)) return undefined;
    const since = this.#liveSince(use);
    if (since === undefined) return undefined;
    this.#lost.add(session.id);
    const { startedAt: at } = exchange;
    const site = siteOf(exchange.url);
    return (
      this.#leftByForm(site) ?? {
        type: 'session-lost',
        at,
        site,
        exchange: ref,
        credentialId: session.id,
        detail: {
          newId: session.valueCount !== value,
          ...(at - since < LIVE_FOR ? {} : { idle: at - since }),
          ...(affinity ? { affinity: affinity.name } : {}),
          ...nodesOf(session, value),
        },
      }
    );
  }

  /** True for an address that answered well to a session. */
  accepted(url: string): boolean {
    return this.#accepted.has(placeOf(url));
  }

  /** A login gave this value. */
  given(session: Credential, at: Millis): void {
    this.#given.set(session.id, { value: session.valueCount, at });
  }

  /** Somebody logged in or out: what was accepted before says nothing any more. */
  reset(): void {
    this.#accepted.clear();
    this.#given.clear();
    this.#lost.clear();
    this.#form = null;
    this.#thrownTo = null;
  }

  save(): SavedSessionWatch {
    const [form, thrownTo, lost] = [this.#form, this.#thrownTo, [...this.#lost]];
    const asking = [...this.#asking];
    return { accepted: [...this.#accepted], given: [...this.#given], lost, form, thrownTo, asking };
  }

  /**
   * When it was known last: given by a login, accepted at the same address, or anywhere where it is
   * answered with another id now. Long after, that alone says nothing of a visitor who is nobody.
   */
  #liveSince({ exchange, session, value, isSignedIn }: SessionUse): Millis | undefined {
    const { startedAt: now } = exchange;
    const given = this.#given.get(session.id);
    const known = [...this.#accepted].filter(
      ([, one]) => one.credentialId === session.id && one.value === value,
    );
    const here = known.filter(([place]) => place === placeOf(exchange.url));
    const isNew = session.valueCount !== value;
    const elsewhere = known.filter(([, { at }]) => isNew && (isSignedIn || now - at < LIVE_FOR));
    const times = [...here, ...elsewhere].map(([, { at }]) => at);
    if (given?.value === value) times.push(given.at);
    return times.length > 0 ? Math.max(...times) : undefined;
  }

  /** Whoever opens the page for logging in is logged out by some servers. */
  #leftByForm(site: string): Moment | undefined {
    const form = this.#form?.site === site ? this.#form : undefined;
    return form && { type: 'logout', at: form.at, site, exchange: form.ref };
  }

  /** What showed itself to this session before asks for a password in its place now. */
  #isShut(key: string, { id }: Credential): boolean {
    const before = this.#accepted.get(key);
    return before?.credentialId === id && !before.mayAsk;
  }

  /** A password that was not taken: nobody was known before. */
  #isTriedInVain({ method, request, redirectUrl }: Exchange): boolean {
    if (method !== 'POST') return false;
    if (request.body?.passwordField !== undefined) return true;
    const form = this.#form && pageAddress(this.#form.ref.url);
    return redirectUrl !== undefined && pageAddress(redirectUrl) === form;
  }

  #noteForm({ url, type, startedAt: at, response }: Exchange, ref: ExchangeRef): void {
    if (type !== 'document' || response?.status !== 200) return;
    const { body } = response;
    const asks = body === undefined || body.passwordField !== undefined;
    const isOpened = asks && this.#pages.isOne(url) && url !== this.#thrownTo;
    this.#form = isOpened ? { site: siteOf(url), at, ref } : null;
  }

  #noteAsking(key: string): void {
    if (!this.#asking.includes(key)) this.#asking = [...this.#asking, key].slice(-KEPT_ASKING);
  }

  #accept(key: string, accepted: Accepted): void {
    this.#accepted.delete(key);
    this.#accepted.set(key, accepted);
    this.#lost.delete(accepted.credentialId);
    if (this.#accepted.size > KEPT) this.#accepted.delete(this.#accepted.keys().next().value!);
  }
}

/** One that offers to log out as well is mostly shown to somebody who is logged in. */
function asksForPassword({ type, response }: Exchange): boolean {
  const body = response?.body;
  return type === 'document' && body?.passwordField !== undefined && !body.wayOut;
}

function mayAskForPassword({ type, response }: Exchange): boolean {
  const body = response?.body;
  return body === undefined || (type === 'document' && body.passwordField !== undefined);
}

/** A cookie that stands for a session: one that signs it goes with it, and is none. */
export function isSessionCookie({ kind, role, signs }: Credential): boolean {
  return kind === 'cookie' && role === 'session' && signs === undefined;
}

/** Another answer gave the session a new id while this request was under way with the old one: no loss. */
function isReplaced({ cookie }: Credential, { id, startedAt }: Exchange): boolean {
  return cookie?.setBy !== undefined && cookie.setBy.id !== id && (cookie.setAt ?? 0) > startedAt;
}

/** Refused though it relied on its cookies, or sent to a page for logging in. */
export function isThrownOut(
  { url, request, response, redirectUrl }: Exchange,
  pages: LoginPages,
): boolean {
  if (isLoginPath(url) || pages.isOne(url)) return false;
  if (response?.status === 401 || response?.status === LOGIN_TIMEOUT)
    return !request.headers.some(({ name }) => name === 'authorization');
  return pages.isOne(redirectUrl);
}
