import { describe, expect, it } from 'vitest';
import { isMoment } from '../../../../src/engine/values/ids/moment.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('moments');
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('isMoment', () => {
  it.each([
    '1763629200',
    '1763629200000',
    '1763629200.123456',
    '20261120000000',
    '20261120093015123',
    '20261120T093015Z',
    '2026-11-20',
    '20/11/2026 09:30:15',
    'Fri, 20 Nov 2026 09:30:15 GMT',
    '1763629200000,900000',
    '900, 1763629200',
    '1763629200;3600;0',
    '1763629200|1763632800',
    '2026-11-20 3',
  ])('knows %s, in quotes, in base64 and in escapes', (told) => {
    expect(isMoment(told)).toBe(true);
    expect(isMoment(`"${told}"`)).toBe(true);
    expect(isMoment(encodeURIComponent(told))).toBe(true);
    expect(isMoment(encodeURIComponent(`"${told}"`))).toBe(true);
  });

  it.each(['20261120000000', '2026-11-20T09:30:15Z', '1763629200000', '1763629200,900000'])(
    'knows %s in base64 and in hexadecimal',
    (told) => {
      expect(isMoment(base64(told))).toBe(true);
      expect(isMoment(base64(told).replace(/=+$/, ''))).toBe(true);
      expect(isMoment(Buffer.from(told).toString('hex'))).toBe(true);
    },
  );

  it.each([
    '',
    '42',
    '20269920000000',
    '99999999999999',
    '123456789.1763629200',
    `${random.bytes(8).toString('hex')}.1763629200`,
    `1763629200,${random.base62(24)}`,
    '1763629200,123456789012',
    `20261120000000${random.base62(18)}`,
    random.base62(32),
    random.bytes(16).toString('hex'),
    base64(`ada:${random.base62(20)}`),
    '6921dc10-8f2e-4c77-9a41-0f2be3ad1c55',
  ])('takes %s for none', (value) => expect(isMoment(value)).toBe(false));
});
