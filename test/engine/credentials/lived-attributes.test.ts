import { describe, expect, it } from 'vitest';
import { hasLived, livedAttributes } from '../../../src/engine/credentials/lived-attributes.js';
import { cookie, cookieHeaderOnly, sighting } from '../../support/credential.js';

const sentTo = (...origins: string[]) => ({
  sightings: origins.map((origin) => sighting({ carrier: 'cookie', locator: 'sid', origin })),
});

describe('the attributes that a cookie had', () => {
  it.each([
    ['nothing is known where only https was seen', sentTo('https://shop.example'), undefined],
    ['plain http is no place for a Secure cookie', sentTo('http://shop.example'), false],
    ['but this machine is', sentTo('http://localhost:3000', 'http://127.0.0.1'), undefined],
    ['one such place is enough', sentTo('http://localhost', 'http://shop.example'), false],
    [
      'a header of script is another matter',
      { sightings: [sighting({ origin: 'http://shop.example' })] },
      undefined,
    ],
  ])('%s', (_what, seen, secure) => {
    expect(livedAttributes(cookieHeaderOnly(seen)).secure).toBe(secure);
  });

  it('are as they were set where that was seen', () => {
    expect(livedAttributes(cookie(sentTo('http://shop.example'))).secure).toBe(true);
  });

  it.each([
    [{}, true],
    [{ clearedAt: 1 }, true],
    [{ expiredOnArrival: true }, false],
    [{ rejected: { reason: 'prefix', text: { key: 'k', english: 'e', values: {} } } }, false],
  ] as const)('of %j: it lived %s', (history, lived) => {
    expect(hasLived(cookie({ cookie: history }))).toBe(lived);
  });
});
