import type { Body, Exchange, Header, LoginForm } from '../../model.js';
import { LIMITS } from '../../settings.js';
import { memo } from '../../memo.js';
import { NamedPasswords, type Told } from './named-passwords.js';
import { withoutTextPasswords } from './without-passwords.js';

/** Names of login protocols stay what the protocol says, whatever a page calls its field. */
const PROTOCOL = /^(?:code|state|nonce|scope|client_id|grant_type|response_type|redirect_uri)$/;

/**
 * Headers that hold an address of the page that a request came from, or of the one that its answer
 * leads to.
 */
const SAYS_PAGE: ReadonlySet<string> = new Set(['referer', 'origin', 'location']);

export type SavedPasswordFields = [site: string, names: string[]][];

/** What the pages of each site call their fields for passwords, as the pages themselves say. */
export class PasswordFields {
  readonly #sites: Map<string, Set<string>>;
  readonly #keyOf: (url: string) => string;

  /** `keyOf`: what addresses of one site have in common. */
  constructor(keyOf: (url: string) => string, saved: SavedPasswordFields = []) {
    this.#keyOf = keyOf;
    this.#sites = new Map(saved.map(([site, names]) => [site, new Set(names)]));
  }

  save(): SavedPasswordFields {
    return [...this.#sites].map(([site, names]) => [site, [...names]]);
  }

  /** Remembers what a page at this address calls its fields for passwords; true: it is news. */
  learn(url: string, names: readonly string[] = []): boolean {
    const told = names.filter((name) => name !== '' && !PROTOCOL.test(name));
    if (told.length === 0) return false;
    const site = this.#keyOf(url);
    const before = this.#sites.get(site) ?? new Set();
    const known = new Set([...before, ...told].slice(-LIMITS.passwordNames));
    this.#sites.delete(site);
    this.#sites.set(site, known);
    const [oldest] = this.#sites.keys();
    if (this.#sites.size > LIMITS.passwordSites && oldest !== undefined) this.#sites.delete(oldest);
    return told.some((name) => !before.has(name));
  }

  /** The fields of a form that was submitted, for its page and for where it goes. */
  learnForm({
    pageUrl,
    actionUrl,
    fields,
  }: Pick<LoginForm, 'pageUrl' | 'actionUrl' | 'fields'>): boolean {
    const names = fields.filter(({ type }) => type === 'password').map(({ name }) => name);
    return [pageUrl, actionUrl].map((url) => this.learn(url, names)).includes(true);
  }

  /** The exchange without what stands under those names, wherever it stands. */
  clean(exchange: Exchange): Exchange {
    if (this.#sites.size === 0) return exchange;
    const { initiator, request, response } = exchange;
    const named = this.#at(initiator, ...addressesOf(exchange, request.headers, response?.headers));
    return named ? named.exchange(exchange) : exchange;
  }

  /** What the browser or DevTools tells of a request, in the same way. */
  cleanTold<T extends Told & { initiator?: string }>(told: T, pageUrl?: string): T {
    const { headers, requestHeaders, responseHeaders } = told;
    const addresses = addressesOf(told, headers, requestHeaders, responseHeaders);
    return this.#at(pageUrl, told.initiator, ...addresses)?.told(told) ?? told;
  }

  /** A request's body without what stands under those names. */
  cleanBody(body: Body, ...urls: (string | undefined)[]): Body {
    return this.#at(...urls)?.sent(body) ?? body;
  }

  /** An address without what stands under those names in it. */
  cleanUrl(url: string): string {
    return this.#at(url)?.address(url) ?? url;
  }

  /** A text that is sent to an address, without passwords: also those that a page calls so. */
  cleanText(source: string, ...urls: (string | undefined)[]): string {
    return this.#at(...urls)?.text(source) ?? withoutTextPasswords(source);
  }

  #at(...urls: (string | undefined)[]): NamedPasswords | undefined {
    if (this.#sites.size === 0) return undefined;
    const sites = new Set(urls.flatMap((url) => (url === undefined ? [] : [this.#keyOf(url)])));
    const names = [...sites].flatMap((site) => [...(this.#sites.get(site) ?? [])]);
    return names.length === 0 ? undefined : namedPasswords(names.join('\0'));
  }
}

/**
 * Of names with a NUL between them: for the same names the same, which knows what it found clean.
 */
const namedPasswords = memo((names) => new NamedPasswords(names.split('\0')));

/** Where a request goes, where it says that it comes from, and where its answer sends. */
function addressesOf(
  { url, topUrl, redirectUrl }: Told,
  ...blocks: (readonly Header[] | undefined)[]
): (string | undefined)[] {
  const named = blocks.flatMap((headers) =>
    (headers ?? []).filter(({ name }) => SAYS_PAGE.has(name)),
  );
  return [url, topUrl, redirectUrl, ...named.map(({ value }) => value)];
}
