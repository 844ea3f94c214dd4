import { describe, expect, it } from 'vitest';
import { redactUrl } from '../../../../src/engine/values/telling/redact-url.js';
import { isSentCode, isSentId, isShortId } from '../../../../src/engine/values/telling/sent.js';

/** Signs of all kinds in turn, as chance has them. */
const mixed = (length: number) => 'R4k7Qz2Xb9Lw5Tm'.slice(0, length);

describe('what somebody was sent', () => {
  it.each([
    ['otp', '1234'],
    ['2fa', '123456'],
    ['one-time-code', '12345'],
    ['verify', '123456'],
    ['verify-email', '12345678'],
    ['confirm', '123456'],
  ])('is a code in /%s/%s', (before, segment) => {
    expect(isSentCode(before, segment)).toBe(true);
    expect(redactUrl(`https://a.test/${before}/${segment}`)).not.toContain(segment);
  });

  it.each([
    ['orders', '123456'],
    ['verify', '2024'],
    ['otp', '123456789'],
    ['otp', 'setup'],
    ['errors', '404123'],
    ['reset', '123456'],
  ])('is no code in /%s/%s', (before, segment) => {
    expect(isSentCode(before, segment)).toBe(false);
    expect(redactUrl(`https://a.test/${before}/${segment}`)).toContain(segment);
  });

  it.each(['s', 'share', 'invite', 'join', 'reset'])('is an id behind /%s/', (before) => {
    expect(isSentId(before, mixed(9))).toBe(true);
    expect(redactUrl(`https://a.test/${before}/${mixed(9)}/get`)).not.toContain(mixed(9));
  });

  it.each([
    ['s', 'settings'],
    ['s', 'product-42'],
    ['share', 'summer2024'],
    ['invite', 'members'],
    ['join', 'iPhone15'],
    ['products', mixed(9)],
  ])('is no id in /%s/%s', (before, segment) => {
    expect(isSentId(before, segment)).toBe(false);
    expect(redactUrl(`https://a.test/${before}/${segment}`)).toContain(segment);
  });

  it.each([mixed(11), `{HMAC-SHA1}{${mixed(14)}}`, `v1.${mixed(12)}`])(
    'is short, and made by chance: %s',
    (value) => {
      expect(isShortId(value)).toBe(true);
      expect(redactUrl(`https://a.test/?tab_id=${encodeURIComponent(value)}`)).not.toContain(
        mixed(11),
      );
    },
  );

  it.each([
    'iPhone15ProMax',
    'Chrome120Beta',
    'createdAtDesc',
    'GoogleAnalytics4',
    '2026-01-05T09:00',
    'client-1',
    'de-DE-1996',
    'USB3Type2Cable',
    `a longer text with ${mixed(12)} in it`,
    mixed(9),
  ])('is no chance: %s', (value) => {
    expect(isShortId(value)).toBe(false);
  });
});
