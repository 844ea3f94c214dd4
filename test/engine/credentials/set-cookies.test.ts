import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { id, jar, lifeOf, sets, SHOP } from '../../support/cookie-lives.js';
import { exchange, START } from '../../support/exchange.js';

const GONE = 'sid=; Path=/; Max-Age=0';

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
