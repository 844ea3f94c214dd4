import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://plan.test';
const random = new Seeded('renewal');
const secret = () => random.bytes(32).toString('base64url');

interface Renewals {
  path?: string;
  /** Where tokens are fetched, and how. */
  at?: string;
  method?: string;
  name?: string;
  value?: () => string;
  token?: () => string;
  /** False where no request was sent with what was given. */
  isUsed?: boolean;
}

/** A page's visit, in which the cookie of before is changed so many times beside a token. */
class Visit {
  readonly #exchanges: Exchange[] = [];
  #value: string;
  readonly #how: Required<Renewals>;

  constructor(how: Renewals = {}) {
    this.#how = {
      path: '/',
      at: '/api/next',
      method: 'POST',
      name: 'supply',
      value: secret,
      token: secret,
      isUsed: true,
      ...how,
    };
    this.#value = this.#how.value();
  }

  call(url: string, more: Partial<ExchangeSpec> = {}): this {
    const { name, path } = this.#how;
    const cookie: Record<string, string> = url.startsWith(path)
      ? { cookie: `${name}=${this.#value}` }
      : {};
    const { sends, ...others } = more;
    const one = { url: SITE + url, topUrl: `${SITE}/`, sends: { ...cookie, ...sends } };
    this.#exchanges.push(exchange({ type: 'fetch', ...one, ...others }));
    return this;
  }

  /** Gives the cookie another value. */
  changes(url: string, more: Partial<ExchangeSpec> = {}): this {
    const { name, path, value } = this.#how;
    const next = value();
    const line = `${name}=${next}; Path=${path}; HttpOnly; Secure; Max-Age=1209600`;
    this.call(url, { ...more, gets: { 'set-cookie': line } });
    this.#value = next;
    return this;
  }

  renews(times: number): this {
    const { at, method, token, isUsed } = this.#how;
    for (let count = 0; count < times; count++) {
      const given = token();
      const responseBody = readBody('application/json', JSON.stringify({ access_token: given }));
      this.changes(at, { method, responseBody });
      if (isUsed) this.call('/data', { sends: { authorization: `Bearer ${given}` } });
    }
    return this;
  }

  role(): string | undefined {
    const analysis = new Analysis();
    for (const one of this.#exchanges) analysis.addExchange(one);
    return analysis.credentials().find(({ kind }) => kind === 'cookie')?.role;
  }
}

const ofUser = () => jwtOf({ sub: 'u1', jti: secret(), exp: 1_900_000_000 });

describe('a cookie that is changed whenever an access token is fetched', () => {
  it.each<[string, Renewals, number]>([
    ['for the whole site', {}, 2],
    ['for JWTs', { token: ofUser }, 3],
    ['for one address', { path: '/api/next' }, 2],
    ['by PUT', { method: 'PUT' }, 2],
    ['a JWT for one address', { path: '/api/next', value: ofUser }, 2],
  ])('renews tokens, whatever it is called: %s', (_, how, times) => {
    expect(new Visit(how).call('/').renews(times).role()).toBe('refresh-token');
  });

  it('renews them where the first was given elsewhere, and all that changed it since is that', () => {
    const path = '/api/next';
    expect(new Visit({ path }).renews(1).call('/data').renews(1).role()).toBe('refresh-token');
  });

  it.each<[string, Visit]>([
    ['once, for the whole site', new Visit().renews(1)],
    ['by GET, as pages ask who is there', new Visit({ method: 'GET' }).renews(3)],
    ['and by a page', new Visit().renews(2).changes('/home').renews(1)],
    ['and by another address', new Visit().renews(2).changes('/api/save', { method: 'POST' })],
    ['but no token was used', new Visit({ isUsed: false }).renews(3)],
    ['as a JWT for the whole site', new Visit({ value: ofUser }).renews(3)],
  ])('does not where it was changed %s', (_, visit) => {
    expect(visit.call('/home').role()).not.toBe('refresh-token');
  });
});
