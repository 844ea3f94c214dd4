import type { Exchange, ExchangeRef, Millis } from '../model.js';
import { parseUrl, siteOf, pageAddress } from '../normalize/site.js';
import type { AuthMessage } from '../flows/auth-message.js';
import type { LoginStep } from './login-step.js';

/**
 * How long the steps of one login may lie apart: the callback, the token request, the first page.
 */
const STEPS_WITHIN: Millis = 60_000;
const KEPT = 16;
/** RFC 8693: one token for another, which says of no person that he came just now. */
const EXCHANGE = /token-exchange$/;

export interface SavedProtocolLogins {
  awaited: string[];
  /** Absent in what an older version saved. */
  asked?: string[];
  last: [string, { login: ExchangeRef; at: Millis }][];
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
  signedIn(site: string): boolean;
}

/**
 * Recognises logins at a site that relies on another one: OAuth and OpenID Connect callbacks and
 * token requests, SAML and WS-Federation posts. Single sign-on logs in at site after site, though
 * a password is given once.
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

  exchange(input: ProtocolInput): LoginStep[] {
    const { exchange, ref, set, signedIn } = input;
    const site = this.#siteOf(input);
    if (site === undefined) return [];
    const at = exchange.startedAt;
    if (!signedIn(site)) {
      this.#note(site, ref, at);
      return [{ login: ref, at, set, first: true, site }];
    }
    const last = this.#last.get(site);
    return last && at - last.at < STEPS_WITHIN
      ? [{ login: last.login, at, set, first: false }]
      : [];
  }

  save(): SavedProtocolLogins {
    return { awaited: this.#awaited, asked: this.#asked, last: [...this.#last] };
  }

  restore(saved: SavedProtocolLogins): void {
    this.#awaited = saved.awaited;
    this.#asked = saved.asked ?? [];
    this.#last = new Map(saved.last);
  }

  #note(site: string, login: ExchangeRef, at: Millis): void {
    this.#last.delete(site);
    this.#last.set(site, { login, at });
    if (this.#last.size > KEPT) this.#last.delete(this.#last.keys().next().value!);
  }

  /** Site at which this exchange logs somebody in. */
  #siteOf({ exchange, pageSite, messages, gave }: ProtocolInput): string | undefined {
    const { url, response } = exchange;
    const accepted = (response?.status ?? 500) < 400;
    const called = this.#takeCallback(url) || this.#takeCode(url);
    let site = called && accepted ? siteOf(url) : undefined;
    for (const message of messages) {
      if (accepted) site ??= siteOfMessage(message, exchange, pageSite, gave);
      if (message.kind === 'authorization-request') this.#ask(message.params.get('redirect_uri'));
      if (
        message.kind === 'authorization-response' &&
        !message.params.has('error') &&
        message.mode !== 'form_post'
      )
        this.#await(message.target);
    }
    return site;
  }

  #ask(target: string | undefined): void {
    if (target === undefined || parseUrl(target) === undefined) return;
    const place = pageAddress(target);
    this.#asked = [...this.#asked.filter((one) => one !== place), place].slice(-KEPT);
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

  #await(target: string): void {
    this.#awaited = [...this.#awaited, pageAddress(target)].slice(-KEPT);
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

function siteOfMessage(
  { kind, mode, params, answer, target }: AuthMessage,
  { url }: Exchange,
  pageSite: string | undefined,
  gave: string[],
): string | undefined {
  const tokens = (from: ReadonlyMap<string, string>) =>
    from.has('access_token') || from.has('id_token');
  const grant = params.get('grant_type') ?? '';
  switch (kind) {
    // Codes of a message, of an app, of a key: every service names its own (RFC 6749 §4.5).
    case 'token-request':
      return grant !== '' && !EXCHANGE.test(grant) && tokens(answer)
        ? (pageSite ?? siteOf(url))
        : undefined;
    case 'authorization-response':
      if (mode === 'fragment') return tokens(params) ? siteOf(target) : undefined;
      return mode === 'form_post' && !params.has('error') && gave.length > 0
        ? siteOf(url)
        : undefined;
    case 'saml-response':
    case 'ws-federation-response':
      return gave.length > 0 ? siteOf(url) : undefined;
    default:
      return undefined;
  }
}
