import { describe, expect, it } from 'vitest';
import korean from '../../../../_locales/ko/messages.json' with { type: 'json' };
import { Words } from '../../../../src/engine/report/formats/words.js';

describe('when something ends', () => {
  const catalogue: Record<string, { message: string }> = korean;
  const inKorean = new Words((key) => catalogue[key]?.message);
  it.each([
    ['session', 'session', '브라우저와 함께'],
    ['never', 'never', '없음'],
    ['unknown', 'unknown', '알 수 없음'],
    ['2026-01-02T03:04:05.000Z', '2026-01-02T03:04:05.000Z', '2026-01-02T03:04:05.000Z'],
  ])('is said of %s in the reader’s language', (expires, inEnglish, wanted) => {
    expect(new Words().expiry(expires)).toBe(inEnglish);
    expect(inKorean.expiry(expires)).toBe(wanted);
  });
});
