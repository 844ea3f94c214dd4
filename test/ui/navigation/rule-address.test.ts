import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ruleAddress } from '../../../src/ui/navigation/rule-address.js';

it.each([
  ['cookie-missing-secure', '/rules/rule.html?id=cookie-missing-secure'],
  ['a&b=c#d', '/rules/rule.html?id=a%26b%3Dc%23d'],
  [undefined, '/rules/rule.html'],
])('leads from any page of the extension to the one that explains %s', (id, address) => {
  expect(ruleAddress(id)).toBe(address);
  expect(existsSync(`.${new URL(address, 'https://extension.test').pathname}`)).toBe(true);
});
