import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSetCookie } from '../../../src/engine/cookies/set-cookie.js';
import { OF_SET_COOKIE } from '../../support/hostile-inputs.js';
import { HTTP, HTTPS, NOW, read } from '../../support/set-cookie-line.js';

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
