import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Exchange, JarCookie } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('cookies');
const id = () => random.bytes(16).toString('hex');
const GONE = 'sid=; Path=/; Max-Age=0';

const sets = (at: number, line: string): Exchange =>
  exchange({ url: `${SHOP}/${at}`, at: START + at, gets: { 'set-cookie': line } });
const jar = (at: number, ...values: string[]) => ({
  kind: 'jar' as const,
  at: START + at,
  site: SHOP,
  domains: ['shop.test'],
  cookies: values.map((value): JarCookie => ({
    name: 'sid',
    value,
    domain: 'shop.test',
    path: '/',
    hostOnly: true,
    secure: false,
    httpOnly: false,
    sameSite: 'lax',
    partitioned: false,
    persistent: false,
  })),
});

/**
 * What became of the one cookie, in order: what happened, and the path of the request that did it.
 */
function lifeOf(...seen: (Exchange | ReturnType<typeof jar>)[]): string[] {
  const analysis = new Analysis();
  for (const one of seen) {
    if ('kind' in one) analysis.addSnapshot(one);
    else analysis.addExchange(one);
  }
  const { events } = analysis.report({
    source: { kind: 'tab', url: SHOP, dropped: 0 },
    version: '0',
    now: START + 100_000,
  });
  return events
    .filter(({ type }) => ['issued', 'rotated', 'cleared'].includes(type))
    .map(({ type, exchange: by }) => `${type} ${by ? new URL(by.url).pathname : '-'}`);
}

describe('a cookie that gets a new value', () => {
  it('rotates while the browser has it', () => {
    expect(lifeOf(sets(1, `sid=${id()}; Path=/`), sets(2, `sid=${id()}; Path=/`))).toEqual([
      'issued /1',
      'rotated /2',
    ]);
  });

  it('is issued anew after it was deleted, with whatever value', () => {
    const same = id();
    expect(
      lifeOf(sets(1, `sid=${same}; Path=/`), sets(2, GONE), sets(3, `sid=${id()}; Path=/`)),
    ).toEqual(['issued /1', 'cleared /2', 'issued /3']);
    expect(
      lifeOf(sets(1, `sid=${same}; Path=/`), sets(2, GONE), sets(3, `sid=${same}; Path=/`)),
    ).toEqual(['issued /1', 'cleared /2', 'issued /3']);
  });

  it('rotates where one response deletes the old one and sets the new one', () => {
    const both = (value: string) =>
      exchange({
        url: `${SHOP}/2`,
        at: START + 2,
        gets: { 'set-cookie': [GONE, `sid=${value}; Path=/`] },
      });
    const same = id();
    expect(lifeOf(sets(1, `sid=${same}; Path=/`), both(id()))).toEqual(['issued /1', 'rotated /2']);
    expect(lifeOf(sets(1, `sid=${same}; Path=/`), both(same))).toEqual(['issued /1']);
  });

  it('is issued anew after it had expired', () => {
    expect(
      lifeOf(sets(1, `sid=${id()}; Path=/; Max-Age=5`), sets(5_002, `sid=${id()}; Path=/`)),
    ).toEqual(['issued /1', 'issued /5002']);
    expect(
      lifeOf(sets(1, `sid=${id()}; Path=/; Max-Age=5`), sets(5_000, `sid=${id()}; Path=/`)),
    ).toEqual(['issued /1', 'rotated /5000']);
  });

  it('is issued when it is taken, not when it was refused', () => {
    expect(
      lifeOf(sets(1, `sid=${id()}; Path=/; SameSite=None`), sets(2, `sid=${id()}; Path=/`)),
    ).toEqual(['issued /2']);
  });

  it('is issued anew after the jar had lost it, though the jar tells first', () => {
    const [first, second] = [id(), id()];
    const seen = [
      sets(1, `sid=${first}; Path=/`),
      jar(2_000, first),
      jar(4_000),
      jar(6_000, second),
      sets(6_001, `sid=${second}; Path=/`),
    ];
    expect(lifeOf(...seen)).toEqual(['issued /1', 'cleared -', 'issued /6001']);
  });
});

it.each(['guest', '0', 'deleted'])('a cookie ends with a word for nobody: %s', (word) => {
  const given = sets(1, `sid=${id()}; Path=/`);
  expect(lifeOf(given, sets(2, `sid=${word}; Path=/`))).toEqual(['issued /1', 'cleared /2']);
});

it.each([
  ['just before', 9_990, '/10000'],
  ['long before', 10, undefined],
])('a login gives what the jar had %s its answer', (_, before, path) => {
  const [first, second] = [id(), id()];
  const line = `sid=${second}; Path=/; HttpOnly`;
  const analysis = new Analysis();
  analysis.addExchange(sets(1, `sid=${first}; Path=/; HttpOnly`));
  analysis.addSnapshot(jar(before, second));
  const requestBody = readBody('application/json', '{"user":"ada","password":"geheim"}');
  analysis.addExchange({
    ...sets(10_000, line),
    method: 'POST',
    request: { headers: [], body: requestBody },
  });
  const [cookie] = analysis.credentials();
  const by = cookie?.behaviour.issuedAtLogin?.url;
  expect(by && new URL(by).pathname).toBe(path);
});

describe('a cookie in the jar', () => {
  it('is there for as long as it is in it, whatever the tab showed when that was read', () => {
    const cookie = {
      name: 'theme',
      value: 'dark-and-quiet',
      domain: 'shop.test',
      path: '/',
      hostOnly: true,
      httpOnly: false,
      secure: false,
      sameSite: 'lax' as const,
      partitioned: false,
      persistent: false,
    };
    const seen = (at: number, site: string, there = true) => ({
      kind: 'jar' as const,
      at: START + at,
      site,
      cookies: there ? [cookie] : [],
      domains: ['shop.test'],
    });
    const steps = [
      seen(0, 'about:blank'),
      seen(5_000, 'http://shop.test'),
      seen(10_000, 'http://shop.test'),
    ];
    expect(lifeOf(...steps)).toEqual([]);
    expect(lifeOf(...steps, seen(15_000, 'http://shop.test', false))).toEqual(['cleared -']);
  });

  it.each([
    ['later than all', 9_000],
    ['at the moment of the last answer', 3_001],
  ])('is taken for an older jar where an answer replaced its value since: %s', (_, at) => {
    const [first, second, third] = [id(), id(), id()];
    const values = [first, second, third];
    const answers = values.map((value, i) => sets(i * 1_500 + 1, `sid=${value}; Path=/`));
    const before = lifeOf(...answers);
    for (const old of [first, second]) expect(lifeOf(...answers, jar(at, old))).toEqual(before);
    expect(lifeOf(...answers, jar(at, id()))).toEqual([...before, 'rotated -']);
  });

  it('is brought back where what replaced it was no answer that was seen', () => {
    const [first, second] = [id(), id()];
    const seen = [sets(1, `sid=${first}; Path=/`), jar(2_000, second)];
    expect(lifeOf(...seen, jar(4_000, first))).toEqual([...lifeOf(...seen), 'rotated -']);
  });
});

describe('a line of which nobody knows when it came', () => {
  const endOf = (line: string, at: number) => {
    const analysis = new Analysis();
    analysis.addExchange(exchange({ url: SHOP, at, gets: { 'set-cookie': line } }));
    const [one] = analysis.credentials();
    return [one?.expires, one?.expiresAt, one?.attributes?.persistent];
  };
  const date = 'Fri, 01 Jan 2027 00:00:00 GMT';

  it('tells by a date that it is kept, and not for how long', () => {
    expect(endOf(`sid=${id()}; Expires=${date}`, 0)).toEqual(['unknown', undefined, true]);
    expect(endOf(`sid=${id()}; Expires=${date}`, START)).toEqual(['at', Date.parse(date), true]);
  });

  it('tells by Max-Age for how long', () => {
    expect(endOf(`sid=${id()}; Max-Age=60`, 0)).toEqual(['at', 60_000, true]);
    expect(endOf(`sid=${id()}`, 0)).toEqual(['session', undefined, false]);
  });
});
