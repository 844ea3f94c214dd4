import type { Header, JarCookie, Snapshot } from '../../src/engine/model.js';
import { START } from './exchange.js';
import { jwtOf } from './jose.js';
import { Seeded } from './seeded.js';

/** What somebody or a script may ask of the site. */
export type Act =
  | 'page'
  | 'login'
  | 'api'
  | 'token'
  | 'refresh'
  | 'remember'
  | 'poll'
  | 'storage'
  | 'jar'
  | 'mark'
  | 'logout';

export const SHOP = 'https://shop.test';

/** A shop and its API, with what a browser holds of them. */
export class SimulatedSite {
  readonly jar = new Map<string, string>();
  token: string | undefined;
  #refreshToken: string | undefined;
  readonly #random: Seeded;

  constructor(seed: number) {
    this.#random = new Seeded(seed);
  }

  /** What a request for it posts. */
  form(what: Act): string | undefined {
    if (what === 'login') return 'user=ada&password=secret';
    if (what === 'refresh' && this.#refreshToken)
      return `grant_type=refresh_token&refresh_token=${this.#refreshToken}`;
    return undefined;
  }

  /** Cookies that change with many answers, as rolling sessions and anti-CSRF cookies do. */
  answer(what: Act): { headers: Header[]; body?: object } {
    const headers: Header[] = [];
    const set = (name: string, value: string, attributes = 'Path=/; Domain=shop.test; Secure') => {
      this.jar.set(name, value);
      headers.push({ name: 'set-cookie', value: `${name}=${value}; ${attributes}` });
    };
    const hex = () => this.#random.bytes(16).toString('hex');
    if (what === 'login' || (what === 'page' && !this.jar.has('sid')))
      set('sid', hex(), 'Path=/; Domain=shop.test; Secure; HttpOnly');
    if (what === 'api' || what === 'page') set('XSRF-TOKEN', hex());
    if (what === 'page') set('theme', this.#random.pick(['dark', 'light']));
    // Two cookies that hold the same value in turn.
    if (what === 'poll')
      set(
        this.#random.pick(['a1', 'a2']),
        this.#random.pick([this.jar.get('a1'), this.jar.get('a2')]) ?? hex(),
      );
    // A token in a cookie.
    if (what === 'remember') set('remember', this.#jwt(), 'Path=/; Domain=shop.test; Max-Age=9999');
    if (what === 'logout') {
      this.jar.delete('sid');
      this.token = undefined;
      this.#refreshToken = undefined;
      headers.push({ name: 'set-cookie', value: 'sid=; Path=/; Domain=shop.test; Max-Age=0' });
    }
    if (what !== 'token' && what !== 'refresh') return { headers };
    this.token = this.#jwt();
    this.#refreshToken = hex();
    return {
      headers,
      body: {
        access_token: this.token,
        refresh_token: this.#refreshToken,
        token_type: 'Bearer',
      },
    };
  }

  #jwt(): string {
    const jti = this.#random.bytes(16).toString('hex');
    return jwtOf({ sub: 'ada', jti, iat: START / 1000, exp: START / 1000 + 600 });
  }

  /** What its storage or its jar holds. */
  look(what: 'storage' | 'jar', at: number): Snapshot {
    if (what === 'jar')
      return {
        kind: 'jar',
        at,
        site: SHOP,
        domains: ['shop.test'],
        cookies: [...this.jar].map(([name, value]) => jarCookie(name, value)),
      };
    const items = this.token ? [{ key: 'auth', value: this.token, length: this.token.length }] : [];
    return {
      kind: 'storage',
      at,
      origin: SHOP,
      area: 'localStorage',
      items: [...items, { key: 'cart', value: '{"items":3}', length: 11 }],
      dropped: 0,
    };
  }
}

function jarCookie(name: string, value: string): JarCookie {
  return {
    name,
    value,
    domain: 'shop.test',
    path: '/',
    hostOnly: false,
    secure: true,
    httpOnly: name === 'sid',
    sameSite: 'unset',
    partitioned: false,
    persistent: false,
  };
}
