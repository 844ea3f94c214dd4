import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgetTexts } from '../../../../src/engine/memo.js';
import {
  isLocal,
  originOf,
  domainOf,
  pageAddress,
  pathOf,
  parseUrl,
  registrableDomain,
  siteOf,
} from '../../../../src/engine/normalize/addresses/site.js';

describe('the site of a URL', () => {
  it.each([
    ['https://www.example.co.uk:8443/a?b', 'https://example.co.uk'],
    ['http://www.example.org/', 'http://example.org'],
    ['wss://chat.example.org/', 'https://example.org'],
    ['ws://chat.example.org/', 'http://example.org'],
    ['https://me.github.io/', 'https://me.github.io'],
    ['https://github.io/', 'https://github.io'],
    ['http://localhost:3000/', 'http://localhost'],
    ['http://app.localhost/', 'http://app.localhost'],
    ['http://192.168.0.1/', 'http://192.168.0.1'],
    ['http://[::1]:80/', 'http://[::1]'],
    ['https://WWW.BÜCHER.example/', 'https://xn--bcher-kva.example'],
    ['https://user:secret@example.org/', 'https://example.org'],
    ['nowhere', 'unknown:'],
    ['', 'unknown:'],
  ])('%s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});

describe('the origin of a URL', () => {
  it.each([
    ['https://a.example.org:8443/x', 'https://a.example.org:8443'],
    ['wss://a.example.org/x', 'https://a.example.org'],
    ['ws://a.example.org:81/', 'http://a.example.org:81'],
    ['nowhere', 'unknown:'],
  ])('%s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });
});

describe('the domain of a URL', () => {
  it.each([
    ['https://shop.example.co.uk/cart', 'example.co.uk'],
    ['http://user.github.io', 'user.github.io'],
    ['https://127.0.0.1:8080/', '127.0.0.1'],
    ['wss://localhost/live', 'localhost'],
    ['not a url', undefined],
    ['data:text/plain,hello', undefined],
  ])('of %s is %s', (url, domain) => {
    expect(domainOf(url)).toBe(domain);
  });
});

describe('the path of a URL', () => {
  it.each([
    ['https://shop.test/a/b?c=d#e', '/a/b'],
    ['https://shop.test', '/'],
    ['not a url', ''],
    [undefined, ''],
  ])('of %s is %s', (url, path) => {
    expect(pathOf(url)).toBe(path);
  });
});

describe('this machine', () => {
  it.each(['localhost', 'LOCALHOST', 'app.localhost', '127.0.0.1', '127.255.0.1', '[::1]'])(
    'is %s',
    (host) => {
      expect(isLocal(host)).toBe(true);
    },
  );

  it.each([
    'example.org',
    'localhost.example.org',
    'notlocalhost',
    '128.0.0.1',
    '127.0.0.1.example.org',
    '[::2]',
    '',
  ])('is not %j', (host) => {
    expect(isLocal(host)).toBe(false);
  });
});

describe('any text', () => {
  it('has a site and an origin', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (url) => {
        expect(siteOf(url)).toMatch(/^[a-z][a-z0-9+.-]*:/);
        expect(originOf(url)).toMatch(/^[a-z][a-z0-9+.-]*:/);
        expect(parseUrl(url) === undefined).toBe(siteOf(url) === 'unknown:');
      }),
    );
  });

  it('that is a domain is or ends with its registrable domain', () => {
    fc.assert(
      fc.property(fc.domain(), (host) => {
        const domain = registrableDomain(host);
        expect(host === domain || host.endsWith(`.${domain}`)).toBe(true);
        expect(registrableDomain(domain)).toBe(domain);
      }),
    );
  });
});

describe('parseUrl', () => {
  it('gives the same for an address that was asked for before, and nothing for what is none', () => {
    const first = parseUrl('https://a.test/x?y=1');
    expect(parseUrl('https://a.test/x?y=1')).toBe(first);
    expect(first?.search).toBe('?y=1');
    for (let n = 0; n < 20; n += 1) expect(parseUrl(`https://a.test/${n}`)?.pathname).toBe(`/${n}`);
    expect(parseUrl('no address')).toBeUndefined();
    expect(parseUrl('no address')).toBeUndefined();
  });

  it('holds nothing after it was told to forget', () => {
    const before = parseUrl('https://a.test/secret');
    forgetTexts();
    expect(parseUrl('https://a.test/secret')).not.toBe(before);
  });

  it('nor does the language hold what an expression was found in', () => {
    expect(pageAddress('https://a.test/x#secret')).toBe('https://a.test/x');
    expect(Reflect.get(RegExp, 'input')).toContain('secret');
    forgetTexts();
    expect(Reflect.get(RegExp, 'input')).toBe('');
  });
});
