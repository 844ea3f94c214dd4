import { expect, it } from 'vitest';
import { shownAddress } from '../../../src/recording/shown/address.js';
import { Seeded } from '../../support/seeded.js';

const secret = new Seeded('address').bytes(16).toString('hex');

it.each([
  `https://shop.test/cb?token=${secret}`,
  `https://ann:${secret}@shop.test/`,
  `HTTPS://shop.test/cb?token=${secret}`,
  `chrome://settings/?q=${secret}`,
  `about:blank#${secret}`,
  `data:text/html,${secret}`,
  `blob:https://shop.test/${secret}`,
  `javascript:${secret}`,
  secret,
])('the secret in %s is not told', (url) => {
  expect(shownAddress(url)).not.toContain(secret);
});

it.each([
  ['https://shop.test/a', 'https://shop.test/a'],
  ['about:blank', 'about:blank'],
  ['chrome://newtab/', 'chrome://newtab/'],
  ['data:text/html,x', 'data:'],
  ['', ''],
])('%s is told as %s', (url, shown) => {
  expect(shownAddress(url)).toBe(shown);
});
