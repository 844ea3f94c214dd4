import { describe, expect, it } from 'vitest';
import { Known } from '../../../src/engine/known.js';
import type { Credential } from '../../../src/engine/model.js';
import { judge } from '../../../src/engine/rules/judge.js';
import type { Rule } from '../../../src/engine/rules/rule.js';
import { render } from '../../../src/engine/render.js';
import { signedAs } from '../../../src/engine/values/signatures/signed-request.js';
import { verdictsOf } from '../../../src/engine/verdict/verdict.js';
import { cookie, cookieHeaderOnly, credential, sighting, T0 } from '../../support/credential.js';
import { sent, used, value, verdictOf, WHOLE } from '../../support/whole-visit.js';

const signing = credential({
  role: 'api-key',
  scheme: 'hawk',
  value: signedAs({ scheme: 'hawk', keyId: 'k1' }),
  sightings: [sighting()],
});

describe('a grade', () => {
  it.each<[string, Credential[], string | null, string[]]>([
    ['all was seen', [cookie(used)], 'A+', []],
    [
      'what it is was only guessed',
      [cookie({ ...used, confidence: 0.45 })],
      'A',
      ['whether __Host-sid logs anybody in: nothing was seen that shows it'],
    ],
    [
      'requests were signed by a key that nobody saw',
      [signing],
      null,
      ['where the key is kept that signs requests, and when it ends'],
    ],
    [
      'only the Cookie header was',
      [cookieHeaderOnly(used)],
      null,
      ['the flags of sid (HttpOnly, Secure, SameSite)'],
    ],
    [
      'one flag was not',
      [cookie({ ...used, name: 'sid', attributes: { sameSite: undefined } })],
      null,
      ['the flags of sid (HttpOnly, Secure, SameSite)'],
    ],
    [
      'Secure was not, and http shows that it is missing',
      [
        cookie({
          name: 'sid',
          value,
          attributes: { secure: undefined },
          sightings: sent('http://shop.example'),
        }),
      ],
      'B',
      [],
    ],
    ['the use was not', [cookie({ name: 'sid' })], null, ['whether and where sid is sent']],
    [
      'the use of one of two was',
      [cookie(used), cookie({ id: 'c2', name: 'rt', role: 'refresh-token' })],
      'A+',
      [],
    ],
    [
      'the lifetime was not',
      [cookie({ ...used, name: 'sid', attributes: { persistent: undefined } })],
      'A',
      ['Domain, Path or lifetime of sid'],
    ],
    [
      'the flags of a preference were not',
      [cookie(used), cookieHeaderOnly({ id: 'c2', name: 'theme', role: 'preference' })],
      'A+',
      [],
    ],
    [
      'what a jar does not tell was not',
      [
        cookie({
          ...used,
          role: 'remember-me',
          expires: 'at',
          expiresAt: T0 + 1,
          cookie: { setAt: undefined, setBy: undefined },
        }),
      ],
      'A',
      ['what tells whether this is so: “A cookie asks to live longer than browsers allow”'],
    ],
    [
      'a token was given, and its use was not seen',
      [
        credential({
          role: 'access-token',
          name: '/access_token',
          sightings: [sighting({ carrier: 'body', direction: 'received' })],
        }),
      ],
      'A',
      ['whether and where /access_token is sent'],
    ],
    [
      'a token lies in storage, and its use was not seen',
      [
        credential({
          role: 'refresh-token',
          name: 'rt',
          carriers: ['localStorage'],
          sightings: [sighting({ carrier: 'localStorage', direction: 'stored' })],
        }),
      ],
      'B',
      ['whether and where rt is sent'],
    ],
    ['nothing identifies anybody', [cookie({ role: 'consent' })], null, []],
    ['a password is sent', [credential({ role: 'basic', ...used })], 'A-', []],
  ])('where %s', (_what, credentials, grade, words) => {
    const verdict = verdictOf(...credentials);
    expect(verdict.unknown.map((text) => render(text))).toEqual(words);
    expect(verdict.grade).toBe(grade);
    expect(verdict.score === null).toBe(grade === null);
  });

  it('comes with what passed, what failed and what is good', () => {
    const { checks, strengths } = verdictOf(cookie({ ...used, attributes: { httpOnly: false } }));
    expect(checks).toMatchObject({ failed: 1, unknown: 2 });
    expect(checks.passed).toBeGreaterThan(2);
    const rules = strengths.map(({ ruleId }) => ruleId);
    expect(rules).toContain('cookie-missing-secure');
    expect(rules).not.toContain('cookie-missing-httponly');
  });

  it.each([
    [1, ['what tells whether this is so: “Title 0”']],
    [
      5,
      [
        'what tells whether this is so: “Title 0”',
        'what tells whether this is so: “Title 1”',
        'what tells whether this is so: “Title 2”',
        'what 2 more checks look at',
      ],
    ],
  ])('names the first rules that nothing answered, of %d', (count, words) => {
    const known = new Known({ now: T0, credentials: [cookie(used)], ...WHOLE });
    const rules = Array.from({ length: count }, (_, at): Rule => ({
      id: `rule-${at}`,
      title: `Title ${at}`,
      subject: 'site',
      severity: 'low',
      why: '',
      fix: '',
      breaks: '',
      references: [],
      check: () => 'unknown',
    }));
    const [verdict] = verdictsOf(known, judge(known, rules));
    expect(verdict?.unknown.map((text) => render(text))).toEqual(words);
  });

  it('counts what is wrong with the site itself', () => {
    const known = new Known({ now: T0, credentials: [cookie(used)] });
    const evidence = [{ text: { key: 'k', english: 'e', values: {} } }];
    const words = { title: '', why: '', fix: '', breaks: '', references: [] };
    const judgement = judge(known, [
      { id: 'r', subject: 'site', severity: 'high', ...words, check: () => evidence },
    ]);
    expect(verdictsOf(known, judgement)[0]?.score).toBe(80);
  });
});

describe('cells of the table', () => {
  it('say what was not seen', () => {
    const { comparison } = verdictOf(cookieHeaderOnly(used));
    const cell = (aspect: string) =>
      render(comparison.find((row) => row.aspect === aspect)!.session);
    for (const aspect of ['readableBy', 'stolenByXss', 'forgedByCsrf', 'ends', 'acrossDomains']) {
      expect(cell(aspect)).toMatch(/not seen/i);
    }
    const cookies = (aspect: string) =>
      render(comparison.find((row) => row.aspect === aspect)!.cookie);
    for (const aspect of ['readableBy', 'ends']) expect(cookies(aspect)).toMatch(/not seen/i);
  });
});
