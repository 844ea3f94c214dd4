import { describe, expect, it } from 'vitest';
import { render } from '../../../../src/engine/render.js';
import { text } from '../../../../src/engine/text.js';
import { withoutTurns } from '../../../../src/engine/values/telling/direction.js';
import {
  tellList,
  tellName,
  tellUrl,
  tellValue,
} from '../../../../src/engine/values/telling/redact.js';

const TURNED = 'sid\u202Edia\u2067p\u202C';
const SAFE = 'sid\uFFFDdia\uFFFDp\uFFFD';

describe('a text from outside', () => {
  it.each([
    ['an override', TURNED, SAFE],
    ['Hebrew and Arabic', 'שלום سلام', 'שלום سلام'],
    // They join emoji and letters, and turn nothing.
    ['joiners and marks', '👩‍👩‍👧 a\u200Bb\u200Ec', '👩‍👩‍👧 a\u200Bb\u200Ec'],
  ])('of %s turns nothing', (_of, given, expected) => {
    expect(withoutTurns(given)).toBe(expected);
  });

  it('does not turn the sentence that it is told in, whatever it is', () => {
    const url = tellUrl(`https://shop.test/${TURNED}`);
    const values = {
      a: tellName(TURNED),
      b: tellList([tellName(TURNED)]),
      c: tellValue(TURNED),
      url,
    };
    const said = render(text('k', '{a}, {b}, {c}, {url}', values));
    expect(said).toContain(`${SAFE}, ${SAFE}, ${SAFE}`);
    expect(said).toBe(withoutTurns(said));
  });
});
