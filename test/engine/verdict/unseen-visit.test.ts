import { describe, expect, it } from 'vitest';
import { Known } from '../../../src/engine/known.js';
import type { Credential } from '../../../src/engine/model.js';
import type { Moment } from '../../../src/engine/moments/moment.js';
import { judge } from '../../../src/engine/rules/judge.js';
import { render } from '../../../src/engine/render.js';
import { verdictsOf } from '../../../src/engine/verdict/verdict.js';
import { cookie, credential, sighting, T0 } from '../../support/credential.js';
import { logged } from '../../support/flow.js';
import { page, SHOP, used, WHOLE } from '../../support/whole-visit.js';

describe('a visit of which parts were not seen', () => {
  const [login, logout] = WHOLE.moments as [Moment, Moment];
  const token = credential({
    role: 'access-token',
    name: 'authorization',
    carriers: ['header'],
    sightings: [sighting({ carrier: 'header', locator: 'authorization', origin: SHOP })],
  });
  const stored = sighting({ carrier: 'localStorage', direction: 'stored', origin: SHOP });
  const BOTH = 'a login and a logout: what one gives, and one ends';

  it.each<[string, Credential, Partial<typeof WHOLE>, string | null, string[]]>([
    ['all of it was', cookie(used), WHOLE, 'A+', []],
    ['no logout was', cookie(used), { moments: [login] }, 'A', ['a logout, and what it ends']],
    ['no login was', cookie(used), { moments: [logout] }, 'A', ['a login, and what it gives']],
    ['neither was', cookie(used), {}, 'A', [BOTH]],
    [
      'those of another site were',
      cookie(used),
      { moments: elsewhere(login, logout) },
      'A',
      [BOTH],
    ],
    [
      'the storage of the page was not',
      token,
      { moments: [login] },
      'A',
      ['where pages keep authorization', 'a logout, and what it ends'],
    ],
    [
      'the place of a token was',
      { ...token, sightings: [...token.sightings, stored] },
      { moments: WHOLE.moments },
      'B',
      [],
    ],
    ['nobody can log in', cookie({ ...used, role: 'consent' }), {}, null, []],
    [
      'a key was seen, and no person',
      credential({ ...used, role: 'api-key', name: 'x-api-key' }),
      {},
      'A',
      ['how a person is known here: only a key was seen'],
    ],
    ['a password is sent each time', credential({ ...used, role: 'basic' }), {}, 'A-', []],
  ])('where %s', (_what, one, seen, grade, words) => {
    const looked = one.kind === 'cookie' ? { storageSites: [SHOP] } : {};
    const known = new Known({ now: T0, credentials: [one], exchanges: [page], ...looked, ...seen });
    const verdict = verdictsOf(known, judge(known))[0]!;
    expect(verdict.unknown.map((text) => render(text))).toEqual(words);
    expect(verdict.grade).toBe(grade);
  });

  function elsewhere(...moments: Moment[]): Moment[] {
    return moments.map((one) => ({ ...one, site: 'https://other.example' }));
  }
});

describe('a site that was not seen to answer', () => {
  const unanswered = logged({ url: `${SHOP}/`, status: 0, id: 'none' }, { carried: ['c1'] });
  const failed = { ...unanswered, facts: { ...unanswered.facts!, outcome: 'none' as const } };

  it.each([
    ['no request was answered', [failed], null, true],
    ['one was', [failed, page], 'A', false],
  ])('has a grade only where %s', (_what, exchanges, grade, isSaid) => {
    const known = new Known({ now: T0, credentials: [cookie(used)], exchanges });
    const verdict = verdictsOf(known, judge(known))[0]!;
    expect(verdict.grade).toBe(grade);
    const words = verdict.unknown.map((text) => render(text));
    expect(words.includes('any answer of the site')).toBe(isSaid);
  });
});
