import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { b64u } from '../../support/base64.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('lives');
const sid = random.bytes(16).toString('hex');
const state = b64u(JSON.stringify({ passport: { user: 7 }, at: 1_767_000_000 }));

const set = (line: string, spec: Partial<ExchangeSpec> = {}) =>
  exchange({ url: `${SHOP}/login`, gets: { 'set-cookie': line }, ...spec });

/** The one cookie after these. */
function after(...exchanges: ReturnType<typeof exchange>[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  const all = analysis.credentials();
  expect(all).toHaveLength(1);
  return all[0]!;
}

describe('the end of a cookie’s life changes nothing that it was', () => {
  it.each([
    ['a deletion', `s=${sid}; Path=/; HttpOnly; Secure; SameSite=Lax`, 's=; Path=/; Max-Age=0'],
    [
      'a date in the past',
      `s=${sid}; Path=/; HttpOnly`,
      's=gone; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    ],
    [
      'an empty value with a date to come',
      `s=${sid}; Path=/; Secure; HttpOnly`,
      's=; Path=/; Max-Age=3600',
    ],
    [
      '"deleted" with all flags',
      `s=${sid}; Path=/`,
      's=deleted; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=31536000',
    ],
    ['an empty object in base64', `s=${state}; Path=/; HttpOnly`, 's=e30=; Path=/'],
    ['"false"', `s=${sid}; Path=/; Max-Age=600`, 's=false; Path=/'],
  ])('%s', (_, first, last) => {
    const alive = after(set(first));
    const over = after(set(first), set(last, { url: `${SHOP}/logout` }));
    const { value, format, attributes, expires, valueCount } = alive;
    expect(over).toMatchObject({ value, format, attributes, expires, valueCount });
    expect(over.cookie?.clearedBy?.url).toBe(`${SHOP}/logout`);
    expect(over.life.map(({ type }) => type)).toEqual(['cleared']);
  });

  it('by a script: the next request says so', () => {
    const over = after(
      set(`s=${sid}; Path=/`),
      exchange({ url: SHOP, sends: { cookie: 's=null' } }),
    );
    expect(over).toMatchObject({ value: sid, valueCount: 1 });
    expect(over.cookie?.clearedAt).toBeDefined();
    expect(over.cookie?.clearedBy).toBeUndefined();
  });

  it('until a new life begins', () => {
    const next = random.bytes(16).toString('hex');
    const over = after(
      set(`s=${sid}; Path=/`),
      set('s=deleted; Path=/'),
      set(`s=${next}; Path=/; HttpOnly`),
    );
    expect(over).toMatchObject({ value: next, valueCount: 2, attributes: { httpOnly: true } });
    expect(over.cookie?.clearedAt).toBeUndefined();
    expect(over.life.map(({ type }) => type)).toEqual(['cleared', 'issued']);
  });
});

describe('a small value', () => {
  it.each([
    ['consent', ['true', 'false']],
    ['flash', ['', 'null']],
    ['step', ['1', '0']],
  ])('of %s changes and ends nothing', (name, values) => {
    const last = after(...values.map((value) => set(`${name}=${value}; Path=/`)));
    expect(last.value).toBe(values.at(-1));
    expect(last.cookie?.clearedAt).toBeUndefined();
  });
});

describe('what a list of cookies does not say', () => {
  it('is unknown, not absent', () => {
    const analysis = new Analysis();
    const one = exchange({ url: SHOP, at: START });
    one.response!.headers.push({
      name: 'set-cookie',
      value: `s=${sid}; HttpOnly`,
      unknown: ['secure', 'sameSite', 'persistent', 'path'],
    });
    analysis.addExchange(one);
    const [cookie] = analysis.credentials();
    expect(cookie!.attributes).toEqual({
      httpOnly: true,
      domain: 'shop.test',
      hostOnly: true,
      partitioned: false,
    });
    expect(cookie!.expires).toBe('unknown');
  });
});
