import { describe, expect, it } from 'vitest';
import { UnnamedValues } from '../../../src/engine/credentials/unnamed-values.js';
import { seen } from '../../support/new-sighting.js';

const by = (url: string) => ({ exchange: { id: 'x1', method: 'GET', url } });
const at = (moment: number, locator: string) => seen(moment, { locator });

describe('a value without a name', () => {
  it('is kept with the places where it was, each once, after a stop as well', () => {
    const values = new UnnamedValues();
    values.note('v', at(1, 'a'));
    values.note('v', at(2, 'b'));
    values.note('v', at(3, 'a'));
    const restored = new UnnamedValues(JSON.parse(JSON.stringify(values.save())));
    for (const one of [values, restored])
      expect(one.placesOf('v')).toEqual([at(1, 'a'), at(2, 'b')]);
    expect(values.placesOf('w')).toEqual([]);
  });

  it('has so many places and no more', () => {
    const values = new UnnamedValues();
    for (const moment of [1, 2, 3, 4, 5, 6]) values.note('v', at(moment, `x-${moment}`));
    expect(values.placesOf('v').map((one) => one.at)).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['is a document', 'v'.repeat(513), 'https://a.test/'],
    ['came by an address that is long', 'v', `https://a.test/${'a'.repeat(2_048)}`],
  ])('is not kept where it %s', (_, value, url) => {
    const values = new UnnamedValues();
    values.note(value, seen(1, by(url)));
    expect(values.placesOf(value)).toEqual([]);
  });

  it('gives way where many others came since it was last seen in a new place', () => {
    const values = new UnnamedValues();
    values.note('first', at(0, 'a'));
    values.note('second', at(0, 'a'));
    for (let n = 2; n < 600; n++) values.note(`v${n}`, at(n, 'a'));
    values.note('first', at(600, 'b'));
    values.note('new', at(601, 'a'));
    expect(values.save()).toHaveLength(600);
    expect(values.placesOf('first')).toHaveLength(2);
    expect(values.placesOf('second')).toEqual([]);
  });

  it('is taken from the places that are asked for, and once', () => {
    const values = new UnnamedValues();
    for (const [moment, locator] of ['a', 'b', 'c'].entries())
      values.note('v', at(moment, locator));
    const isFirst = ({ locator }: { locator: string }) => locator === 'a';
    expect(values.take('v', isFirst)).toEqual([at(0, 'a')]);
    expect(values.take('v', isFirst)).toEqual([]);
    expect(values.take('v', () => true)).toEqual([at(1, 'b'), at(2, 'c')]);
    expect(values.take('v', () => true)).toEqual([]);
    expect(values.save()).toEqual([]);
  });
});

it('values of a place come in the order in which they were seen, however they were told', () => {
  const values = new UnnamedValues();
  values.note('late', at(5, 'a'));
  values.note('other', at(2, 'b'));
  values.note('early', at(1, 'a'));
  values.note('middle', at(3, 'a'));
  expect(values.valuesIn(({ locator }) => locator === 'a')).toEqual(['early', 'middle', 'late']);
});
