import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { originOf, pageAddress, parseUrl, siteOf } from '../../normalize/addresses/site.js';
import type { AuthMessage } from '../../flows/auth-message.js';
import { setLatest, withLatest } from '../latest.js';
import type { LoginStep } from './login-step.js';
import { isTicketTaken, siteOfMessage } from './protocol-site.js';
import { type SavedUnredeemed, UnredeemedCode } from './unredeemed-code.js';

/**
 * How long the steps of one login may lie apart: the callback, the token request, the first page.
 */
const STEPS_WITHIN: Millis = 60_000;
const KEPT = 16;

export interface SavedProtocolLogins {
  awaited: string[];
  /** Absent in what an older version saved. */
  asked?: string[];
  last: [string, { login: ExchangeRef; at: Millis }][];
  /** Absent in what an older version saved. */
  provided?: Provided | null;
  unredeemed?: SavedUnredeemed;
}

/** A finished exchange with the messages of login protocols in it. */
export interface ProtocolInput {
  exchange: Exchange;
  ref: ExchangeRef;
  /** Site of the page on whose behalf it was made. */
  pageSite: string | undefined;
  messages: readonly AuthMessage[];
  set: string[];
  /** Ids of what is new, or has a new value. */
  gave: string[];
  /** Those of them that are cookies. */
  cookies: string[];
  /** Its host has a cookie of a login by now. */
  isKnown(): boolean;
  signedIn(site: string): boolean;
}

/** What a provider gave when somebody had answered its page, and where it sent the browser then. */
interface Provided {
  target: string;
  login: ExchangeRef;
  at: Millis;
  cookies: string[];
}

/**
 * Recognises logins at a site that relies on another one: OAuth and OpenID Connect callbacks and
 * token requests, SAML and WS-Federation posts, tickets of CAS. Single sign-on logs in at site
 * after site, though a password is given once.
 */
export class ProtocolLogins {
  /** Addresses to which an authorization server sent the browser with an answer. */
  #awaited: string[] = [];
  /**
   * Addresses to which an authorization server was asked to send a code; an answer need have no
   * state.
   */
  #asked: string[] = [];
  #last = new Map<string, { login: ExchangeRef; at: Millis }>();
  #provided: Provided | null = null;
  #unredeemed = new UnredeemedCode();

  exchange(input: ProtocolInput): LoginStep[] {
    const { exchange, ref, set, signedIn } = input;
    const refused = this.#unredeemed.refusedBy(exchange);
    if (refused.length > 0) return refused;
    const provided = this.#provided;
    const site = this.#siteOf(input);
    if (site === undefined) return [];
    const at = exchange.startedAt;
    if (!signedIn(site)) {
      this.#note(site, ref, at);
      if (input.gave.length === 0) this.#unredeemed.note(exchange, ref);
      return [{ login: ref, at, set, first: true, site }, ...byProvider(provided, exchange)];
    }
    const last = this.#last.get(site);
    if (last && at - last.at < STEPS_WITHIN) return [{ login: last.login, at, set, first: false }];
    return isBehindProvider(input) ? [{ login: ref, at, set: input.cookies, first: false }] : [];
  }

  save(): SavedProtocolLogins {
    const [awaited, asked, provided] = [this.#awaited, this.#asked, this.#provided];
    const unredeemed = this.#unredeemed.save();
    return { awaited, asked, last: [...this.#last], provided, unredeemed };
  }

  restore(saved: SavedProtocolLogins): void {
    this.#awaited = saved.awaited;
    this.#asked = saved.asked ?? [];
    this.#last = new Map(saved.last);
    this.#provided = saved.provided ?? null;
    this.#unredeemed = new UnredeemedCode(saved.unredeemed);
  }

  #note(site: string, login: ExchangeRef, at: Millis): void {
    setLatest(this.#last, site, { login, at }, KEPT);
  }

  /** Site at which this exchange logs somebody in. */
  #siteOf(input: ProtocolInput): string | undefined {
    const { exchange, pageSite, messages, gave } = input;
    const { url, response } = exchange;
    const accepted = (response?.status ?? 500) < 400;
    const called = this.#takeCallback(url) || this.#takeCode(url);
    const isTicket = !input.signedIn(siteOf(url)) && isTicketTaken(exchange, gave);
    let site = (called || isTicket) && accepted ? siteOf(url) : undefined;
    for (const message of messages) {
      if (accepted) site ??= siteOfMessage(message, exchange, pageSite, gave);
      if (message.kind === 'authorization-request') this.#ask(message.params.get('redirect_uri'));
      if (
        message.kind === 'authorization-response' &&
        !message.params.has('error') &&
        message.mode !== 'form_post'
      )
        this.#await(message.target, input);
    }
    return site;
  }

  #ask(target: string | undefined): void {
    if (target === undefined || parseUrl(target) === undefined) return;
    this.#asked = withLatest(this.#asked, pageAddress(target), KEPT);
  }

  /**
   * True for the request that brings a code to where it was to be sent (RFC 6749 §4.1.2); once for
   * each.
   */
  #takeCode(url: string): boolean {
    const place = pageAddress(url);
    if (!this.#asked.includes(place)) return false;
    if (!new URLSearchParams(parseUrl(url)?.search).has('code')) return false;
    this.#asked = this.#asked.filter((one) => one !== place);
    return true;
  }

  #await(target: string, { exchange, ref: login, cookies }: ProtocolInput): void {
    this.#awaited = [...this.#awaited, pageAddress(target)].slice(-KEPT);
    const { method, startedAt: at } = exchange;
    const isGiven = method === 'POST' && cookies.length > 0;
    this.#provided = isGiven ? { target: pageAddress(target), login, at, cookies } : null;
  }

  /** True for the request that brings such an answer; once for each. */
  #takeCallback(url: string): boolean {
    const index = this.#awaited.indexOf(pageAddress(url));
    if (index < 0 || !parseUrl(url)?.search) return false;
    this.#awaited = this.#awaited.toSpliced(index, 1);
    this.#asked = this.#asked.filter((one) => one !== pageAddress(url));
    return true;
  }
}

/**
 * What the provider gave that sent the browser here, where it is another host of this very site: a
 * login of its own, though one is told.
 */
function byProvider(provided: Provided | null, { url, startedAt }: Exchange): LoginStep[] {
  if (provided?.target !== pageAddress(url) || startedAt - provided.at > STEPS_WITHIN) return [];
  const { login, at, cookies: set } = provided;
  const isOwn = siteOf(login.url) === siteOf(url) && originOf(login.url) !== originOf(url);
  return isOwn ? [{ login, at, set, first: false }] : [];
}

/**
 * Somebody logged in at the provider, which is another host of this very site; what answers its
 * message gives the host that relies on it a session of its own.
 */
function isBehindProvider({ exchange, messages, cookies, isKnown }: ProtocolInput): boolean {
  const isTokens = messages.some(({ kind }) => kind === 'token-request');
  const isDocument = exchange.type === 'document' || exchange.type === 'frame';
  return cookies.length > 0 && isDocument && !isTokens && !isKnown();
}
