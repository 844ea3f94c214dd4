import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Known } from '../../../../src/engine/known.js';
import type { Credential } from '../../../../src/engine/model.js';
import { regex } from '../../../../src/engine/regex.js';
import { judge } from '../../../../src/engine/rules/judge.js';
import { render } from '../../../../src/engine/render.js';
import { verdictsOf } from '../../../../src/engine/verdict/verdict.js';
import { anyCredential } from '../../../support/any-credential.js';
import { T0 } from '../../../support/credential.js';

describe('what is said of any site', () => {
  const WRONG = regex()`
    undefined|NaN|\[object|\b0 cookies|\b1 (?:cookies|requests|times|checks)\b|\(SIGNED\)
    |\(OPAQUE\)|for \?|kept (?:by script )?in\b(?! the cookie the-name)|cannot simply`;

  it('has no sentence that is wrong in itself', () => {
    fc.assert(
      fc.property(fc.array(anyCredential, { minLength: 1, maxLength: 4 }), (some) => {
        const credentials = some.map((one, index): Credential => ({
          ...one,
          id: `c${index}`,
          name: 'the-name',
          site: 'https://shop.example',
          sightings: one.sightings.map((seen) => ({ ...seen, locator: 'the-key' })),
        }));
        const known = new Known({ now: T0, credentials });
        for (const verdict of verdictsOf(known, judge(known))) {
          const rows = verdict.comparison.flatMap(({ session, token, cookie: jar }) => [
            session,
            token,
            jar,
          ]);
          // Claims, and what they grant, are the other side's words.
          const told = [verdict.sentence, ...verdict.unknown, ...rows].filter(
            ({ key }) => !/^cmp_(?:scopes_|state_token|format_jwt)/.test(key),
          );
          for (const text of told) expect(render(text)).not.toMatch(WRONG);
        }
      }),
    );
  });
});
