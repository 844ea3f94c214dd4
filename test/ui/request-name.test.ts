import { describe, expect, it } from 'vitest';
import { requestName } from '../../src/ui/request-name.js';

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
