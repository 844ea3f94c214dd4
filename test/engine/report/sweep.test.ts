import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorthSweeping, isWorthSweepingHeld } from '../../../src/engine/report/needles.js';
import { sweep } from '../../../src/engine/report/sweep.js';
import { preview } from '../../../src/engine/values/telling/mask.js';
import { jwtOf, Seeded } from '../../support/tokens.js';

const random = new Seeded('sweep');
const S = `${random.base62(20)}/${random.base62(12)}+==`;
const bytes = Buffer.from(S);
const entities = [...S].map((char) => `&#${char.charCodeAt(0)};`).join('');
const escapes = [...S].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('');

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
  ])('finds a value %s', (_how, written) => {
    const { value, hits } = sweep({ list: [`before ${String(written)} after`] }, [S]);
    expect(hits).toEqual([preview(S)]);
    expect(value.list[0]).toMatch(/^before .*…\(\d+\).* after$/s);
    for (const part of [String(written).slice(4, 24), S.slice(4, 20)])
      expect(value.list[0]).not.toContain(part);
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
