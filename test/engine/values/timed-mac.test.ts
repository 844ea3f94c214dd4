import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/engine/values/format.js';
import { holdsOf } from '../../../src/engine/values/holds.js';
import { Seeded } from '../../support/seeded.js';

// Who it is, when, and a MAC of both, in plain parts: each library has an order and a mark of its
// own.

const random = new Seeded('timed mac');
const SECONDS = 1_790_000_000;
const DATA = Buffer.from('\u0005\u000bada is known by her name').toString('base64');
type Hash = 'sha1' | 'sha256';
type Encoding = 'hex' | 'base64';
const mac = (text: string, hash: Hash, encoding: Encoding) =>
  createHmac(hash, random.bytes(32)).update(text).digest(encoding).replace(/=+$/, '');

/** Parted by a mark, the MAC behind, or before. */
const behind = (mark: string, parts: (string | number)[], hash: Hash, to: Encoding) =>
  [...parts, mac(parts.join(mark), hash, to)].join(mark);
const before = (mark: string, parts: (string | number)[], hash: Hash, to: Encoding) =>
  [mac(parts.join(mark), hash, to), ...parts].join(mark);
const id = () => random.bytes(16).toString('hex');

describe('a value with a time and a MAC', () => {
  it.each<[string, string]>([
    ['name, time, MAC', behind(':', ['ada', SECONDS], 'sha256', 'hex')],
    ['the same with other marks', behind('|', ['ada', SECONDS], 'sha1', 'base64')],
    ['by doubled marks', behind('::', ['ada', SECONDS], 'sha256', 'hex')],
    ['time, data, MAC', behind(':', [SECONDS, DATA], 'sha1', 'hex')],
    ['time with its fraction, data, MAC', behind(':', [`${SECONDS}.48268`, DATA], 'sha1', 'hex')],
    ['the same with another mark', behind('!', [SECONDS, DATA], 'sha256', 'base64')],
    ['MAC, time, name', before('&', [SECONDS, 'ada'], 'sha1', 'base64')],
    ['MAC, name, time', before('~', ['ada.lovelace', SECONDS], 'sha256', 'hex')],
  ])('holds who it is, signed: %s', (_, value) => {
    expect(formatOf(value).format).toBe('signed');
    expect(holdsOf({ value, format: 'signed' })).toBe('sealed');
  });

  it.each<[string, string]>([
    ['an id, when it was given, and how often it came', `${id()}|${SECONDS}|3`],
    ['a digest that stands for a visitor', `${random.bytes(20).toString('hex')}|${SECONDS}|7`],
    ['a time and an id', `${SECONDS}:${id()}`],
    ['a time, an id and its digest', behind(':', [SECONDS, id()], 'sha1', 'hex')],
    ['a digest and a time', before('&', [SECONDS], 'sha1', 'hex')],
    ['a time that is none', behind(':', ['0000000001', DATA], 'sha1', 'hex')],
    ['analytics', `GA1.2.1234567890.${SECONDS}`],
  ])('is not %s', (_, value) => {
    expect(formatOf(value).format).not.toBe('signed');
  });
});
