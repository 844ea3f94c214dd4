import { rewritePathPasswords } from '../normalize/passwords/path-password.js';
import { namesByLetters } from '../normalize/passwords/without-passwords.js';
import {
  decodePercent,
  rewriteBetween,
  splitPair,
  splitUrl,
} from '../normalize/addresses/raw-url.js';
import { redactUrl } from '../values/telling/redact.js';
import { isSentCode, isSentId, isShortId } from '../values/telling/sent.js';
import { rewriteEncoded } from './encode-like.js';
import { isEmail } from './personal.js';
import type { RewriteAuthorization } from './rewrite-authorization.js';
import type { Visitor } from './visitor.js';

/** Shorter values are judged by their names alone. */
const LEAST_ID = 10;

/** Addresses with what stands in their parts written anew, and everything else as it was. */
export class RewriteAddress {
  constructor(
    readonly visitor: Visitor,
    readonly authorization: RewriteAuthorization,
    readonly named: (name: string, value: string, depth: number) => string,
  ) {}

  /** An address, or a part of one. */
  url(source: string, depth: number): string {
    const address = rewritePathPasswords(source, (raw) => rewriteEncoded(raw, this.#password));
    const { scheme, slashes, userInfo, host, path, query, fragment } = splitUrl(address);
    if (/^(?:data|blob|javascript):$/i.test(scheme)) return address;
    const user = userInfo === '' ? '' : `${this.authorization.userInfo(userInfo.slice(0, -1))}@`;
    redactUrl(address, (found) => this.visitor.value('field', '', found));
    const isByLetters = namesByLetters(query);
    const pairs = (part: string) =>
      rewriteBetween(part, /[?#&]/g, (pair) =>
        isByLetters && pair.startsWith('p=')
          ? `p=${rewriteEncoded(pair.slice(2), this.#password)}`
          : this.#parameter(pair, depth),
      );
    return (
      scheme + slashes + user + host + this.#path(path, depth) + pairs(query) + pairs(fragment)
    );
  }

  /** `a=b`, of a form as well. */
  pair(pair: string, depth: number): string {
    const { name, value } = splitPair(pair);
    if (value === undefined || value === '') return pair;
    // A token may be the name (Joomla).
    const other = value === '1' ? this.visitor.value('field', '', name) : name;
    return `${other}=${this.named(decodePercent(name), value, depth)}`;
  }

  readonly #password = (plain: string) => this.visitor.value('password', 'password', plain);

  #path(path: string, depth: number): string {
    let before = '';
    return rewriteBetween(path, /[/\\;&]/g, (piece) => {
      const last = before;
      before = piece;
      if (isSentCode(last, piece)) return this.visitor.value('authorization', 'code', piece);
      if (isSentId(last, piece)) return this.visitor.value('authorization', 'token', piece);
      return /@|%40/.test(piece) ? this.#person(piece, depth) : this.pair(piece, depth);
    });
  }

  /** An address of mail may be too short to be looked for. */
  #person(piece: string, depth: number): string {
    const plain = decodePercent(piece);
    return isEmail(plain)
      ? rewriteEncoded(piece, (one) => this.visitor.value('person', 'email', one))
      : this.pair(piece, depth);
  }

  /** What is told in an address goes by its looks alone, where it is shorter as well. */
  #parameter(pair: string, depth: number): string {
    const { name, value = '' } = splitPair(pair);
    if (value.length < LEAST_ID) return this.pair(pair, depth);
    const other = rewriteEncoded(value, (plain) =>
      isShortId(plain) ? this.visitor.value('authorization', decodePercent(name), plain) : plain,
    );
    return other === value ? this.pair(pair, depth) : `${name}=${other}`;
  }
}
