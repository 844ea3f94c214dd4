import { describe, expect, it } from 'vitest';
import type { ExchangeBodies, Exchange } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';

const HELD = [{ name: 'auth', held: 'encoded' }] as const;

const login = (id: string, more: Partial<Exchange> = {}): Exchange => ({
  ...exchange({
    url: 'https://shop.example/login',
    method: 'POST',
    at: START,
    status: 302,
    gets: { 'set-cookie': ['auth=YWRhOmh1bnRlcjI; Path=/', 'theme=dark; Path=/'] },
  }),
  id,
  ...more,
});
const later = () =>
  exchange({
    url: 'https://shop.example/',
    at: START + 5_000,
    sends: { cookie: 'auth=YWRhOmh1bnRlcjI' },
  });
const bodies = (exchangeId: string): ExchangeBodies => ({
  kind: 'bodies',
  exchangeId,
  at: START + 9_000,
  passwordCookies: HELD,
});

function heldIn(analysis: Analysis) {
  return analysis
    .credentials()
    .map(({ name, behaviour }) => [
      name,
      behaviour.holdsPassword?.held,
      behaviour.holdsPassword?.exchange.id,
    ]);
}

describe('what is noted of a cookie that holds a password', () => {
  const expected = [
    ['auth', 'encoded', 'x'],
    ['theme', undefined, undefined],
  ];

  it('is how, and by which exchange', () => {
    const analysis = new Analysis();
    analysis.addExchange(login('x', { passwordCookies: HELD }));
    analysis.addExchange(later());
    expect(heldIn(analysis)).toEqual(expected);
  });

  it('is the same in whatever order DevTools tell of it', () => {
    const orders = [
      (one: Analysis) => [
        one.addExchange(login('x')),
        one.addBodies(bodies('x')),
        one.addExchange(later()),
      ],
      (one: Analysis) => [
        one.addBodies(bodies('x')),
        one.addExchange(login('x')),
        one.addExchange(later()),
      ],
      (one: Analysis) => [
        one.addExchange(later()),
        one.addExchange(login('x')),
        one.addBodies(bodies('x')),
      ],
    ];
    const told = orders.map((add) => {
      const analysis = new Analysis();
      add(analysis);
      return heldIn(analysis).toSorted();
    });
    expect(told).toEqual(orders.map(() => expected));
  });

  it('is the same of an exchange that was read for good', () => {
    const analysis = new Analysis();
    analysis.addExchange(login('x'));
    for (let count = 0; count < 200; count++)
      analysis.addExchange(exchange({ url: 'https://shop.example/x', at: START + 6_000 + count }));
    analysis.addBodies(bodies('x'));
    expect(heldIn(analysis)).toEqual(expected);
  });

  it('is kept over a stop of the worker', () => {
    const analysis = new Analysis();
    analysis.addExchange(login('x'));
    analysis.addBodies(bodies('x'));
    expect(heldIn(new Analysis(JSON.parse(JSON.stringify(analysis.save()))))).toEqual(expected);
  });
});
