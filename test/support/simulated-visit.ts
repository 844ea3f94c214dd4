import type {
  Exchange,
  ExchangeBodies,
  Header,
  JarCookie,
  LoginForm,
  Snapshot,
} from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { START } from './exchange.js';
import { jwtOf } from './jose.js';
import { Seeded } from './seeded.js';

/** What a browser tells of a visit: exchanges when they are over, everything else at its moment. */
export type Told =
  | { kind: 'exchange'; exchange: Exchange }
  | { kind: 'mark'; name: string; at: number }
  | ExchangeBodies
  | LoginForm
  | Snapshot;

/**
 * A request that somebody or a script makes: its start after the one before, and how long it takes.
 */
export interface Asked {
  what:
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
  after: number;
  takes: number;
  /** DevTools tells the bodies so much later, if it is open. */
  bodiesAfter?: number;
}

const SHOP = 'https://shop.test';
const API = 'https://api.shop.test';

/**
 * Plays a visit as a browser does: requests overlap, a request carries the cookies that are there
 * when it is sent, and a response sets its own when it comes. In order of the moments of telling.
 */
export function visitOf(asked: readonly Asked[], seed: number): Told[] {
  return new SimulatedVisit(seed).play(asked);
}

class SimulatedVisit {
  readonly #random: Seeded;
  readonly #jar = new Map<string, string>();
  readonly #told: { at: number; told: Told }[] = [];
  #token: string | undefined;
  #refreshToken: string | undefined;
  #page = `${SHOP}/`;

  constructor(seed: number) {
    this.#random = new Seeded(seed);
  }

  play(asked: readonly Asked[]): Told[] {
    const due: { at: number; happen: () => void }[] = [];
    let now = START;
    asked.forEach((one, index) => {
      now += one.after;
      const [start, end] = [now, now + one.takes];
      due.push({
        at: start,
        happen: () => {
          const answer = this.#begin(one, `${index}.0`, start, end);
          if (answer) due.push({ at: end, happen: answer });
        },
      });
    });
    while (due.length > 0) {
      const next = due.reduce((first, other) => (other.at < first.at ? other : first));
      due.splice(due.indexOf(next), 1);
      next.happen();
    }
    return this.#told.sort((a, b) => a.at - b.at).map(({ told }) => told);
  }

  /** Starts what is asked for; returns what its answer does. */
  #begin(
    { what, bodiesAfter }: Asked,
    id: string,
    at: number,
    endedAt: number,
  ): (() => void) | undefined {
    if (what === 'storage' || what === 'jar' || what === 'mark')
      return void this.#tell(at, this.#look(what, at));
    if (what === 'login')
      this.#tell(at, {
        kind: 'login-form',
        at,
        pageUrl: this.#page,
        actionUrl: `${SHOP}/login`,
        method: 'POST',
        fields: [{ name: 'password', type: 'password' }],
      });
    const exchange = this.#request(what, id, at);
    return () => {
      const { headers, body } = this.#answer(what);
      const status = what === 'login' || what === 'logout' ? 303 : 200;
      const whole: Exchange = {
        ...exchange,
        endedAt,
        ...(status === 303 ? { redirectUrl: `${SHOP}/home` } : {}),
        response: { status, headers },
      };
      this.#tell(endedAt, { kind: 'exchange', exchange: whole });
      if (body === undefined) return;
      const response = readBody('application/json', JSON.stringify(body));
      if (bodiesAfter === undefined) whole.response!.body = response;
      else
        this.#tell(endedAt + bodiesAfter, {
          kind: 'bodies',
          exchangeId: id,
          at: endedAt + bodiesAfter,
          response,
        });
    };
  }

  #request(what: Asked['what'], id: string, startedAt: number): Exchange {
    const isPage = what === 'page' || what === 'login' || what === 'logout';
    const url = isPage ? `${SHOP}/${what === 'page' ? `p/${id}` : what}` : `${API}/${what}`;
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers: Header[] = cookie === '' ? [] : [{ name: 'cookie', value: cookie }];
    if (!isPage && this.#token)
      headers.push({ name: 'authorization', value: `Bearer ${this.#token}` });
    const xsrf = this.#jar.get('XSRF-TOKEN');
    if (!isPage && xsrf) headers.push({ name: 'x-xsrf-token', value: xsrf });
    if (what === 'page') this.#page = url;
    const method = what === 'page' || what === 'api' || what === 'poll' ? 'GET' : 'POST';
    const form = this.#form(what);
    const body = form ? { body: readBody('application/x-www-form-urlencoded', form) } : {};
    return {
      id,
      url,
      method,
      type: isPage ? 'document' : 'fetch',
      startedAt,
      topUrl: isPage ? url : this.#page,
      request: { headers, ...body },
    };
  }

  #form(what: Asked['what']): string | undefined {
    if (what === 'login') return 'user=ada&password=secret';
    if (what === 'refresh' && this.#refreshToken)
      return `grant_type=refresh_token&refresh_token=${this.#refreshToken}`;
    return undefined;
  }

  /** Cookies that change with many answers, as rolling sessions and anti-CSRF cookies do. */
  #answer(what: Asked['what']): { headers: Header[]; body?: object } {
    const headers: Header[] = [];
    const set = (name: string, value: string, attributes = 'Path=/; Domain=shop.test; Secure') => {
      this.#jar.set(name, value);
      headers.push({ name: 'set-cookie', value: `${name}=${value}; ${attributes}` });
    };
    const hex = () => this.#random.bytes(16).toString('hex');
    if (what === 'login' || (what === 'page' && !this.#jar.has('sid')))
      set('sid', hex(), 'Path=/; Domain=shop.test; Secure; HttpOnly');
    if (what === 'api' || what === 'page') set('XSRF-TOKEN', hex());
    if (what === 'page') set('theme', this.#random.pick(['dark', 'light']));
    // Two cookies that hold the same value in turn.
    if (what === 'poll')
      set(
        this.#random.pick(['a1', 'a2']),
        this.#random.pick([this.#jar.get('a1'), this.#jar.get('a2')]) ?? hex(),
      );
    // A token in a cookie.
    if (what === 'remember') set('remember', this.#jwt(), 'Path=/; Domain=shop.test; Max-Age=9999');
    if (what === 'logout') {
      this.#jar.delete('sid');
      this.#token = undefined;
      this.#refreshToken = undefined;
      headers.push({ name: 'set-cookie', value: 'sid=; Path=/; Domain=shop.test; Max-Age=0' });
    }
    if (what !== 'token' && what !== 'refresh') return { headers };
    this.#token = this.#jwt();
    this.#refreshToken = hex();
    return {
      headers,
      body: {
        access_token: this.#token,
        refresh_token: this.#refreshToken,
        token_type: 'Bearer',
      },
    };
  }

  #jwt(): string {
    const jti = this.#random.bytes(16).toString('hex');
    return jwtOf({ sub: 'ada', jti, iat: START / 1000, exp: START / 1000 + 600 });
  }

  #look(what: 'storage' | 'jar' | 'mark', at: number): Told {
    if (what === 'mark') return { kind: 'mark', name: `at ${at}`, at };
    if (what === 'jar')
      return {
        kind: 'jar',
        at,
        site: SHOP,
        domains: ['shop.test'],
        cookies: [...this.#jar].map(([name, value]) => jarCookie(name, value)),
      };
    const items = this.#token
      ? [{ key: 'auth', value: this.#token, length: this.#token.length }]
      : [];
    return {
      kind: 'storage',
      at,
      origin: SHOP,
      area: 'localStorage',
      items: [...items, { key: 'cart', value: '{"items":3}', length: 11 }],
      dropped: 0,
    };
  }

  #tell(at: number, told: Told): void {
    this.#told.push({ at, told });
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
