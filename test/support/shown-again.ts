import type { AfterLogout, Exchange } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from './exchange.js';
import { Seeded } from './seeded.js';

const random = new Seeded('shown-again');
export const SITE = 'https://yard.example';
const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
export const old = random.bytes(16).toString('hex');
export const sends = { cookie: `sid=${old}` };
const html = (text: string) => readBody('text/html', `<!doctype html><p>${text}</p>`);
export const json = (value: object) => readBody('application/json', JSON.stringify(value));
export const toLogin = { status: 302, redirectUrl: `${SITE}/login`, gets: { location: '/login' } };

let at = START;
/** The clock of the next visit begins anew. */
export function startAgain(): void {
  at = START;
}
export const go = (path: string, more: Omit<ExchangeSpec, 'url'> = {}): Exchange =>
  exchange({ url: SITE + path, at: (at += 2_000), takes: 50, ...more });
export const login = () =>
  go('/login', {
    method: 'POST',
    requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&password=correct'),
    status: 303,
    redirectUrl: `${SITE}/home`,
    gets: { 'set-cookie': `sid=${old}; ${FLAGS}`, location: '/home' },
  });
export const logout = () =>
  go('/logout', {
    method: 'POST',
    sends,
    status: 303,
    redirectUrl: `${SITE}/bye`,
    gets: { 'set-cookie': 'sid=; Path=/; Max-Age=0' },
  });
export const page = (path: string, more: Omit<ExchangeSpec, 'url'> = {}) =>
  go(path, { responseBody: html(path), ...more });
export const api = (path: string, more: Omit<ExchangeSpec, 'url'> = {}) =>
  go(path, { type: 'fetch', responseBody: json({ rows: [1] }), ...more });

export function read(steps: readonly Exchange[]) {
  const analysis = new Analysis();
  for (const step of steps) analysis.addExchange(step);
  return analysis;
}
export function words(steps: readonly Exchange[], name = 'sid'): (keyof AfterLogout)[] {
  const found = read(steps)
    .credentials()
    .find((one) => one.name === name);
  return Object.keys(found?.behaviour.afterLogout ?? {}).toSorted() as (keyof AfterLogout)[];
}
