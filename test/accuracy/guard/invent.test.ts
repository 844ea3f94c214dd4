import { describe, expect, it } from 'vitest';
import { Inventor } from '../../../accuracy/guard/invent.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const inventor = () => new Inventor('a test', ['mp_0f1e2d3c4b5a6978_mixpanel']);
const secret = (alphabet: string, length: number) => new Seeded(7).from(alphabet, length);
const HEX = '0123456789abcdef';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('Inventor', () => {
  it.each([
    ['hexadecimal', secret(HEX, 32), /^[0-9a-f]{32}$/],
    [
      'a UUID',
      '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
    ],
    ['base64url', secret(BASE64URL, 43), /^[\w-]{43}$/],
  ])('replaces %s by another one', (_what, value, shape) => {
    const made = inventor().text(`sid=${value}; Path=/`).slice(4).split(';')[0]!;
    expect(made).toMatch(shape);
    expect(made).not.toBe(value);
  });

  it('replaces the same value by the same everywhere', () => {
    const value = secret(HEX, 32);
    const [first, second] = inventor().text(`${value} ${value}`).split(' ');
    expect(first).toBe(second);
  });

  it('keeps the members of a JWT and invents what is secret in it', () => {
    const id = secret(HEX, 32);
    const [, claims] = inventor()
      .text(jwtOf({ sub: 'ada', sid: id, exp: 1_700_000_000 }))
      .split('.');
    const read = JSON.parse(Buffer.from(claims!, 'base64url').toString());
    expect(read).toMatchObject({ sub: 'ada', exp: 1_700_000_000 });
    expect(read.sid).not.toBe(id);
  });

  it.each([
    'application/x-www-form-urlencoded',
    '2026-01-01T00:00:00.000Z',
    '1700000000000',
    'mp_0f1e2d3c4b5a6978_mixpanel',
  ])('leaves %s alone', (text) => expect(inventor().text(text)).toBe(text));
});
