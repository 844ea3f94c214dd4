import { expect } from 'vitest';
import type { Behaviour, Exchange } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from './exchange.js';
import { Seeded } from './seeded.js';

const random = new Seeded('after-logout');
const id = () => random.bytes(16).toString('hex');
const SITE = 'https://shop.example';
export const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
export const [first, second, other] = [id(), id(), id()];
export const TOKEN = id() + id();

let at = START;
export const now = (): number => at;
/** The clock of the next visit begins anew. */
export function startAgain(): void {
  at = START;
}
export const go = (
  path: string,
  more: Omit<ExchangeSpec, 'url'> & { wait?: number } = {},
): Exchange => {
  at += more.wait ?? 2_000;
  return exchange({ url: SITE + path, at, takes: 50, ...more });
};
export const sid = (value: string) => ({ cookie: `shop_session=${value}` });
export const toLogin = { status: 302, redirectUrl: `${SITE}/login`, gets: { location: '/login' } };

export const login = (value: string) =>
  go('/login', {
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=correct'),
    status: 303,
    redirectUrl: `${SITE}/account`,
    gets: { 'set-cookie': `shop_session=${value}; ${FLAGS}`, location: '/account' },
  });
export const logout = (value: string, gets: ExchangeSpec['gets'] = {}) =>
  go('/logout', { method: 'POST', sends: sid(value), status: 303, redirectUrl: `${SITE}/`, gets });
export const deletes = { 'set-cookie': 'shop_session=; Path=/; Max-Age=0' };
export const work = (value: string) => [
  login(value),
  go('/account', { sends: sid(value) }),
  go('/account', { sends: sid(value) }),
];

/** What was seen of the session, told in one go and with a stop after each step. */
export function seen(steps: readonly Exchange[], name = 'shop_session'): Behaviour {
  const whole = new Analysis();
  let stopped = new Analysis();
  for (const step of steps) {
    whole.addExchange(step);
    stopped.addExchange(step);
    stopped = Analysis.restore(JSON.parse(JSON.stringify(stopped.save())) as never);
  }
  const of = (analysis: Analysis) =>
    analysis.credentials().find((one) => one.name === name)?.behaviour ?? {};
  expect(of(stopped).afterLogout).toEqual(of(whole).afterLogout);
  expect(of(stopped).idle).toEqual(of(whole).idle);
  return of(whole);
}
export const words = ({ afterLogout = {} }: Behaviour) => Object.keys(afterLogout).toSorted();
