import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
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

  const json = (value: object) => readBody('application/json', JSON.stringify(value));
  const page = (text: string) => readBody('text/html', `<!doctype html><h1>Shop</h1><p>${text}`);
  const lost = ['session-lost shop.test /tips'];

  it.each<[string, Partial<ExchangeSpec>, string[]]>([
    ['by 403 that says so', { status: 403, responseBody: json({ code: 'SESSION_EXPIRED' }) }, lost],
    ['by a sentence in data', { responseBody: json({ message: 'Please log in' }) }, lost],
    ['but not for want of a right', { status: 403, responseBody: json({ error: 'denied' }) }, []],
    ['but not by bare 403', { status: 403 }, []],
    [
      'by a page that says so',
      { type: 'document', responseBody: page('Ihre Sitzung ist abgelaufen.') },
      lost,
    ],
    [
      'but not by one that tells of others',
      { type: 'document', responseBody: page('If your session has expired, log in.') },
      [],
    ],
    [
      'but not by one that offers to log out',
      { type: 'document', responseBody: page('Session expired <a href="/logout">Log out</a>') },
      [],
    ],
  ])('%s', (_, answer, expected) => {
    const steps = [
      login({ at: START_AT, gets: cookie('sid', sid), redirectUrl: `${SHOP}/home` }),
      used('/tips', {
        type: 'fetch',
        at: START_AT + 200_000,
        ...(answer.type && { type: answer.type }),
      }),
      used('/tips', { type: 'fetch', at: START_AT + 4_000_000, ...answer }),
    ];
    const told = momentsOf(steps).filter((moment) => moment.startsWith('session-lost'));
    expect(told).toEqual(expected);
  });

  it.each<[string, (path: string) => string]>([
    ['a parameter', (path) => `${path}?sid=${sid}`],
    ['the path', (path) => `${path};jsessionid=${sid}`],
  ])('that travels in %s of addresses', (_, id) => {
    const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
      exchange({ url: SHOP + id(path), type: 'document', ...more });
    const visit = (last: Partial<ExchangeSpec>) => [
      login({ url: SHOP + id('/login'), redirectUrl: SHOP + id('/home'), gets: {}, at: START_AT }),
      at('/home', { at: START_AT + 1_000 }),
      at('/tips', { at: START_AT + 2_000 }),
      at('/tips', { at: START_AT + 4_000_000, ...last }),
    ];
    const told = (last: Partial<ExchangeSpec>) =>
      momentsOf(visit(last)).filter((moment) => moment.startsWith('session-lost'));
    expect(told({ status: 401 })).toHaveLength(1);
    expect(told({ status: 302, redirectUrl: `${SHOP}/login` })).toHaveLength(1);
    expect(told({ status: 302, redirectUrl: `${SHOP}/tips/new` })).toEqual([]);
    expect(told({ status: 200 })).toEqual([]);
  });
});
