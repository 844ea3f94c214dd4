import { expect } from 'vitest';
import type { Credential } from '../../src/engine/model.js';
import { Analysis } from '../../src/engine/pipeline/analyze.js';
import { json } from './bodies.js';
import { exchange, type ExchangeSpec, START } from './exchange.js';
import { Seeded } from './seeded.js';

// A list that is refused, until a value of any name opens it.

export const random = new Seeded('opener');
export const VALUE = random.base62(44);
export const NEXT = random.base62(44);
export const OTHER = random.base62(44);
export const HOME = 'https://shop.test';
export const api = (more: Partial<ExchangeSpec> = {}): ExchangeSpec => ({
  url: `${HOME}/api/liste`,
  type: 'fetch',
  responseBody: json([{ nr: 1 }]),
  ...more,
});
export const refused = api({ status: 401, responseBody: json({}) });
const typed = { k: 'ada@shop.test', p: 'geheim' };
export const gives = (answer: unknown, more: Partial<ExchangeSpec> = {}): ExchangeSpec =>
  api({
    url: `${HOME}/rein`,
    method: 'POST',
    requestBody: json(typed),
    responseBody: json(answer),
    ...more,
  });
export const given = gives({ ok: 1, karte: VALUE });
export const opens = api({ sends: { 'x-karte': VALUE } });

export function analysed(all: readonly ExchangeSpec[], asks = false): Analysis {
  const analysis = new Analysis();
  for (const [at, one] of all.entries()) {
    analysis.addExchange(exchange({ at: START + 1e9 + at * 1000, ...one }));
    if (asks) analysis.credentials();
  }
  return analysis;
}

export const told = ({ name, role, carriers }: Credential) =>
  `${role} ${name} ${carriers.join(',')}`;

export function foundIn(...all: ExchangeSpec[]): string[] {
  const found = analysed(all).credentials().map(told);
  expect(analysed(all, true).credentials().map(told)).toEqual(found);
  return found;
}
