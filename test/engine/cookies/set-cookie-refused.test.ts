import { describe, expect, it } from 'vitest';
import { HTTPS, a, HTTP, read } from '../../support/set-cookie-line.js';

// Chrome's words were taken from Chromium 156 itself, which was sent these very lines.
describe('a cookie that is refused', () => {
  it.each([
    ['a control character', 'a\x01b=1', HTTPS, ['syntax'], ['DisallowedCharacter']],
    [
      'a control character in an attribute',
      'a=1; x=\x7f',
      HTTPS,
      ['syntax'],
      ['DisallowedCharacter'],
    ],
    ['a tab inside', 'a=b\tc', HTTPS, ['syntax'], ['DisallowedCharacter']],
    ['a tab inside an attribute', 'a=1;Pa\tth=/q', HTTPS, ['syntax'], ['DisallowedCharacter']],
    ['nothing at all', '', HTTPS, ['syntax'], ['NoCookieContent']],
    ['neither name nor value', ' = ; Path=/', HTTPS, ['syntax'], ['NoCookieContent']],
    [
      'its size before a tab in an attribute',
      `n=${a(4096)}; Se\tcure`,
      HTTPS,
      ['too-large'],
      ['NameValuePairExceedsMaxSize'],
    ],
    ['4,097 bytes', `n=${a(4096)}`, HTTPS, ['too-large'], ['NameValuePairExceedsMaxSize']],
    [
      '4,097 bytes in 4,096 letters',
      `ü=${a(4095)}`,
      HTTPS,
      ['too-large'],
      ['NameValuePairExceedsMaxSize'],
    ],
    ['another domain', 'a=1; Domain=example.net', HTTPS, ['domain-mismatch'], ['InvalidDomain']],
    [
      'a domain below the host',
      'a=1; Domain=a.www.example.org',
      HTTPS,
      ['domain-mismatch'],
      ['InvalidDomain'],
    ],
    ['a public suffix', 'a=1; Domain=org', HTTPS, ['public-suffix'], ['InvalidDomain']],
    [
      'a suffix of a company’s customers',
      'a=1; Domain=github.io',
      'https://me.github.io/',
      ['public-suffix'],
      ['InvalidDomain'],
    ],
    [
      'two reasons at once',
      '__Secure-a=1; SameSite=None; Domain=example.net',
      HTTPS,
      ['domain-mismatch', 'prefix'],
      ['InvalidDomain', 'InvalidPrefix'],
    ],
    ['Secure over http', 'a=1; Secure; SameSite=None', HTTP, ['secure-over-http'], ['SecureOnly']],
    [
      'None without Secure',
      'a=1; SameSite=None',
      HTTPS,
      ['samesite-none-insecure'],
      ['SameSiteNoneInsecure'],
    ],
    [
      'first of all, its domain',
      'a=1; Domain=example.net; SameSite=None',
      HTTP,
      ['domain-mismatch'],
      ['InvalidDomain'],
    ],
    ['a prefix over http', '__Secure-a=1; Secure', HTTP, ['prefix'], ['InvalidPrefix']],
    [
      'Partitioned without Secure, about which Chrome says nothing',
      'a=1; Partitioned',
      HTTPS,
      ['partitioned-insecure'],
      [],
    ],
  ])('%s', (_what, line, url, reasons, chrome) => {
    const { rejected, rejections } = read(line, url);
    expect(rejections.map(({ reason }) => reason)).toEqual(reasons);
    expect(rejections.flatMap((rejection) => rejection.chrome ?? [])).toEqual(chrome);
    expect(rejected).toBe(rejections[0]);
  });

  it.each([
    ['4,096 bytes', `n=${a(4095)}`, HTTPS],
    ['4,096 bytes with an umlaut', `ü=${a(4094)}`, HTTPS],
    ['tabs that are trimmed off', 'l\t=\tm\t;\tPath=/', HTTPS],
    ['Secure on this machine', 'a=1; Secure', 'http://localhost/'],
    ['Secure at a loopback address', 'a=1; Secure', 'http://127.0.0.1:8080/'],
    ['None with Secure', 'a=1; SameSite=None; Secure', HTTPS],
    ['Partitioned with Secure', 'a=1; Partitioned; Secure', HTTPS],
    ['Secure from a WebSocket over TLS', 'a=1; Secure', 'wss://www.example.org/socket'],
  ])('but not for %s', (_what, line, url) => {
    expect(read(line, url).rejections).toEqual([]);
  });
});
