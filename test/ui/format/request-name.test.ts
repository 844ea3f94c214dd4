import { describe, expect, it } from 'vitest';
import { listedName, requestName } from '../../../src/ui/format/request-name.js';

describe('requestName', () => {
  it.each([
    ['https://shop.test/api/token?code=…(43)#x', 'GET /api/token'],
    ['https://shop.test', 'GET /'],
    ['https://shop.test/help;jsessionid=D0D5…(32)', 'GET /help;jsessionid=D0D5…(32)'],
    ['no address', 'GET no address'],
    [`https://shop.test/${'x'.repeat(500)}`, `GET /${'x'.repeat(79)}…`],
  ])('%s', (url, name) => {
    expect(requestName({ id: 'r1', method: 'GET', url })).toBe(name);
  });
});

describe('listedName', () => {
  it.each([
    ['https://shop.test/', 'shop.test'],
    ['https://shop.test:8080', 'shop.test:8080'],
    // The host has a column of its own, and the room is for what tells requests apart.
    ['https://shop.test/?_task=mail', '/?_task=mail'],
    ['https://shop.test/api/token?code=…(43)', 'token?code=…(43)'],
    ['https://shop.test/orders/', 'orders/'],
    ['no address', 'no address'],
  ])('%s', (url, name) => {
    expect(listedName(url)).toBe(name);
  });
});
