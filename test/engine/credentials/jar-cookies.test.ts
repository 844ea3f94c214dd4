import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { id, jar, lifeOf, sets } from '../../support/cookie-lives.js';
import { START } from '../../support/exchange.js';

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
