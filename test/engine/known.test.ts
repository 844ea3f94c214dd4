import { describe, expect, it, vi } from 'vitest';
import { Known } from '../../src/engine/known.js';
import { sitesUsing } from '../../src/engine/known-indexes.js';
import type { Credential } from '../../src/engine/model.js';
import * as site from '../../src/engine/normalize/addresses/site.js';
import type { LoggedExchange } from '../../src/engine/trail/exchange-log.js';
import { cookie, credential, exchange, sighting, T0 } from '../support/credential.js';

const logged = (id: string, url: string, carried: string[], pageSite?: string): LoggedExchange => ({
  ref: exchange({ id, url }),
  at: T0,
  carried,
  set: [],
  count: 1,
  ...(pageSite !== undefined && { pageSite }),
});

describe('what is known', () => {
  const session = cookie({ id: 'c1', name: 'sid' });
  const token = credential({
    id: 'c2',
    name: 'authorization',
    role: 'access-token',
    site: 'https://idp.example',
    sightings: [sighting({ origin: 'https://api.example', pageSite: 'https://shop.example' })],
  });
  const exchanges = [
    logged('e1', 'https://shop.example/a', ['c1']),
    logged('e2', 'https://api.example/b', ['c2'], 'https://shop.example'),
    logged('e3', 'https://shop.example/c', ['c1', 'c2'], 'https://shop.example'),
  ];
  const known = new Known({ now: T0, credentials: [session, token], exchanges });

  it('is found by id, role, name and site', () => {
    expect(known.byId('c2')).toBe(token);
    expect(known.byId('c9')).toBeUndefined();
    expect(known.byRole('session')).toEqual([session]);
    expect(known.byRole('csrf')).toEqual([]);
    expect(known.named('sid')).toEqual([session]);
    expect(known.sites()).toEqual(['https://shop.example']);
    expect(known.ofSite('https://shop.example')).toEqual([session, token]);
  });

  it('has the site of a login that gave nothing that is known, and none of one that did', () => {
    const login = exchange({ id: 'l1', url: 'https://nas.example/login' });
    const issued = exchange({ id: 'l2', url: 'https://idp.example/token' });
    const given = credential({ role: 'access-token', behaviour: { issuedAtLogin: issued } });
    const moments = [login, issued].map((one) => ({
      type: 'login' as const,
      at: T0,
      site: new URL(one.url).origin,
      exchange: one,
    }));
    const sites = (more: typeof moments) =>
      new Known({ now: T0, credentials: [given], moments: more }).sites();
    const [own] = sites([]);
    expect(sites(moments)).toEqual([own, 'https://nas.example']);
    expect(sites([{ ...moments[0]!, type: 'login' }, moments[0]!])).toEqual([
      own,
      'https://nas.example',
    ]);
  });

  it.each<[string, Partial<Credential>, string]>([
    ['a token that its page was given', { role: 'access-token' }, 'https://app.example'],
    ['an ID token that its page was given', { role: 'id-token' }, 'https://app.example'],
    ['an id that a page was given by others', { role: 'session' }, 'https://issuer.example'],
    ['a token of no known page', { role: 'access-token', sightings: [] }, 'https://issuer.example'],
  ])('says whose users %s stands for', (_what, more, user) => {
    const given = sighting({
      carrier: 'body',
      direction: 'received',
      origin: 'https://issuer.example',
      pageSite: 'https://app.example',
    });
    const one = credential({ site: 'https://issuer.example', sightings: [given], ...more });
    expect(sitesUsing(one)).toEqual([user]);
  });

  it('leads from a credential, and from a site, to its exchanges', () => {
    const ids = (list: readonly LoggedExchange[]) => list.map(({ ref }) => ref.id);
    expect(ids(known.carrying('c2'))).toEqual(['e2', 'e3']);
    expect(ids(known.exchangesOf('https://shop.example'))).toEqual(['e1', 'e2', 'e3']);
    expect(ids(known.exchangesOf('https://api.example'))).toEqual(['e2']);
  });

  it('says what has become of a credential', () => {
    const over = cookie({ id: 'c3', cookie: { clearedAt: T0 } });
    expect(known.isLive(session)).toBe(true);
    expect(known.state(over)).toMatchObject({ state: 'cleared', since: T0 });
  });

  it('reads the address of each exchange once, whatever number of sites is asked about', () => {
    const read = vi.spyOn(site, 'siteOf');
    const view = new Known({ now: T0, credentials: [], exchanges });
    for (let n = 0; n < 60; n++) view.exchangesOf(`https://site${n}.example`);
    for (const each of exchanges) view.targetOf(each);
    expect(read.mock.calls.length).toBeLessThanOrEqual(exchanges.length);
    read.mockRestore();
  });
});
