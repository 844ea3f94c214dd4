import { describe, expect, it } from 'vitest';
import { CredentialStore } from '../../../src/engine/credentials/credential-store.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('bounds');
const id = () => random.bytes(16).toString('hex');

/** A page that loads advertising: as many cookies of other sites as are asked for. */
function decoys(analysis: Analysis, count: number): void {
  for (let n = 0; n < count; n += 100) {
    const lines = Array.from({ length: 100 }, (_, i) => `p${n + i}=${id()}; Secure; SameSite=None`);
    const url = `https://ads${n}.test/px`;
    analysis.addExchange(
      exchange({ url, type: 'other', topUrl: `${SHOP}/`, gets: { 'set-cookie': lines } }),
    );
  }
}

function login(analysis: Analysis, sid: string): void {
  const requestBody = readBody('application/x-www-form-urlencoded', 'user=a&password=b');
  const gets = { 'set-cookie': `sid=${sid}; Path=/` };
  analysis.addExchange(
    exchange({
      url: `${SHOP}/login`,
      method: 'POST',
      status: 303,
      redirectUrl: `${SHOP}/`,
      requestBody,
      gets,
    }),
  );
  analysis.addExchange(exchange({ url: `${SHOP}/`, sends: { cookie: `sid=${sid}` } }));
}

describe('more credentials than are followed', () => {
  it.each([
    ['before', true],
    ['after', false],
  ])('hide no login %s which they come', (_, first) => {
    const analysis = new Analysis();
    const sid = id();
    if (first) decoys(analysis, LIMITS.credentials + 300);
    login(analysis, sid);
    if (!first) decoys(analysis, LIMITS.credentials + 300);
    const all = analysis.credentials();
    expect(all.length).toBeLessThanOrEqual(LIMITS.credentials);
    expect(all.find(({ value }) => value === sid)?.role).toBe('session');
    const [limit] = analysis.limits();
    expect(limit).toEqual({
      what: 'credentials',
      limit: LIMITS.credentials,
      lost: LIMITS.credentials + 301 - all.length,
    });
  });
});

describe('more places than are listed', () => {
  it('are counted', () => {
    const store = CredentialStore.empty();
    const token = id();
    for (let n = 0; n < LIMITS.sightings + 7; n++) {
      store.token(token, {
        carrier: 'header',
        locator: 'x-token',
        direction: 'sent',
        origin: `https://s${n}.test`,
        at: n,
      });
    }
    const [one] = store.all();
    expect([one!.sightings.length, one!.unlisted]).toEqual([LIMITS.sightings, 7]);
    expect(store.limitsReached()).toEqual([
      { what: 'sightings', limit: LIMITS.sightings, lost: 7 },
    ]);
  });
});

describe('a store that goes on from another', () => {
  const place = (n: number) =>
    ({ carrier: 'body', locator: '/token', direction: 'received', origin: SHOP, at: n }) as const;

  it('writes nothing into it, nor it into the other', () => {
    const base = CredentialStore.empty();
    const [a, b, c] = [id(), id(), id()];
    base.token(a, place(1));
    base.create('cookie', 'cookie:["s"]', b, { ...place(1), carrier: 'cookie', locator: 's' });
    const before = JSON.stringify(base.save());
    const fork = base.fork();
    fork.token(c, place(2));
    fork.behaved('c2', { usedAnonymously: true });
    fork.setValue('c2', id());
    fork.loggedOut(SHOP, 5);
    fork.token(b, place(3));
    expect(JSON.stringify(base.save())).toBe(before);
    const told = JSON.stringify(fork.save());
    base.behaved('c1', { usedAnonymously: true });
    base.token(id(), place(9));
    expect(JSON.stringify(fork.save())).toBe(told);
  });
});
