import type {
  Exchange,
  ExchangeBodies,
  Header,
  LoginForm,
  Snapshot,
} from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { START } from './exchange.js';
import { type Act, SHOP, SimulatedSite } from './simulated-site.js';

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
  what: Act;
  after: number;
  takes: number;
  /** DevTools tells the bodies so much later, if it is open. */
  bodiesAfter?: number;
}

const API = 'https://api.shop.test';

/**
 * Plays a visit as a browser does: requests overlap, a request carries the cookies that are there
 * when it is sent, and a response sets its own when it comes. In order of the moments of telling.
 */
export function visitOf(asked: readonly Asked[], seed: number): Told[] {
  return new SimulatedVisit(seed).play(asked);
}

class SimulatedVisit {
  readonly #site: SimulatedSite;
  readonly #told: { at: number; told: Told }[] = [];
  #page = `${SHOP}/`;

  constructor(seed: number) {
    this.#site = new SimulatedSite(seed);
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
    if (what === 'mark') return void this.#tell(at, { kind: 'mark', name: `at ${at}`, at });
    if (what === 'storage' || what === 'jar') return void this.#tell(at, this.#site.look(what, at));
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
      const { headers, body } = this.#site.answer(what);
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

  #request(what: Act, id: string, startedAt: number): Exchange {
    const isPage = what === 'page' || what === 'login' || what === 'logout';
    const url = isPage ? `${SHOP}/${what === 'page' ? `p/${id}` : what}` : `${API}/${what}`;
    const { jar, token } = this.#site;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers: Header[] = cookie === '' ? [] : [{ name: 'cookie', value: cookie }];
    if (!isPage && token) headers.push({ name: 'authorization', value: `Bearer ${token}` });
    const xsrf = jar.get('XSRF-TOKEN');
    if (!isPage && xsrf) headers.push({ name: 'x-xsrf-token', value: xsrf });
    if (what === 'page') this.#page = url;
    const method = what === 'page' || what === 'api' || what === 'poll' ? 'GET' : 'POST';
    const form = this.#site.form(what);
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

  #tell(at: number, told: Told): void {
    this.#told.push({ at, told });
  }
}
