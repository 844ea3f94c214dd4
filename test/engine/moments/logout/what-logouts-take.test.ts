import { describe, expect, it } from 'vitest';
import type { StorageSnapshot } from '../../../../src/engine/model.js';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { json } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec, START as START_AT } from '../../../support/exchange.js';
import { cookie, hex, login, momentsOf, post, SHOP } from '../../../support/shop-moments.js';

describe('a logout', () => {
  const sid = hex();
  it('deletes with Clear-Site-Data what the jar holds, not over plain http', () => {
    const cleared = (origin: string): boolean => {
      const analysis = new Analysis();
      analysis.addExchange(
        exchange({ url: `${origin}/`, gets: { 'set-cookie': `sid=${sid}; Path=/` } }),
      );
      analysis.addExchange(
        exchange({ url: `${origin}/farewell`, gets: { 'clear-site-data': '"cookies"' } }),
      );
      return analysis.credentials()[0]!.cookie?.clearedAt !== undefined;
    };
    expect(cleared(SHOP)).toBe(true);
    expect(cleared('http://shop.test')).toBe(false);
  });
  it('is the request that took the session, and no page after it that takes what is left', () => {
    const [first, second] = [hex(), hex()];
    const over = { 'set-cookie': 'sid=xxxxxxxx; Path=/' };
    const at = START_AT + 200_000;
    const get = (path: string, sent: string, more: Partial<ExchangeSpec>) =>
      exchange({ url: SHOP + path, sends: { cookie: `sid=${sent}` }, ...more });
    const pictures = Array.from({ length: 200 }, (_, n) =>
      exchange({ url: `${SHOP}/picture/${n}`, at: at + 960 + n / 10 }),
    );
    // However much else was asked for in between, of which states are kept.
    for (const between of [[], pictures]) {
      const told = momentsOf([
        login({ at: at - 1_000, gets: cookie('sid', first), redirectUrl: `${SHOP}/home` }),
        get('/home', first, { at }),
        get('/logout.php', first, {
          at: at + 900,
          status: 302,
          redirectUrl: `${SHOP}/login.php`,
          gets: over,
        }),
        get('/login.php', 'xxxxxxxx', { at: at + 950, gets: cookie('sid', second) }),
        ...between,
        get('/list.php', second, { at: at + 1_000, gets: over }),
      ]);
      expect(told).toEqual(['login shop.test /login', 'logout shop.test /logout.php']);
    }
  });
  it('is a page that drops the last of its tokens', () => {
    const token = hex(40);
    const at = Date.UTC(2026, 5, 1);
    const store = (later: number, items: Record<string, string>): StorageSnapshot => ({
      kind: 'storage',
      at: at + later,
      origin: SHOP,
      area: 'localStorage',
      dropped: 0,
      items: Object.entries(items).map(([key, value]) => ({ key, value, length: value.length })),
    });
    const signIn = post('/api/login', {
      at,
      type: 'fetch',
      requestBody: json({ password: 'correct horse' }),
      responseBody: json({ access_token: token }),
    });
    const call = exchange({
      url: `${SHOP}/api/me`,
      at: at + 20,
      type: 'fetch',
      sends: { authorization: `Bearer ${token}` },
    });
    const before = [signIn, store(10, { access_token: token }), call];
    expect(momentsOf([...before, store(9_000, { access_token: token })])).toEqual([
      'login shop.test /api/login',
    ]);
    expect(momentsOf([...before, store(9_000, {})])).toEqual([
      'login shop.test /api/login',
      'logout shop.test /api/me',
    ]);
    const refreshed = store(9_000, { access_token: hex(40) });
    expect(momentsOf([...before, refreshed])).toEqual(['login shop.test /api/login']);
  });
});
