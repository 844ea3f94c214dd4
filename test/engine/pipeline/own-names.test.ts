import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OwnName } from '../../../src/engine/judging.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { fitsName, withOwnNames } from '../../../src/engine/pipeline/own-names.js';
import { render } from '../../../src/engine/render.js';
import { cookie, credential } from '../../support/credential.js';
import { exchange } from '../../support/exchange.js';
import { options } from '../../support/told-analysis.js';

describe('a pattern of names', () => {
  it.each([
    ['sid', 'sid', true],
    ['sid', 'Sid', false],
    ['sid', 'sid2', false],
    ['*', 'anything', true],
    ['app_*', 'app_', true],
    ['app_*', 'my_app_x', false],
    ['*_token', 'shop_token', true],
    ['*_token', 'shop_token_old', false],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXcYb', false],
    ['a.c', 'abc', false],
    ['(a+)+$', 'aaaa', false],
    ['[x]', '[x]', true],
    ['**x**', 'x', true],
  ])('%s: %s %s', (pattern, name, fits) => {
    expect(fitsName(pattern, name)).toBe(fits);
  });

  it('fits as the regular expression of the same meaning does', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 12 });
    fc.assert(
      fc.property(
        word,
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 16 }),
        (pattern, name) => {
          const meaning = new RegExp(`^${pattern.replaceAll(/\*+/g, '.*')}$`);
          expect(fitsName(pattern, name)).toBe(meaning.test(name));
        },
      ),
    );
  });

  it('takes no more than pattern times name steps', () => {
    // With a way back for each star it would not end in anybody's lifetime.
    expect(fitsName('a*'.repeat(100), `${'a'.repeat(2_000)}b`)).toBe(true);
    expect(fitsName(`${'a*'.repeat(99)}c`, 'a'.repeat(2_000))).toBe(false);
  });
});

const judged = (ownNames: OwnName[], one = cookie({ name: 'app_x', role: 'other' })) => {
  const [said] = withOwnNames([one], ownNames);
  return { role: said?.role, evidence: said?.evidence.map((text) => render(text)) };
};

describe("the user's word of a name", () => {
  it('counts before what was seen, and says whose word it is', () => {
    expect(judged([{ name: 'app_*', role: 'session' }])).toEqual({
      role: 'session',
      evidence: ['you said so: its name fits “app_*”'],
    });
  });

  it('stands before evidence that says the same', () => {
    const seen = { key: 'evidence_seen', english: 'seen', values: {} };
    const one = cookie({ name: 'sid', role: 'session', confidence: 0.6, evidence: [seen] });
    const [said] = withOwnNames([one], [{ name: 'sid', role: 'session' }]);
    expect(said?.evidence.map(({ key }) => key)).toEqual(['evidence_own_name', 'evidence_seen']);
    expect(said?.confidence).toBe(0.99);
  });

  it('counts at the site for which it was said, or everywhere', () => {
    const role = 'session' as const;
    expect(judged([{ name: 'app_x', role, site: 'https://else.example' }]).role).toBe('other');
    expect(judged([{ name: 'app_x', role, site: 'https://shop.example' }]).role).toBe('session');
  });

  it('can be taken back in part by a later word', () => {
    const words: OwnName[] = [
      { name: 'app_*', role: 'session' },
      { name: 'app_x', role: 'csrf' },
    ];
    expect(judged(words).role).toBe('csrf');
  });

  it('knows no case in the names of headers', () => {
    const one = credential({ name: 'x-shop-key', role: 'other', carrier: 'header' });
    expect(judged([{ name: 'X-Shop-*', role: 'api-key' }], one).role).toBe('api-key');
  });

  it('holds for the cookie that signs it as well', () => {
    const signed = cookie({ id: 'c1', name: 'mine', role: 'other' });
    const signature = cookie({ id: 'c2', name: 'mine.sig', role: 'other', signs: 'c1' });
    const said = withOwnNames([signed, signature], [{ name: 'mine', role: 'session' }]);
    expect(said.map(({ role }) => role)).toEqual(['session', 'session']);
  });
});

describe('a report', () => {
  it('gives a scheme to a site whose session only its user knows', () => {
    const analysis = new Analysis();
    analysis.addExchange(
      exchange({ url: 'https://shop.example/', gets: { 'set-cookie': 'warenkorb=ab12; Path=/' } }),
    );
    const scheme = (ownNames: OwnName[]) => {
      const settings = { ownNames };
      const { sites, credentials } = analysis.report({ ...options, settings });
      return [sites[0]?.mechanism, credentials[0]?.role];
    };
    expect(scheme([])[1]).not.toBe('session');
    expect(scheme([{ name: 'warenkorb', role: 'session' }])).toEqual(['session-cookie', 'session']);
  });
});
