import { expect, it } from 'vitest';
import { pointedAt } from '../../../src/engine/pipeline/pointed-at.js';

it('finds every reference to an exchange, however deep', () => {
  const ref = (id: string) => ({ id, method: 'GET', url: 'https://a.test/' });
  const data = [
    { id: 'c1', sightings: [{ firstExchange: ref('1'), lastExchange: ref('2') }] },
    { at: 1, exchange: ref('3'), detail: null },
    { behaviour: { issuedAtLogin: ref('2') }, id: 'x', url: 'https://a.test/' },
  ];
  expect([...pointedAt(data)]).toEqual(['1', '2', '3']);
  expect([...pointedAt(undefined)]).toEqual([]);
});
