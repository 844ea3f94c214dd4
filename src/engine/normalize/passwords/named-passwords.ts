import { memoOfOwner } from '../../memo.js';
import type { Body, BodyField, Exchange, Header } from '../../model.js';
import { withoutHeaderPassword } from './header-password.js';
import { newPasswordIn } from './new-password.js';
import { type IsPassword, isPasswordField, PASSWORD_MARK, tokensOf } from './password-field.js';
import { parseUrl } from '../addresses/site.js';
import { isOfThing } from './thing-password.js';
import { withoutPasswords, withoutTextPasswords } from './without-passwords.js';

/** What may be told of one moment of a request, or of all of it; whatever else it has stays. */
export interface Told {
  url?: string;
  topUrl?: string;
  redirectUrl?: string;
  error?: string;
  headers?: Header[];
  requestHeaders?: Header[];
  responseHeaders?: Header[];
  requestBody?: Body;
  responseBody?: Body;
}

const ADDRESSES = ['url', 'topUrl', 'redirectUrl'] as const;
const HEADERS = ['headers', 'requestHeaders', 'responseHeaders'] as const;

/** Takes out what stands under the names that pages gave to their fields for passwords. */
export class NamedPasswords {
  readonly #names: ReadonlySet<string>;
  /** The last token of each name. */
  readonly #lastTokens: readonly string[];
  /** What was found clean: what is asked for again is the very same. */
  readonly #clean = new WeakSet<Exchange | Header>();

  constructor(names: Iterable<string>) {
    this.#names = new Set([...names].map((name) => tokensOf(name).join('/')));
    this.#lastTokens = [...this.#names].map((name) => name.slice(name.lastIndexOf('/') + 1));
  }

  /**
   * All places of a request in which a form's field can come again: a page is sent on, and echoes.
   * The same object where nothing is in any of them.
   */
  exchange(exchange: Exchange): Exchange {
    if (this.#clean.has(exchange)) return exchange;
    const cleaned = this.#exchange(exchange);
    this.#clean.add(cleaned);
    return cleaned;
  }

  #exchange(exchange: Exchange): Exchange {
    const { request, response, messages } = exchange;
    const told = this.told(exchange);
    const parameter = told.url === exchange.url ? undefined : this.#parameterIn(told.url);
    const clean = {
      ...told,
      ...(parameter !== undefined && { passwordParameter: parameter }),
      request: withMembers(request, {
        headers: this.#headers(request.headers),
        ...(request.body && { body: this.sent(request.body) }),
      }),
      ...(response && {
        response: withMembers(response, {
          headers: this.#headers(response.headers),
          ...(response.body && { body: this.received(response.body) }),
        }),
      }),
      ...(messages && {
        messages: sameList(
          messages,
          messages.map((one) =>
            withMembers(one, {
              body: one.direction === 'sent' ? this.sent(one.body) : this.received(one.body),
            }),
          ),
        ),
      }),
    };
    return withMembers(exchange, clean);
  }

  told<T extends Told>(told: T): T {
    const clean: Told = {};
    for (const key of ADDRESSES) {
      const address = told[key];
      if (address !== undefined) clean[key] = this.address(address);
    }
    for (const key of HEADERS) {
      const headers = told[key];
      if (headers) clean[key] = this.#headers(headers);
    }
    if (told.error !== undefined) clean.error = withoutTextPasswords(told.error, this.#isPassword);
    if (told.requestBody) clean.requestBody = this.sent(told.requestBody);
    if (told.responseBody) clean.responseBody = this.received(told.responseBody);
    return withMembers<Told>(told, clean) as T;
  }

  /** Form data, JSON, XML, or any text. */
  text(source: string): string {
    return withoutTextPasswords(source, this.#isPassword);
  }

  readonly address = memoOfOwner(
    (address) => withoutPasswords(address, this.#isPassword),
    (address, clean) => address === clean,
  );

  /** A body that was sent: that it had a password is told, for it makes a login. */
  sent(body: Body): Body {
    const all = body.fields.filter(
      (field) => this.#isIn(body, field.pointer) || this.#field(field) !== field,
    );
    if (all[0]) return this.#without(body, all[0], all);
    const told = body.given?.find((name) => this.#isNamed(name, false));
    return told === undefined ? body : withMembers(body, { toldPassword: told });
  }

  /** What held a password has lost it, and that is told. */
  #without(body: Body, dropped: BodyField, all: readonly BodyField[]): Body {
    const { weakPassword: _, ...rest } = this.received(body);
    const newPassword = body.newPassword ?? newPasswordIn(all.map(({ pointer }) => pointer));
    return {
      ...rest,
      ...(all.every(isOfThing) && { weakPassword: true }),
      passwordField: body.passwordField ?? dropped.pointer,
      ...(newPassword && { newPassword }),
    };
  }

  /** The parameter that lost its value, by the name that a page gave it. */
  #parameterIn(url: string): string | undefined {
    const parameters = [...new URLSearchParams(parseUrl(url)?.search)];
    const isOne = ([name, value]: [string, string]) =>
      value === PASSWORD_MARK && this.#isNamed(name, false);
    return parameters.find(isOne)?.[0];
  }

  /** A body that came back: what it holds may be an echo. */
  received(body: Body): Body {
    const fields = body.fields
      .filter(({ pointer }) => !this.#isIn(body, pointer))
      .map((field) => this.#field(field));
    return withMembers(body, { fields: sameList(body.fields, fields) });
  }

  #headers(headers: Header[]): Header[] {
    const clean = headers.map((header) => this.#header(header));
    return sameList(headers, clean);
  }

  #header(header: Header): Header {
    if (this.#clean.has(header)) return header;
    const value = withoutHeaderPassword(header.name, header.value, this.#isPassword);
    const clean = withMembers(header, { value });
    this.#clean.add(clean);
    return clean;
  }

  #field(field: BodyField): BodyField {
    return withMembers(field, { value: withoutTextPasswords(field.value, this.#isPassword) });
  }

  #isIn({ kind }: Body, pointer: string): boolean {
    return this.#isNamed(pointer, kind === 'json' || kind === 'html');
  }

  /** Of JSON any end of the pointer counts: `/variables/input/secret`. */
  #isNamed(pointer: string, anyEnd: boolean): boolean {
    if (!pointer.includes('~') && !this.#lastTokens.some((name) => pointer.includes(name)))
      return false;
    const tokens = tokensOf(pointer);
    if (this.#names.has(tokens.join('/'))) return true;
    return anyEnd && tokens.some((_token, at) => this.#names.has(tokens.slice(at).join('/')));
  }

  readonly #isPassword: IsPassword = Object.assign(
    memoOfOwner((name) => this.#isNamed(name, name.startsWith('/')) || isPasswordField(name)),
    {
      mayBeIn: (text: string) =>
        isPasswordField.mayBeIn(text) || this.#lastTokens.some((name) => mayBeNamed(text, name)),
    },
  );
}

/** A name as it stands in a text; in form data a blank may be a plus. */
function mayBeNamed(text: string, name: string): boolean {
  return text.includes(name) || (name.includes(' ') && text.includes('+'));
}

/** With these members; the same object where it has them already. */
function withMembers<T extends object>(whole: T, members: Partial<T>): T {
  const same = Object.entries(members).every(([key, value]) => whole[key as keyof T] === value);
  return same ? whole : { ...whole, ...members };
}

/** The list with these members; the same one where it has them already. */
function sameList<T>(list: T[], members: T[]): T[] {
  const same = list.length === members.length && list.every((one, at) => one === members[at]);
  return same ? list : members;
}
