import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START as START_AT } from '../../../support/exchange.js';
import { cookie, hex, login, momentsOf, SHOP } from '../../../support/shop-moments.js';

describe('a lost session', () => {
  it('names the servers that wrote theirs after the id', () => {
    const [mine, theirs] = [`${hex()}.node1`, `${hex()}.node2`];
    const analysis = new Analysis();
    analysis.addExchange(login({ gets: cookie('JSESSIONID', mine) }));
    analysis.addExchange(
      exchange({ url: `${SHOP}/account`, sends: { cookie: `JSESSIONID=${mine}` } }),
    );
    analysis.addExchange(
      exchange({
        url: `${SHOP}/account`,
        sends: { cookie: `JSESSIONID=${mine}` },
        status: 302,
        redirectUrl: `${SHOP}/login`,
        gets: cookie('JSESSIONID', theirs),
      }),
    );
    const { events } = analysis.report({
      source: { kind: 'har', url: SHOP, dropped: 0 },
      version: '0',
    });
    expect(events.find(({ type }) => type === 'session-lost')?.detail).toEqual({
      newId: true,
      node: 'node1',
      newNode: 'node2',
    });
  });
});

describe('a session is lost', () => {
  const sid = hex();
  const used = (path: string, more: Partial<ExchangeSpec> = {}) =>
    exchange({ url: SHOP + path, sends: { cookie: `sid=${sid}` }, ...more });

  it.each([
    ['where a page for logging in comes instead', '/auth', ['session-lost shop.test /tips']],
    ['but not where one that explains it does', '/blog/sso-explained', []],
    ['but not where another page does', '/tips/new', []],
  ])('%s', (_, target, expected) => {
    const steps = [
      login({ gets: cookie('sid', sid), redirectUrl: `${SHOP}/home` }),
      used('/tips', { at: START_AT + 200_000 }),
      used('/tips', { at: START_AT + 210_000, status: 302, redirectUrl: SHOP + target }),
    ];
    const told = momentsOf(steps).filter((moment) => moment.startsWith('session-lost'));
    expect(told).toEqual(expected);
  });
});
