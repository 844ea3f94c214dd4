import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, isOfWeb, withoutFragment } from '../../src/engine/address.js';

describe('an address', () => {
  it.each([
    ['https://a.example/b?c#d', undefined, 'https://a.example/b?c#d'],
    ['/b', 'https://a.example/c', 'https://a.example/b'],
    ['https://WWW.BÜCHER.example/', undefined, 'https://www.xn--bcher-kva.example/'],
    ['/caf\u00e9', 'https://a.example/', 'https://a.example/caf%C3%A9'],
    ['nowhere', undefined, undefined],
    ['', undefined, undefined],
    ['https://[', 'https://a.example/', undefined],
  ])('%s at %s', (text, base, href) => {
    expect(addressOf(text, base)?.href).toBe(href);
  });

  it('is read the same after many: what is hot may be compiled otherwise', () => {
    const address = 'https://www.b\u00fccher.example/';
    let read = 0;
    for (let round = 0; round < 50_000; round++) if (addressOf(address)) read++;
    expect(read).toBe(50_000);
  });

  it('is never an exception', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.webUrl(), { nil: undefined }),
        (text, base) => {
          expect(() => addressOf(text, base)).not.toThrow();
        },
      ),
    );
  });
});

describe('withoutFragment', () => {
  it.each([
    ['https://shop.test/a?b=1#c', 'https://shop.test/a?b=1'],
    ['https://shop.test/#/a?b#c', 'https://shop.test/'],
    ['https://shop.test/#', 'https://shop.test/'],
    ['https://shop.test/a%23b', 'https://shop.test/a%23b'],
    ['', ''],
  ])('%s is asked for as %s', (url, sent) => {
    expect(withoutFragment(url)).toBe(sent);
  });
});

it.each([
  ['https://shop.test/', true],
  ['http:', true],
  ['ftp://shop.test/', false],
  ['wss://shop.test/', false],
  ['chrome://settings', false],
  ['about:blank#https:', false],
  ['', false],
])('%s is of the web: %s', (address, isOne) => {
  expect(isOfWeb(address)).toBe(isOne);
});
