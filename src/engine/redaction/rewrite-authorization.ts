import { decodeBase64Text } from '../base64.js';
import { rewriteEncoded } from './encode-like.js';
import type { Place, Visitor } from './visitor.js';
import { regex } from '../regex.js';

/** Between those of a shared access signature stands what stands between those of an address. */
const PARAMETER = /([\w-]{1,64})(=)(?:(")([^"]{1,8192})"|([^",\s&]{1,8192}))/g;
/** Parameters of HTTP authentication that open nothing. */
const HARMLESS = regex('i')`
  ^(?:realm|qop|algorithm|nc|charset|userhash|domain|stale|scope|error|error_description
  |resource_metadata|SignedHeaders|headers|created|expires|ts|(?:oauth_)?(?:signature_method
  |timestamp|version)|timestamp|q-(?:sign-algorithm|(?:sign|key)-time|(?:header|url-param)-list))$`;
/** Who it is; and what an application says beside it (Hawk). */
const PLACES: ReadonlyMap<string, Place> = new Map([
  ['username', 'person'],
  ['ext', 'field'],
  ['app', 'field'],
]);
/** Some write a version and a slash in place of the space (Baidu). */
const SCHEME = /^(\s*[\w-]+(?:\s+|(?<=-auth-v\d)\/))?([^]*)$/;
/** Scripts that have no token yet send the word in front of it. */
const SCHEME_ALONE = /^\s*(?:bearer|basic|digest|dpop|token|jwt|negotiate|ntlm|apikey)\s*$/i;

/** What HTTP authentication says, written as it was. */
export class RewriteAuthorization {
  readonly #visitor: Visitor;
  readonly #url: (address: string) => string;

  /** `url`: writes an address anew. */
  constructor(visitor: Visitor, url: (address: string) => string) {
    this.#visitor = visitor;
    this.#url = url;
  }

  value(value: string): string {
    const [, scheme = '', rest = ''] = SCHEME.exec(value) ?? [];
    if (SCHEME_ALONE.test(value)) return value;
    if (/^\s*basic\s/i.test(scheme)) return scheme + this.#basic(rest.trim());
    if (!/[\w-]=/.test(rest.replace(/=+$/, '')))
      return scheme + this.#visitor.value('authorization', 'authorization', rest);
    return scheme + this.parameters(rest);
  }

  /** It may begin what is proved (RFC 4559 §4.1), or name what is to be. */
  challenge(value: string): string {
    return /^\s*(?:negotiate|ntlm)\s/i.test(value) ? this.value(value) : this.parameters(value);
  }

  /** `nonce="…", realm="…"` (RFC 9110 §11.2). */
  parameters(source: string): string {
    return source.replace(PARAMETER, (whole, name: string, equals: string, ...rest) => {
      if (HARMLESS.test(name)) return whole;
      const [quote = '', quoted, bare = ''] = rest as (string | undefined)[];
      const value = quoted ?? bare;
      const place = PLACES.get(name) ?? 'authorization';
      const other = name === 'uri' ? this.#url(value) : this.#visitor.value(place, name, value);
      return name + equals + quote + other + quote;
    });
  }

  #basic(pair: string): string {
    const plain = decodeBase64Text(pair);
    if (plain === undefined || !plain.includes(':'))
      return this.#visitor.value('authorization', 'authorization', pair);
    const bytes = new TextEncoder().encode(this.userInfo(plain));
    return btoa(String.fromCharCode(...bytes));
  }

  /** `user:password`, percent-encoded or not. */
  userInfo(pair: string): string {
    const colon = pair.indexOf(':');
    const user = colon < 0 ? pair : pair.slice(0, colon);
    const told =
      user === '' ? '' : rewriteEncoded(user, (u) => this.#visitor.value('person', 'user', u));
    if (colon < 0 || colon === pair.length - 1) return told + pair.slice(user.length);
    const password = rewriteEncoded(pair.slice(colon + 1), (one) =>
      this.#visitor.value('password', 'password', one),
    );
    return `${told}:${password}`;
  }
}
