import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { JarCookie, StorageSnapshot } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, START } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('marks');
const id = () => random.bytes(16).toString('hex');

const jarCookie = (name: string, value: string): JarCookie => ({
  name,
  value,
  domain: 'shop.test',
  path: '/',
  hostOnly: true,
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  partitioned: false,
  persistent: false,
});
const jar = (at: number, ...cookies: JarCookie[]) => ({
  kind: 'jar' as const,
  at: START + at,
  site: SHOP,
  cookies,
  domains: ['shop.test'],
});
const storage = (at: number, items: Record<string, string>): StorageSnapshot => ({
  kind: 'storage',
  at: START + at,
  origin: SHOP,
  area: 'localStorage',
  dropped: 0,
  items: Object.entries(items).map(([key, value]) => ({ key, value, length: value.length })),
});
const login = (at: number, setCookie: string) =>
  exchange({
    url: `${SHOP}/login`,
    method: 'POST',
    at: START + at,
    status: 303,
    redirectUrl: `${SHOP}/`,
    requestBody: readBody('application/x-www-form-urlencoded', 'user=a&password=b'),
    gets: { 'set-cookie': setCookie },
  });
const logout = (at: number) =>
  exchange({ url: `${SHOP}/logout`, method: 'POST', at: START + at, status: 303 });
const names = (analysis: Analysis, ids: string[] | null) =>
  ids?.map((one) => analysis.credentials().find((c) => c.id === one)!.name).toSorted();

describe('two marked moments', () => {
  it('tell what appeared, changed, stayed and vanished, and whether the session rotated at the login', () => {
    const [before, after] = [id(), id()];
    const analysis = new Analysis();
    analysis.addSnapshot(
      jar(0, jarCookie('sid', before), jarCookie('lang', 'en'), jarCookie('promo', id())),
    );
    analysis.mark('before login', START + 100);
    analysis.addExchange(login(5_000, `sid=${after}; Path=/; HttpOnly; Secure`));
    const token = jwtOf({ scope: 'x' });
    analysis.addSnapshot(storage(9_000, { token }));
    analysis.addSnapshot(jar(9_000, jarCookie('sid', after), jarCookie('lang', 'en')));
    analysis.mark('after login', START + 10_000);
    const [from, to] = analysis.marks();
    const compared = analysis.compare(from!.id, to!.id)!;
    expect(compared.sessionRotated).toBe(true);
    expect(compared.leftBehind).toBeNull();
    expect(
      [compared.appeared, compared.changed, compared.stayed, compared.vanished].map((ids) =>
        names(analysis, ids),
      ),
    ).toEqual([['token'], ['sid'], ['lang'], ['promo']]);
    const valuesOf = (name: string) =>
      compared.values[analysis.credentials().find((one) => one.name === name)!.id]!;
    expect(valuesOf('token')).toEqual({ after: expect.stringMatching(/^[\da-f]{12}$/) });
    expect(Object.keys(valuesOf('promo'))).toEqual(['before']);
    expect(valuesOf('lang').before).toBe(valuesOf('lang').after);
    expect(valuesOf('sid').before).not.toBe(valuesOf('sid').after);
  });

  it('tell a session that did not rotate', () => {
    const same = id();
    const analysis = new Analysis();
    analysis.addExchange(
      exchange({ url: SHOP, at: START, gets: { 'set-cookie': `connect.sid=${same}; Path=/` } }),
    );
    analysis.mark('before', START + 100);
    analysis.addExchange(login(5_000, `connect.sid=${same}; Path=/`));
    analysis.mark('after', START + 6_000);
    expect(analysis.compare(1, 2)!.sessionRotated).toBe(false);
  });

  it('tell what a logout left behind in jar and storage, and what it removed', () => {
    const [kept, gone] = [jwtOf({ scope: 'kept' }), jwtOf({ scope: 'gone' })];
    const analysis = new Analysis();
    analysis.addExchange(login(0, `connect.sid=${id()}; Path=/`));
    analysis.addSnapshot(storage(1_000, { access_token: kept, refresh_token: gone }));
    analysis.mark('after login', START + 2_000);
    analysis.addExchange(logout(5_000));
    analysis.addSnapshot(storage(6_000, { access_token: kept }));
    analysis.mark('after logout', START + 7_000);
    const restored = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    const compared = restored.compare(1, 2)!;
    expect(names(restored, compared.leftBehind)).toEqual(['access_token', 'connect.sid']);
    expect(names(restored, compared.vanished)).toEqual(['refresh_token']);
  });

  it('need two marks that exist', () => {
    const analysis = new Analysis();
    analysis.mark('only', START);
    expect(analysis.compare(1, 2)).toBeUndefined();
  });
});

it('does not take a cookie for removed that the jar may not know yet, or that belongs to another site', () => {
  const analysis = new Analysis();
  analysis.addSnapshot(jar(0, jarCookie('sid', id())));
  analysis.addExchange(
    exchange({ url: SHOP, at: START + 10_000, gets: { 'set-cookie': `sid=${id()}; Path=/` } }),
  );
  analysis.addSnapshot(jar(10_200));
  expect(analysis.credentials()[0]!.cookie!.clearedAt).toBeUndefined();
  analysis.addSnapshot({ ...jar(20_000), domains: ['other.test'] });
  expect(analysis.credentials()[0]!.cookie!.clearedAt).toBeUndefined();
  analysis.addSnapshot(jar(30_000));
  expect(analysis.credentials()[0]!.cookie!.clearedAt).toBe(START + 30_000);
});
