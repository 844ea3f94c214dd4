import fc from 'fast-check';

/** A line that sets a cookie, and where it comes. */
export interface Case {
  line: string;
  url: string;
  topUrl: string;
}

const host = fc.constantFrom(
  'www.example.org',
  'example.org',
  'me.github.io',
  'github.io',
  'localhost',
  'app.localhost',
  '127.0.0.1',
  'intranet',
  'www.xn--bcher-kva.example',
);
const attribute = fc.oneof(
  fc.constantFrom(
    'Secure',
    'HttpOnly',
    'secure=false',
    'Partitioned',
    'Priority=High',
    '',
    'x=y',
    'Se\tcure',
  ),
  fc.constantFrom(
    'Path',
    'Path=/',
    'Path=/x',
    'path=x',
    'Path=/a b',
    'Path=/é',
    'Path=//',
    `Path=/${'p'.repeat(1023)}`,
    `Path=/${'p'.repeat(1024)}`,
  ),
  fc.constantFrom('SameSite=Lax', 'samesite=STRICT', 'SameSite=None', 'SameSite=x', 'SameSite'),
  fc.constantFrom(
    'Max-Age=600',
    'Max-Age=0',
    'Max-Age=-1',
    'Max-Age=x',
    'Max-Age=+600',
    'Max-Age=5.5',
    'max-age=99999999',
    'Max-Age=',
    'Max-Age="5"',
  ),
  fc.constantFrom(
    'Expires=Thu, 01-Jan-70 00:00:00 GMT',
    'Expires=x',
    'Expires=',
    'Expires=01 Jan 127 0:0:0',
    'Expires=01 Jan 20270 0:0:0',
    'Expires=31 Feb 2090 0:0:0',
  ),
  host.chain((at) => fc.constantFrom(`Domain=${at}`, `domain=.${at.toUpperCase()}`)),
  fc.constantFrom(
    'Domain=',
    'Domain=.',
    'Domain=org',
    'Domain=example.net',
    'Domain=..example.org',
    'Domain=example.org.',
    'Domain="example.org"',
    'Domain=bücher.example',
    'Domain=example.org:443',
    'Domain=127.1',
  ),
);
const name = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    ' b ',
    '__Host-a',
    '__secure-b',
    '__Http-c',
    '__Host-Http-d',
    '"d"',
    'ü',
    'a\tb',
    'n'.repeat(4090),
  ),
  fc.string({ maxLength: 4 }),
);
const value = fc.oneof(
  fc.constantFrom('', '1', '"x y"', '__Secure-', 'a=b', 'v\tw', '12345', '123456', '\x01', '\x7f'),
  fc.string({ maxLength: 6 }),
);
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    line: fc
      .tuple(name, fc.boolean(), value, fc.array(attribute, { maxLength: 4 }))
      .map(([key, equals, text, attributes]) =>
        [`${key}${equals ? '=' : ''}${text}`, ...attributes].join('; '),
      ),
    scheme: fc.constantFrom('http', 'https'),
    at: host,
    path: fc.constantFrom('/', '/x', '/x/y', '/x/y/'),
    crossSite: fc.boolean(),
  })
  .map(({ line, scheme, at, path, crossSite }) => ({
    // One line of a header: blanks at its ends, and what ends it, are not part of it.
    line: line.replace(/[\0\r\n]/g, '').replace(/^[ \t]+|[ \t]+$/g, ''),
    url: `${scheme}://${at}${path}`,
    topUrl: `${scheme}://${crossSite ? 'top.test' : at}`,
  }))
  // `=a=b`: stored by the standard (and by web-platform-tests), dropped by Chromium 156. A
  // diagnosis says so.
  .filter(({ line }) => !/^=[^;]*=/.test(line));
