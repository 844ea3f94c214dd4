import type { Body, BodyField, Exchange, Header } from '../model.js';
import { withoutHeaderPassword } from './header-password.js';
import { type IsPassword, isPasswordField, tokensOf } from './password-field.js';
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

  constructor(names: Iterable<string>) {
    this.#names = new Set([...names].map((name) => tokensOf(name).join('/')));
  }

  /** All places of a request in which a form's field can come again: a page is sent on, and echoes. */
  exchange(exchange: Exchange): Exchange {
    const { request, response, messages } = this.told(exchange);
    return {
      ...this.told(exchange),
      request: {
        ...request,
        headers: this.#headers(request.headers),
        ...(request.body && { body: this.sent(request.body) }),
      },
      ...(response && {
        response: {
          ...response,
          headers: this.#headers(response.headers),
          ...(response.body && { body: this.received(response.body) }),
        },
      }),
      ...(messages && {
        messages: messages.map((one) => ({
          ...one,
          body: one.direction === 'sent' ? this.sent(one.body) : this.received(one.body),
        })),
      }),
    };
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
    return { ...told, ...clean };
  }

  /** Form data, JSON, XML, or any text. */
  text(source: string): string {
    return withoutTextPasswords(source, this.#isPassword);
  }

  address(address: string): string {
    return withoutPasswords(address, this.#isPassword);
  }

  /** A body that was sent: that it had a password is told, for it makes a login. */
  sent(body: Body): Body {
    const dropped = body.fields.find(
      (field) => this.#isIn(body, field.pointer) || this.#field(field).value !== field.value,
    );
    const kept = this.received(body);
    return dropped ? { ...kept, passwordField: body.passwordField ?? dropped.pointer } : kept;
  }

  /** A body that came back: what it holds may be an echo. */
  received(body: Body): Body {
    const fields = body.fields
      .filter(({ pointer }) => !this.#isIn(body, pointer))
      .map((field) => this.#field(field));
    return { ...body, fields };
  }

  #headers(headers: readonly Header[]): Header[] {
    return headers.map((header) => ({
      ...header,
      value: withoutHeaderPassword(header.name, header.value, this.#isPassword),
    }));
  }

  #field({ pointer, value }: BodyField): BodyField {
    return { pointer, value: withoutTextPasswords(value, this.#isPassword) };
  }

  #isIn({ kind }: Body, pointer: string): boolean {
    return this.#isNamed(pointer, kind === 'json' || kind === 'html');
  }

  /** Of JSON any end of the pointer counts: `/variables/input/secret`. */
  #isNamed(pointer: string, anyEnd: boolean): boolean {
    const tokens = tokensOf(pointer);
    if (this.#names.has(tokens.join('/'))) return true;
    return anyEnd && tokens.some((_token, at) => this.#names.has(tokens.slice(at).join('/')));
  }

  readonly #isPassword: IsPassword = (name) =>
    this.#isNamed(name, name.startsWith('/')) || isPasswordField(name);
}
