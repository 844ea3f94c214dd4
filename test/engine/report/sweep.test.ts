import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isWorthSweeping,
  isWorthSweepingHeld,
  Needles,
} from '../../../src/engine/report/needles.js';
import { sweep, sweepFor } from '../../../src/engine/report/sweep.js';
import { preview } from '../../../src/engine/values/telling/mask.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('sweep');
const S = `${random.base62(20)}/${random.base62(12)}+==`;
const bytes = Buffer.from(S);
const entities = [...S].map((char) => `&#${char.charCodeAt(0)};`).join('');
const escapes = [...S].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('');

function heldNeedles(...secrets: string[]): Needles {
  const needles = new Needles();
  needles.add(secrets, true);
  return needles;
}

describe('the sweep', () => {
  it.each([
    ['as it is', S],
    ['percent-encoded', encodeURIComponent(S)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(S))],
    [
      'percent-encoded in lower case',
      encodeURIComponent(S).toLowerCase().length > 0 &&
        encodeURIComponent(S).replace(/%../g, (hex) => hex.toLowerCase()),
    ],
    ['in entities', entities],
    ['in JSON escapes', escapes],
    ['in a JSON string in a JSON string', JSON.stringify(JSON.stringify(S.replaceAll('/', '\\/')))],
    ['in base64', bytes.toString('base64')],
    ['in base64 after one byte', Buffer.from(`a${S}b`).toString('base64')],
    ['in base64url after two bytes', Buffer.from(`ab${S}bcd`).toString('base64url')],
    ['in hex', bytes.toString('hex')],
    ['in upper-case hex', bytes.toString('hex').toUpperCase()],
    ['cut off', `${S.slice(0, 24)}…`],
    ['in small letters', S.toLowerCase()],
    ['in capital letters', S.toUpperCase()],
    ['backwards', [...S].toReversed().join('')],
    ['in groups', S.replace(/(.{5})/g, '$1-')],
    ['over two lines', `${S.slice(0, 20)}\r\n ${S.slice(20)}`],
    ['over two lines of mail', `${S.slice(0, 20)}=\r\n${S.slice(20)}`],
    ['over two lines in a JSON string', `${S.slice(0, 20)}\\r\\n\\t${S.slice(20)}`],
    ['in base64 of lines', bytes.toString('base64').replace(/(.{16})/g, '$1\r\n')],
    ['in hex with blanks', bytes.toString('hex').replace(/(..)/g, '$1 ')],
    ['in upper-case hex with colons', bytes.toString('hex').toUpperCase().replace(/(..)/g, '$1:')],
    ['in hex as a dump of four digits', bytes.toString('hex').replace(/(....)/g, '$1 ')],
    [
      'in mail, each sign by its number',
      bytes.toString('hex').toUpperCase().replace(/(..)/g, '=$1'),
    ],
    ['as a list of bytes', `String.fromCharCode(${[...bytes].join(',')})`],
    ['as a list of bytes, one a line', JSON.stringify([...bytes], undefined, 4).slice(1)],
    ['as a list of bytes in hex', [...bytes].map((b) => `0x${b.toString(16)}`).join(', ')],
  ])('finds a value %s', (_how, written) => {
    const { value, hits } = sweep({ list: [`before ${String(written)} after`] }, [S]);
    expect(hits).toEqual([preview(S)]);
    expect(value.list[0]).toMatch(/^before .*…\(\d+\).* after$/s);
    for (const part of [String(written).slice(4, 24), S.slice(4, 20)])
      expect(value.list[0]).not.toContain(part);
  });

  it('finds the bytes that a value is hex or base64 of', () => {
    const key = random.bytes(20);
    const ways = [key.toString('hex'), key.toString('base64'), key.toString('base64url')];
    const written = [...ways, JSON.stringify([...key]), key.toString('hex').toUpperCase()];
    for (const secret of ways) {
      const { value } = sweep(written, [secret]);
      for (const [at, one] of value.entries()) expect(one).not.toContain(written[at]!.slice(1, 20));
    }
  });

  it.each([
    ['words in groups', 'user-42-session', 'the session of user 42'],
    ['words in other order', 'user-42-session', 'noisses-24-resu'],
    ['numbers far from one another', S, [...bytes].join(' '.repeat(100))],
    ['other bytes', S, [...bytes].map((byte) => byte ^ 1).join(',')],
    ['a beginning', S, S.slice(0, 12).toUpperCase()],
  ])('leaves %s', (_what, secret, written) => {
    expect(sweepFor(written, heldNeedles(secret)).value).toBe(written);
  });

  it('finds words that log somebody in in other letters, with the same signs between them', () => {
    expect(sweepFor('User-42-Session', heldNeedles('user-42-session')).hits).toHaveLength(1);
  });

  it('finds what has few letters as it is written alone', () => {
    const secret = '!!a§§b??%%c';
    const { value } = sweepFor(`x ${secret} ${S} a b c`, heldNeedles(secret, S));
    expect(value).toBe(`x ${preview(secret)} ${preview(S)} a b c`);
  });

  it('masks names of members, and leaves everything else as it was', () => {
    const report = { [`k ${S}`]: [1, true, null, 'words', { a: '100%', b: '&amp; \\n' }] };
    expect(sweep(report, [S]).value).toEqual({
      [`k ${preview(S)}`]: [1, true, null, 'words', { a: '100%', b: '&amp; \\n' }],
    });
    expect(sweep(report, []).value).toBe(report);
  });

  it.each([
    'dark-mode',
    'authenticated',
    '1767226200',
    '2026-01-01T00:00:00Z',
    'https://shop.test/account',
    '/account/settings',
    'en-US,en;q=0.9',
    'shop.test',
    'google-analytics',
    'short1',
    '[REDACTED]',
    preview(S),
  ])('does not look for %s', (value) => {
    expect(isWorthSweeping(value)).toBe(false);
  });

  it.each([S, jwtOf({ sub: 'a' }), random.bytes(16).toString('hex')])('looks for %s', (value) => {
    expect(isWorthSweeping(value)).toBe(true);
  });

  it.each([
    '1234567890123456',
    'user-42-session',
    'abcdEFGH1234ijklMNOP5678qrst',
    'node1x0y9z8abc',
    'ada@shop.test',
    'qzkxwvbnjtrp',
    'abcdefgh1',
    S,
  ])('looks for %s where it logs somebody in', (value) => {
    expect(isWorthSweepingHeld(value)).toBe(true);
  });

  it.each([
    'dark-mode',
    'authenticated',
    '1767226200',
    '123456789012345',
    '2026-01-01T00:00:00Z',
    'https://shop.test/account',
    '/account/settings',
    'shop.test',
    'short1',
    preview(S),
  ])('does not look for %s even then', (value) => {
    expect(isWorthSweepingHeld(value)).toBe(false);
  });

  it('leaves no value in any text, however its characters are written', () => {
    const how = fc.constantFrom('raw', 'percent', 'lower', 'entity', 'escape');
    const around = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(
        around,
        fc.array(how, { minLength: S.length, maxLength: S.length }),
        around,
        (before, ways, after) => {
          const written = [...S]
            .map((char, at) => {
              const hex = char.charCodeAt(0).toString(16);
              if (ways[at] === 'percent') return `%${hex.toUpperCase()}`;
              if (ways[at] === 'lower') return `%${hex}`;
              if (ways[at] === 'entity') return `&#x${hex};`;
              return ways[at] === 'escape' ? `\\u00${hex}` : char;
            })
            .join('');
          const { value, hits } = sweep(`${before} ${written} ${after}`, [S]);
          expect([value.includes(written), hits.length]).toEqual([false, 1]);
        },
      ),
    );
  });
});
