import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hostOf,
  isAmong,
  isOption,
  isSomeOptions,
  optionsIn,
} from '../../src/messaging/options.js';

describe('the host that somebody meant', () => {
  it.each([
    ['shop.example', 'shop.example'],
    [' Shop.Example ', 'shop.example'],
    ['https://www.shop.example/cart?a=1', 'www.shop.example'],
    ['http://localhost:3000', 'localhost'],
    ['localhost:3000', 'localhost'],
    ['*.shop.example', 'shop.example'],
    ['shop.example.', 'shop.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]:8080', '[::1]'],
    ['', undefined],
    ['*', undefined],
    ['shop.*', undefined],
    ['two words', undefined],
    ['file:///etc/passwd', undefined],
    ['chrome://settings', undefined],
    ['javascript:alert(1)', undefined],
  ])('%s: %s', (written, host) => {
    expect(hostOf(written)).toBe(host);
  });

  it('is one that stays what it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (written) => {
        const host = hostOf(written);
        expect(host && hostOf(host)).toBe(host);
      }),
    );
  });
});

describe('sites that are allowed', () => {
  const sites = ['shop.example', '127.0.0.1'];

  it.each([
    ['https://shop.example/', true],
    ['http://www.shop.example:8080/a', true],
    ['wss://live.shop.example/', true],
    ['https://notshop.example/', false],
    ['https://shop.example.evil.test/', false],
    ['https://evil.test/?shop.example', false],
    ['https://shop.example@evil.test/', false],
    ['http://127.0.0.1:3000/', true],
    ['chrome://newtab/', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (url, allowed) => {
    expect(isAmong(sites, url)).toBe(allowed);
  });
});

describe('options', () => {
  it.each<[string, unknown, boolean]>([
    ['capture', 'allowed', true],
    ['capture', 'some', false],
    ['sites', ['shop.example'], true],
    ['sites', ['Shop.example'], false],
    ['sites', ['https://shop.example'], false],
    ['sites', 'shop.example', false],
    ['sites', Array(1_001).fill('a.example'), false],
    ['preserveLog', 0, false],
    ['theme', 'dark', true],
    ['keptMegabytes', 2, true],
    ['keptMegabytes', 1_000, false],
    ['toString', 'x', false],
  ])('%s may be %j: %s', (name, value, may) => {
    expect(isOption(name, value)).toBe(may);
    expect(isSomeOptions({ [name]: value })).toBe(may);
    expect(optionsIn({ [name]: value, more: 1 })).toEqual(may ? { [name]: value } : {});
  });

  it.each([null, undefined, 7, 'all'])('are none in %j', (value) => {
    expect(isSomeOptions(value)).toBe(false);
    expect(optionsIn(value)).toEqual({});
  });
});
