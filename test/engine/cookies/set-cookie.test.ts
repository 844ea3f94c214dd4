import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONG_AGO, readSetCookie } from '../../../src/engine/cookies/set-cookie.js';
import { OF_SET_COOKIE } from '../../support/hostile-inputs.js';

const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const HTTPS = 'https://www.example.org/shop/cart';
const HTTP = 'http://www.example.org/shop/cart';

const read = (line: string, url = HTTPS) => readSetCookie(line, url, NOW);
const a = (length: number) => 'a'.repeat(length);

describe('a cookie that is stored', () => {
  it('has what the line says, and the host and the default path for what it does not', () => {
    expect(read('sid=1')).toEqual({
      name: 'sid',
      value: '1',
      attributes: {
        httpOnly: false,
        secure: false,
        sameSite: 'unset',
        domain: 'www.example.org',
        path: '/shop',
        hostOnly: true,
        partitioned: false,
        persistent: false,
      },
      rejections: [],
      diagnoses: [],
      written: [],
    });
  });

  it('has every attribute, in any case and with blanks around', () => {
    const line =
      'sid = 1 ;\tDOMAIN = .Example.ORG ; path\t=\t/a b;secure; httponly;SameSite= lAx ' +
      ';partitioned; max-age=60';
    expect(read(line)).toMatchObject({
      name: 'sid',
      value: '1',
      expiresAt: NOW + 60_000,
      attributes: {
        httpOnly: true,
        secure: true,
        sameSite: 'lax',
        domain: 'example.org',
        path: '/a b',
        hostOnly: false,
        partitioned: true,
        persistent: true,
      },
      rejections: [],
      diagnoses: [],
    });
  });

  it.each([
    ['foo', '', 'foo'],
    ['=foo', '', 'foo'],
    ['==foo', '', '=foo'],
    ['a=b=c', 'a', 'b=c'],
    ['a="b c"', 'a', '"b c"'],
    ['a\u00a0=\u00a0b', 'a\u00a0', '\u00a0b'],
    ['a=', 'a', ''],
  ])('%j is read as browsers do', (line, name, value) => {
    expect(read(line)).toMatchObject({ name, value, rejections: [] });
  });
});

describe('the time until which it is kept', () => {
  it.each([
    ['nothing', 'a=1', undefined],
    ['Max-Age', 'a=1; Max-Age=60', NOW + 60_000],
    ['a plus sign, as Chromium reads it', 'a=1; Max-Age=+60', NOW + 60_000],
    ['Max-Age of zero', 'a=1; Max-Age=0', LONG_AGO],
    ['Max-Age below zero', 'a=1; Max-Age=-7', LONG_AGO],
    [
      'Max-Age over Expires',
      'a=1; Max-Age=60; Expires=Fri, 01 Jan 2021 00:00:00 GMT',
      NOW + 60_000,
    ],
    [
      'Expires where Max-Age is none',
      'a=1; Max-Age=x; Expires=Fri, 01 Jan 2027 00:00:00 GMT',
      Date.UTC(2027, 0, 1),
    ],
    ['the last of two', 'a=1; Max-Age=60; Max-Age=120', NOW + 120_000],
    ['the last of two, though it is none', 'a=1; Max-Age=60; Max-Age=soon', undefined],
    ['a date that is none', 'a=1; Expires=tomorrow', undefined],
    [
      'the end of time for what lies behind it',
      `a=1; Max-Age=${'9'.repeat(400)}`,
      8_640_000_000_000_000,
    ],
  ])('%s', (_what, line, expiresAt) => {
    const cookie = read(line);
    expect(cookie.expiresAt).toBe(expiresAt);
    expect(cookie.attributes.persistent).toBe(expiresAt !== undefined);
  });
});

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

describe('what a browser ignores or corrects', () => {
  it.each([
    ['a bad date', 'a=1; Expires=tomorrow', 'date-invalid'],
    ['a bad Max-Age', 'a=1; Max-Age=1.5', 'max-age-invalid'],
    ['a plus sign', 'a=1; Max-Age=+5', 'max-age-plus'],
    ['an unknown SameSite', 'a=1; SameSite=Sometimes', 'samesite-unknown'],
    ['a relative path', 'a=1; Path=shop', 'path-invalid'],
    ['a long attribute', `a=1; Path=/${a(1024)}`, 'attribute-too-long'],
    ['no name', 'token', 'nameless'],
    ['Secure=false', 'a=1; Secure=false', 'flag-value'],
    ['an attribute twice', 'a=1; Path=/; Path=/x', 'attribute-twice'],
    ['an unknown attribute', 'a=1; Sekure', 'attribute-unknown'],
    ['an empty Domain', 'a=1; Domain=', 'domain-empty'],
    [
      'two times that disagree',
      'a=1; Max-Age=60; Expires=Fri, 01 Jan 2027 00:00:00 GMT',
      'expires-overruled',
    ],
    ['more than 400 days', 'a=1; Max-Age=99999999', 'lifetime-capped'],
  ])('%s', (_what, line, code) => {
    expect(read(line).diagnoses.map((diagnosis) => diagnosis.code)).toEqual([code]);
  });

  it('warns of a nameless cookie that comes back with a name', () => {
    expect(read('=a=b').diagnoses.map(({ code }) => code)).toEqual(['nameless', 'nameless-equals']);
  });

  it('says nothing of the two times that delete, nor of two that agree', () => {
    expect(read('a=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT').diagnoses).toEqual([]);
    expect(read('a=1; Max-Age=86400; Expires=Fri, 02 Jan 2026 00:00:10 GMT').diagnoses).toEqual([]);
  });

  it('forgives clocks that differ by a minute, and no more', () => {
    const keys = (line: string) => read(line).diagnoses.map(({ text }) => text.key);
    const until = (time: string) => `a=1; Max-Age=86400; Expires=Fri, 02 Jan 2026 ${time} GMT`;
    expect(keys(until('00:01:00'))).toEqual([]);
    expect(keys(until('00:01:01'))).toEqual(['diagnosis_expires_overruled']);
    const age = (seconds: number) => `a=1; Max-Age=${400 * 86_400 + seconds}`;
    expect(keys(age(60))).toEqual([]);
    expect(keys(age(61))).toEqual(['diagnosis_lifetime_capped']);
  });

  it('keeps the valid attribute where a longer one follows', () => {
    expect(read(`a=1; Path=/x; Path=/${a(1024)}`).attributes.path).toBe('/x');
  });

  it('never repeats a piece of the value: after a stray semicolon it stands where attributes do', () => {
    expect(JSON.stringify(read('session=abc;s3cr3t;x=t0k3n').diagnoses)).not.toMatch(
      /s3cr3t|t0k3n/,
    );
  });

  it('says each thing once', () => {
    expect(
      read(`a=1${'; Max-Age=x; Sekure'.repeat(10_000)}`)
        .diagnoses.map(({ code }) => code)
        .toSorted(),
    ).toEqual(['attribute-twice', 'attribute-unknown', 'max-age-invalid']);
  });
});

describe('plain RFC 6265', () => {
  const plain = (line: string, url = HTTP) => readSetCookie(line, url, NOW, 'rfc6265');

  it('has no nameless cookies', () => {
    expect(plain('foo').rejections).toHaveLength(1);
  });

  it.each(['a=1; Secure', '__Host-a=1', 'a=1; SameSite=None', 'a=1; Partitioned', `a=${a(5000)}`])(
    'takes %.30s',
    (line) => {
      expect(plain(line).rejections).toEqual([]);
    },
  );

  it('ends a line at a NUL', () => {
    expect(plain('a=1\x002; Secure')).toMatchObject({ value: '1', attributes: { secure: false } });
  });

  it('keeps a good attribute where a bad one follows', () => {
    expect(plain('a=1; Max-Age=60; Max-Age=soon').expiresAt).toBe(NOW + 60_000);
  });
});

describe('any line', () => {
  const anyUrl = fc.oneof(
    fc.webUrl(),
    fc.constantFrom(HTTP, HTTPS, 'http://[::1]/', 'not a url', ''),
  );
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'a=1',
      ';',
      '=',
      ' ',
      '\t',
      'Domain=',
      'Path=/',
      'Expires=',
      'Max-Age=',
      'Secure',
      '__Host-',
      '.',
      '\u0000',
      '9',
    ),
  );
  const anyLine = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

  it('is read without an exception, and refused with a reason or stored whole', () => {
    fc.assert(
      fc.property(
        anyLine,
        anyUrl,
        fc.constantFrom('browser' as const, 'rfc6265' as const),
        (line, url, mode) => {
          const { rejected, rejections, attributes, expiresAt } = readSetCookie(
            line,
            url,
            NOW,
            mode,
          );
          expect(rejected).toBe(rejections[0]);
          expect(attributes.path.startsWith('/')).toBe(true);
          expect(Number.isNaN(new Date(expiresAt ?? 0).getTime())).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('comes back the same when it is printed', () => {
    const word = fc
      .stringMatching(/^[A-Za-z0-9_.!#$%&'*+^`|~-]{1,20}$/)
      .filter((name) => !/^__(?:host|secure|http)/i.test(name));
    const flag = fc.boolean();
    fc.assert(
      fc.property(
        fc.record({
          name: word,
          value: fc.stringMatching(/^[!#-+\--:<-[\]-~]{0,30}$/),
          secure: flag,
          httpOnly: flag,
          partitioned: flag,
          sameSite: fc.constantFrom('Strict', 'Lax', 'unset'),
          path: fc.stringMatching(/^\/[a-z/]{0,10}$/),
          domain: fc.constantFrom('', 'example.org', 'www.example.org'),
          maxAge: fc.option(fc.integer({ min: 1, max: 400 * 86_400 })),
        }),
        (asked) => {
          const line = [
            `${asked.name}=${asked.value}`,
            `Path=${asked.path}`,
            ...(asked.secure || asked.partitioned ? ['Secure'] : []),
            ...(asked.httpOnly ? ['HttpOnly'] : []),
            ...(asked.partitioned ? ['Partitioned'] : []),
            ...(asked.sameSite === 'unset' ? [] : [`SameSite=${asked.sameSite}`]),
            ...(asked.domain === '' ? [] : [`Domain=${asked.domain}`]),
            ...(asked.maxAge === null ? [] : [`Max-Age=${asked.maxAge}`]),
          ].join('; ');
          expect(read(line)).toEqual({
            name: asked.name,
            value: asked.value,
            attributes: {
              httpOnly: asked.httpOnly,
              secure: asked.secure || asked.partitioned,
              partitioned: asked.partitioned,
              sameSite: asked.sameSite.toLowerCase(),
              path: asked.path,
              domain: asked.domain || 'www.example.org',
              hostOnly: asked.domain === '',
              persistent: asked.maxAge !== null,
            },
            ...(asked.maxAge === null ? {} : { expiresAt: NOW + asked.maxAge * 1000 }),
            rejections: [],
            diagnoses: [],
            written: line
              .split('; ')
              .slice(1)
              .map((part) => part.split('=')),
          });
        },
      ),
    );
  });
});

describe('a hostile line', () => {
  const REJECTED: Readonly<Record<string, string>> = {
    'of value': 'too-large',
    'of tabs': 'too-large',
    'of equals signs': 'too-large',
    'of domains': 'domain-mismatch',
  };

  it.each(Object.entries(OF_SET_COOKIE))('%s is read to its end', (what, inputOf) => {
    const { name, value, rejected } = read(inputOf(200_000));
    expect(rejected?.reason).toBe(REJECTED[what]);
    expect(REJECTED[what] === 'too-large' || `${name}=${value}` === 'a=1').toBe(true);
  });
});

it('keeps the cap to whoever stores: 400 days are asked for as they are', () => {
  expect(read('a=1; Max-Age=99999999').expiresAt).toBeGreaterThan(NOW + 400 * DAY);
});
