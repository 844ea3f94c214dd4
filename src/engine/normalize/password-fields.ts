import type { Body, Exchange, Header, LoginForm } from '../model.js';
import { LIMITS } from '../settings.js';
import { isPasswordField } from './password-field.js';
import { parseUrl, siteOf } from './site.js';
import { type IsPassword, withoutPasswords } from './without-passwords.js';

/** Names of login protocols stay what the protocol says, whatever a page calls its field. */
const PROTOCOL = /^(?:code|state|nonce|scope|client_id|grant_type|response_type|redirect_uri)$/;

export type SavedPasswordFields = [site: string, names: string[]][];

/** What the pages of each site call their fields for passwords, as the pages themselves say. */
export class PasswordFields {
  readonly #sites: Map<string, Set<string>>;

  constructor(saved: SavedPasswordFields = []) {
    this.#sites = new Map(saved.map(([site, names]) => [site, new Set(names)]));
  }

  save(): SavedPasswordFields {
    return [...this.#sites].map(([site, names]) => [site, [...names]]);
  }

  /** Remembers what a page at this address calls its fields for passwords. */
  learn(url: string, names: readonly string[] = []): void {
    const told = names.filter((name) => name !== '' && !PROTOCOL.test(name));
    if (told.length === 0) return;
    const site = siteOf(url);
    const known = new Set([...(this.#sites.get(site) ?? []), ...told].slice(-LIMITS.passwordNames));
    this.#sites.delete(site);
    this.#sites.set(site, known);
    const [oldest] = this.#sites.keys();
    if (this.#sites.size > LIMITS.passwordSites && oldest !== undefined) this.#sites.delete(oldest);
  }

  /** The fields of a form that was submitted, for its page and for where it goes. */
  learnForm({ pageUrl, actionUrl, fields }: Pick<LoginForm, 'pageUrl' | 'actionUrl' | 'fields'>) {
    const names = fields.filter(({ type }) => type === 'password').map(({ name }) => name);
    for (const url of [pageUrl, actionUrl]) this.learn(url, names);
  }

  /** The exchange without what was sent under those names. */
  clean(exchange: Exchange): Exchange {
    const { url, topUrl, initiator, request, messages } = exchange;
    const names = this.#namesAt(url, topUrl, initiator, ...callers(request.headers));
    if (!names) return exchange;
    const isPassword: IsPassword = (name) => names.has(name) || isPasswordField(name);
    const address = (one: string) => withoutPasswords(one, isPassword);
    const { body } = request;
    return {
      ...exchange,
      url: address(url),
      ...(topUrl === undefined ? {} : { topUrl: address(topUrl) }),
      request: {
        headers: request.headers.map((header) =>
          header.name === 'referer' ? { ...header, value: address(header.value) } : header,
        ),
        ...(body ? { body: withoutNamed(body, names) } : {}),
      },
      ...(messages
        ? { messages: messages.map((one) => ({ ...one, body: withoutNamed(one.body, names) })) }
        : {}),
    };
  }

  /** A request's body without what stands under those names. */
  cleanBody(body: Body, ...urls: (string | undefined)[]): Body {
    const names = this.#namesAt(...urls);
    return names ? withoutNamed(body, names) : body;
  }

  /** What DevTools tells of a request, in the same way. */
  cleanEntry<T extends { url: string; requestBody?: Body }>(entry: T, pageUrl: string): T {
    const { url, requestBody } = entry;
    return {
      ...entry,
      url: this.cleanUrl(url),
      ...(requestBody ? { requestBody: this.cleanBody(requestBody, url, pageUrl) } : {}),
    };
  }

  /** An address without what stands under those names in it. */
  cleanUrl(url: string): string {
    const names = this.#namesAt(url);
    return names ? withoutPasswords(url, (name) => names.has(name)) : url;
  }

  #namesAt(...urls: (string | undefined)[]): ReadonlySet<string> | undefined {
    if (this.#sites.size === 0) return undefined;
    const names = urls.flatMap((url) =>
      url === undefined ? [] : [...(this.#sites.get(siteOf(url)) ?? [])],
    );
    return names.length === 0 ? undefined : new Set(names);
  }
}

function withoutNamed(body: Body, names: ReadonlySet<string>): Body {
  const isNamed = (pointer: string) =>
    names.has(pointer) || (body.kind === 'json' && names.has(pointer.split('/').at(-1)!));
  const dropped = body.fields.find(({ pointer }) => isNamed(pointer));
  return dropped === undefined
    ? body
    : {
        ...body,
        fields: body.fields.filter(({ pointer }) => !isNamed(pointer)),
        passwordField: body.passwordField ?? dropped.pointer,
      };
}

/** The page that a request says it comes from. */
function callers(headers: readonly Header[]): string[] {
  return headers
    .filter(({ name, value }) => (name === 'referer' || name === 'origin') && parseUrl(value))
    .map(({ value }) => value);
}
