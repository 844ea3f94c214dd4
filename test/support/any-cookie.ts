import fc from 'fast-check';

/** A line, and the address that it came from. */
export interface Case {
  line: string;
  url: string;
}

const name = fc.oneof(
  fc.constantFrom('', 'a', ' b ', '__Host-a', '__secure-b', '__Http-c', '"d"'),
  fc.string({ maxLength: 4 }),
);

const value = fc.oneof(
  fc.constantFrom('', '1', '"x y"', '__Secure-', 'a=b'),
  fc.string({ maxLength: 6 }),
);

const host = fc.constantFrom(
  'www.example.org',
  'example.org',
  'me.github.io',
  'github.io',
  'localhost',
  'app.localhost',
  '127.0.0.1',
);

const url = fc
  .tuple(fc.constantFrom('http', 'https'), host, fc.constantFrom('/', '/x', '/x/y', '/x/y/'))
  .map(([scheme, at, path]) => `${scheme}://${at}${path}`);

const attribute = fc.oneof(
  fc.constantFrom(
    'Secure',
    'HttpOnly',
    'secure=false',
    'Partitioned',
    'Path',
    'Path=/',
    'Path=/x',
    'path=x',
    'Path=/a b',
    'Priority=High',
  ),
  fc.constantFrom('SameSite=Lax', 'samesite=STRICT', 'SameSite=None', 'SameSite=x', 'SameSite'),
  fc.constantFrom(
    'Max-Age=60',
    'Max-Age=0',
    'Max-Age=-1',
    'Max-Age=x',
    'Max-Age=+5',
    'Max-Age=5.5',
    'max-age=99999999',
    'Max-Age=',
  ),
  fc.constantFrom(
    'Expires=Fri, 01 Jan 2027 00:00:00 GMT',
    'Expires=Thu, 01-Jan-70 00:00:00 GMT',
    'Expires=x',
    'expires=01 Feb 2026 0:0:0',
  ),
  host.chain((at) => fc.constantFrom(`Domain=${at}`, `domain=.${at.toUpperCase()}`)),
  fc.constantFrom(
    'Domain=',
    'Domain=.',
    'Domain=org',
    'Domain=example.net',
    'Domain=..example.org',
    'Domain=example.org.',
  ),
);

/** Lines of what cookies are made of, and of what they are not. */
export const anyCase: fc.Arbitrary<Case> = fc.record({
  line: fc
    .tuple(name, fc.boolean(), value, fc.array(attribute, { maxLength: 4 }))
    .map(([key, equals, text, attributes]) =>
      [`${key}${equals ? '=' : ''}${text}`, ...attributes].join('; '),
    ),
  url,
});
