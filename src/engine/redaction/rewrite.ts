import { parseJson } from '../normalize/bodies/json-strings.js';
import {
  asksSecurityQuestion,
  isAnswer,
  isSecurityAnswer,
} from '../normalize/passwords/security-answer.js';
import { rewriteTyped } from '../normalize/passwords/typed-passwords.js';
import { decodePercent, rewriteBetween } from '../normalize/addresses/raw-url.js';
import { isSecretName } from '../values/telling/mask.js';
import { isEncodedAddress, rewriteEncoded } from './encode-like.js';
import { isFollowed } from './followed.js';
import { leadsSomewhere } from './judged.js';
import { rewriteCommands, rewriteText, rewriteWritten, type TextWriter } from './named-text.js';
import { isEmail, isPersonal, isPersonalClaim, isPersonalHeader } from './personal.js';
import { rewriteBaggage } from './rewrite-baggage.js';
import { rewriteJson } from './rewrite-json.js';
import { rewriteBytes } from './rewrite-bytes.js';
import { rewriteCookies, rewriteSetCookies } from './rewrite-cookies.js';
import { rewriteLinks } from './rewrite-links.js';
import { rewriteUnbroken } from './quoted-printable.js';
import { rewriteParts } from './rewrite-parts.js';
import { RewriteAddress } from './rewrite-address.js';
import { rewriteArguments } from './rewrite-arguments.js';
import { isPage, rewriteMarkup } from './rewrite-markup.js';
import { type PageWriter, rewriteEmbedded, rewritePage } from './rewrite-page.js';
import { rewriteTable } from './rewrite-table.js';
import { RewriteAuthorization } from './rewrite-authorization.js';
import type { Visitor } from './visitor.js';

/** Addresses in addresses, JSON in JSON. */
const MAX_DEPTH = 5;
/** A section of other formats begins with a bracket as well: `[default]`. */
const BEGINS_JSON = /^\s*(?:\{\s*["}]|\[\s*(?:["{[\]\d-]|true|false|null)|")/;
/** A form has no more. */
const MOST_ASKED = 8_192;
/** Signs that no text has but at its end (STOMP): bytes that a recorder wrote as one. */
// oxlint-disable-next-line no-control-regex -- these very characters are meant
const BYTES = /[\0-\x08](?!\s*$)/;
/** Shorter ones have no room for a name and a secret. */
const LEAST_TEXT = 12;

/** Traffic's own ways to write values with names: each of them is read, and written as it was. */
export class Rewrite {
  readonly #visitor: Visitor;
  readonly #authorization: RewriteAuthorization;
  readonly #addresses: RewriteAddress;
  /** In the body that is read stands a question that one person answers. */
  #asksQuestion = false;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
    this.#authorization = new RewriteAuthorization(visitor, (address) => this.url(address));
    this.#addresses = new RewriteAddress(visitor, this.#authorization, (name, value, depth) =>
      this.named(name, value, depth),
    );
  }

  header(name: string, value: string): string {
    const lower = name.toLowerCase();
    if (lower === 'cookie') return rewriteCookies(value, this.#ofCookie);
    if (lower === 'set-cookie') return rewriteSetCookies(value, this.#ofCookie);
    if (/^(?:www|proxy)-authenticate$/.test(lower)) return this.#authorization.challenge(value);
    if (lower.endsWith('authorization')) return this.#authorization.value(value);
    if (lower === ':authority') return this.url(`//${value}`).slice(2);
    if (lower === 'link') return rewriteLinks(value, (address) => this.url(address));
    if (lower === 'baggage') return rewriteBaggage(value, this.#ofBaggage);
    if (/^(?:location|referer|content-location|:path|origin|refresh)$/.test(lower))
      return this.url(value);
    if (isPersonalHeader(name)) return this.#visitor.value('person', name, value);
    return this.named(name, value);
  }

  /** A cookie of a list, or one that stands in a header. */
  cookie(name: string, value: string): string {
    const quoted = /^"(.*)"$/s.exec(value)?.[1];
    if (quoted !== undefined) return `"${this.cookie(name, quoted)}"`;
    return rewriteEncoded(value, (plain) => {
      const other = this.#visitor.value('cookie', name, plain);
      return other === plain ? this.#within(plain, 1) : other;
    });
  }

  /** What a trace tells of who asks is called as in claims. */
  readonly #ofBaggage = (name: string, value: string) =>
    isPersonalClaim(name) ? this.#visitor.value('person', name, value) : this.named(name, value);
  readonly #ofCookie = (name: string, value: string) => this.cookie(name, value);
  readonly #named = (name: string, value: string) => this.named(name, value);

  /** A value with its name: a header's, a parameter's, a field's, a member's. */
  named(name: string, raw: string, depth = 0): string {
    if (raw === '') return raw;
    return rewriteEncoded(raw, (plain) => {
      const isPassword = this.#visitor.isPassword(name) || this.#isAnswer(name);
      const typed = isPassword ? this.#visitor.value('password', name, plain) : plain;
      if (typed !== plain || (isPassword && !leadsSomewhere(name, plain))) return typed;
      if (isEncodedAddress(plain) && depth < MAX_DEPTH) return this.named(name, plain, depth + 1);
      const isLedOn = isFollowed(plain) && !isSecretName(name);
      const place = isPersonal(name) || isEmail(plain) ? 'person' : 'field';
      const other = isLedOn ? plain : this.#visitor.value(place, name, plain);
      if (other !== plain) return other;
      if (this.#visitor.isTyped(name, plain)) return this.#visitor.value('typed', name, plain);
      return this.#within(plain, depth + 1);
    });
  }

  url(address: string, depth = 0): string {
    return this.#addresses.url(address, depth);
  }

  body(mimeType: string, source: string): string {
    const mime = mimeType.split(';', 1)[0]!.trim().toLowerCase();
    if (source === '') return source;
    this.#asksQuestion = source.length <= MOST_ASKED && asksSecurityQuestion(source);
    if (BEGINS_JSON.test(source) || mime.endsWith('json')) return this.json(source);
    if (mime === 'application/x-www-form-urlencoded') return this.#form(source);
    if (mime === 'multipart/form-data')
      return rewriteParts(mimeType, source, this.#named, (type, text) => this.body(type, text));
    const called = rewriteArguments(mime, source, (one) => this.#password(one));
    if (called !== source) return this.text(called);
    if (source.includes('<')) return this.#markup(mime, source);
    if (/script/.test(mime)) return this.text(rewriteEmbedded(source, this.#ofPage), true);
    if (mime.endsWith('css')) return this.text(source, true);
    if (/csv|tab-separated/.test(mime)) return rewriteTable(source, this.#named);
    if (BYTES.test(source)) return this.#within(this.bytes(source), 1);
    const word = source.trim();
    if (/\s/.test(word)) return this.#within(source, 1);
    return source.replace(word, () => this.named('', word));
  }

  /** Bytes, each as one character: words among them that chance made. */
  bytes(source: string): string {
    return rewriteBytes(source, this.#visitor);
  }

  /** A text that is of no form of its own; `isWritten`: a page, a script, a style. */
  text(source: string, isWritten = source.includes('<'), depth = 0): string {
    return rewriteUnbroken(source, (plain) => {
      const typed = rewriteTyped(plain, (one) => this.#password(one));
      const writer = this.#writerAt(depth);
      return isWritten ? rewriteWritten(typed, writer) : rewriteText(typed, writer);
    });
  }

  /** A message of a socket. */
  message(source: string): string {
    return rewriteCommands(this.body('', source), this.#writerAt(0));
  }

  readonly #ofPage: PageWriter = {
    lone: (word) => this.#visitor.value('field', '', word),
    pair: (name, value) => this.named(decodePercent(name), value),
    json: (source) => this.json(source),
    note: (text) => this.text(text, false),
  };

  #isAnswer(name: string): boolean {
    return isSecurityAnswer(name) || (this.#asksQuestion && isAnswer(name));
  }

  #password(value: string): string {
    return this.#visitor.value('password', 'password', value);
  }

  /** What stands behind a name in a text is looked into no further, but for addresses. */
  #writerAt(depth: number): TextWriter {
    const visitor = this.#visitor;
    const random = (name: string, value: string) => visitor.value('field', name, value);
    return {
      header: (name, value) => this.header(name, value),
      named: (name, value) =>
        visitor.isPassword(name) ? visitor.value('password', name, value) : random(name, value),
      random,
      code: (value) => visitor.value('authorization', 'code', value),
      url: (address) => (depth < MAX_DEPTH ? this.url(address, depth + 1) : address),
      isPassword: (name) => visitor.isPassword(name),
    };
  }

  json(source: string, depth = 0): string {
    return rewriteJson(source, this.#visitor, (name, value) => this.named(name, value, depth));
  }

  #within(plain: string, depth: number): string {
    if (depth > MAX_DEPTH) return plain;
    if (/^\s*[{[]/.test(plain) && parseJson(plain) !== undefined) return this.json(plain, depth);
    const isOneWord = !/\s/.test(plain);
    if (isOneWord && /:\/\/|^\/[^/]*\?/.test(plain)) return this.url(plain, depth);
    if (/^[^\s=&;@(]{1,256}=[^\s;]*$/.test(plain)) return this.#form(plain, depth);
    return plain.length < LEAST_TEXT ? plain : this.text(plain, undefined, depth);
  }

  #form(source: string, depth = 0): string {
    return rewriteBetween(source, /&/g, (pair) => this.#addresses.pair(pair, depth));
  }

  #markup(mime: string, source: string): string {
    const told = rewriteMarkup(mime, source, this.#visitor, this.#named);
    return this.text(isPage(mime, source) ? rewritePage(told, this.#ofPage) : told, true);
  }
}
