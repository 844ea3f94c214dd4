import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { judge } from '../../../src/engine/rules/judge.js';
import { anyCredential } from '../../support/any-credential.js';
import { cookie, credential, DAYS, sighting, T0 } from '../../support/credential.js';
import { evidence, inMemoryToken, judgeAll, knownOf, ruleThat } from '../../support/made-rules.js';

const soundShop: Credential[] = [
  cookie(),
  inMemoryToken,
  cookie({
    id: 'c3',
    name: '__Host-refresh',
    role: 'refresh-token',
    attributes: { sameSite: 'strict', persistent: true },
    expires: 'at',
    expiresAt: T0 + 30 * DAYS,
    cookie: { askedExpiresAt: T0 + 30 * DAYS },
    valueCount: 3,
  }),
  credential({
    id: 'c4',
    name: 'x-csrf-token',
    role: 'csrf',
    sightings: [sighting({ locator: 'x-csrf-token' })],
  }),
];

describe('judge', () => {
  it('finds nothing wrong with a sound shop', () => {
    expect(judgeAll(soundShop)).toMatchObject({ findings: [], failures: [] });
  });

  it('asks nothing of a signature that stands in a cookie of its own', () => {
    const open = { attributes: { httpOnly: false, secure: false } };
    const signature = cookie({ ...open, id: 'c2', name: '__Host-sid.sig', signs: 'c1' });
    expect(judgeAll([cookie(), signature]).findings).toEqual([]);
    expect(judgeAll([cookie(open), signature]).findings.map(({ about }) => about)).toEqual(
      judgeAll([cookie(open)]).findings.map(({ about }) => about),
    );
  });

  it('turns a throwing rule into a failure that quotes nothing, and goes on', () => {
    const { value } = credential();
    const bad = ruleThat('bad', () => JSON.parse(value));
    const badSeverity = ruleThat('bad-severity', () => [evidence], {
      severity: () => {
        throw 'up';
      },
    });
    const insecure = cookie({ attributes: { httpOnly: false } });
    const good = ruleThat('good', () => [evidence]);

    const { findings, failures } = judgeAll([insecure], [badSeverity, bad, good]);

    expect(findings.map((finding) => finding.ruleId)).toEqual(['good']);
    expect(failures).toEqual([
      {
        ruleId: 'bad',
        about: expect.objectContaining({ credentialId: 'c1' }),
        message: 'The rule threw SyntaxError.',
      },
      {
        ruleId: 'bad-severity',
        about: expect.objectContaining({ credentialId: 'c1' }),
        message: 'The rule threw something that is no error.',
      },
    ]);
  });

  it('names the messages by rule', () => {
    const [finding] = judgeAll([cookie({ attributes: { httpOnly: false } })]).findings;
    expect(finding?.title.key).toBe('rule_cookie_missing_httponly_title');
  });

  it('hands a rule only what it applies to, and counts what each check came to', () => {
    const asked: string[] = [];
    const rule = ruleThat(
      'picky',
      ({ id }) => {
        asked.push(id);
        return id === 'c1'
          ? [evidence]
          : id === 'c2'
            ? []
            : id === 'c3'
              ? 'unknown'
              : 'does-not-apply';
      },
      {
        applies: {
          kinds: ['cookie'],
          roles: ['session'],
          carriers: ['cookie'],
          formats: ['opaque'],
        },
      },
    );
    const input = [
      ...['c1', 'c2', 'c3', 'c4'].map((id) => cookie({ id })),
      cookie({ id: 'c5', role: 'csrf' }),
      cookie({ id: 'c6', format: 'jwt' }),
      credential({ id: 'c7' }),
      credential({ id: 'c8', kind: 'cookie' }),
    ];
    const { checks } = judgeAll(input, [rule]);
    expect(asked).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(checks.get('https://shop.example')?.counts).toEqual({
      passed: 1,
      failed: 1,
      unknown: 1,
      doesNotApply: 5,
    });
  });

  it('praises a site only where something passes, and nothing fails or is unknown', () => {
    const words = ruleThat(
      'flags',
      ({ name }) => (name === 'bad' ? [evidence] : name === 'dark' ? 'unknown' : []),
      { strength: 'All is well.' },
    );
    const at = (site: string, ...names: string[]) =>
      names.map((name, n) => cookie({ id: `c${n}`, site, name }));
    const { checks } = judgeAll(
      [
        ...at('https://good.example', 'a', 'b'),
        ...at('https://mixed.example', 'a', 'bad'),
        ...at('https://dark.example', 'a', 'dark'),
      ],
      [words],
    );
    const praised = [...checks].filter(([, { strengths }]) => strengths.length > 0);
    expect(praised.map(([site]) => site)).toEqual(['https://good.example']);
    expect(praised[0]?.[1].strengths[0]?.text.key).toBe('rule_flags_strength');
  });

  it('leaves out the rules that a user switched off', () => {
    const rule = ruleThat('off', () => [evidence]);
    const known = knownOf({ credentials: [cookie()], settings: { disabledRules: ['off'] } });
    expect(judge(known, [rule]).findings).toEqual([]);
  });

  it('never fails, whatever a page puts into a credential', () => {
    fc.assert(
      fc.property(fc.array(anyCredential, { maxLength: 4 }), (credentials) => {
        const before = JSON.stringify(credentials);
        const first = judgeAll(credentials);
        expect(first.failures).toEqual([]);
        expect(judgeAll(credentials)).toEqual(first);
        expect(JSON.stringify(credentials)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });
});
