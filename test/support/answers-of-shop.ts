import { expect } from 'vitest';
import type { Exchange } from '../../src/engine/model.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { form } from './bodies.js';
import { exchange, type ExchangeSpec, START } from './exchange.js';
import { Seeded } from './seeded.js';
import { options } from './told-analysis.js';

// Visits to a shop, and what they answer of its sessions.

export const random = new Seeded('answers');
export const id = () => random.bytes(16).toString('hex');
export const SITE = 'https://shop.example';
export const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';
export const [first, second] = [id(), id()];

let at = START;
/** The clock of the next visit begins anew. */
export function startAgain(): void {
  at = START;
}
export const now = (): number => at;
/** When a page's storage is looked at. */
export const later = (): number => (at += 20_000);
export const go = (
  path: string,
  more: Omit<ExchangeSpec, 'url'> & { wait?: number } = {},
): Exchange => {
  at += more.wait ?? 20_000;
  return exchange({ url: SITE + path, at, takes: 50, ...more });
};
export const sid = (value: string) => ({ cookie: `shop_session=${value}` });
export const sets = (value: string) => ({ 'set-cookie': `shop_session=${value}; ${FLAGS}` });
export const deletes = { 'set-cookie': 'shop_session=; Path=/; Max-Age=0' };
export const toLogin = { status: 302, redirectUrl: `${SITE}/login`, gets: { location: '/login' } };

export const login = (gets: ExchangeSpec['gets'] = {}, sends?: ExchangeSpec['sends']) =>
  go('/login', {
    method: 'POST',
    requestBody: form('user=ada&password=correct'),
    status: 303,
    redirectUrl: `${SITE}/account`,
    gets: { ...gets, location: '/account' },
    ...(sends && { sends }),
  });
export const logout = (value: string, gets: ExchangeSpec['gets'] = {}) =>
  go('/logout', { method: 'POST', sends: sid(value), status: 303, redirectUrl: `${SITE}/`, gets });
export const page = (value: string, more: Partial<ExchangeSpec> & { wait?: number } = {}) =>
  go('/account', { sends: sid(value), ...more });
export const visited = (value: string) => [
  go('/', { gets: sets(value) }),
  go('/shop', { sends: sid(value) }),
];

/** The answers on the shop, as `question outcome key`. */
export function answersTo(steps: readonly Exchange[]): string[] {
  const analysis = new Analysis();
  for (const step of steps) analysis.addExchange(step);
  const english: string[] = [];
  const report = analysis.report({
    ...options,
    translate: (key) => {
      if (key.startsWith('answer_')) english.push(key);
      return undefined;
    },
  });
  const site = report.sites.find((one) => one.site === SITE);
  for (const { exchange: seen, credentialIds, text } of site?.answers ?? []) {
    expect(text).not.toMatch(/[{}]/);
    expect(text).not.toContain(first);
    expect(seen === null || seen.url.startsWith(SITE)).toBe(true);
    for (const one of credentialIds) expect(report.credentials.map((c) => c.id)).toContain(one);
  }
  const told = site?.answers ?? [];
  const keys = told.map((_, index) => english.filter((key) => key.startsWith('answer_'))[index]);
  return told.map(({ question, outcome }, index) => `${question} ${outcome} ${keys[index]}`);
}

/** What the shop's answers say, in English. */
export function saidOf(steps: readonly Exchange[]): string[] {
  const analysis = new Analysis();
  for (const step of steps) analysis.addExchange(step);
  const { sites } = analysis.report(options);
  return (sites.find((one) => one.site === SITE)?.answers ?? []).map(({ text }) => text);
}
