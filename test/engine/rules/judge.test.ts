import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Suppression } from '../../../src/engine/judging.js';
import type { Credential } from '../../../src/engine/model.js';
import { Known } from '../../../src/engine/known.js';
import type { KnownParts } from '../../../src/engine/known-parts.js';
import { KeptChecks } from '../../../src/engine/rules/credential-checks.js';
import { judge, judgeSteps } from '../../../src/engine/rules/judge.js';
import type { CredentialRule, Rule } from '../../../src/engine/rules/rule.js';
import { finished } from '../../../src/engine/steps.js';
import { anyCredential } from '../../support/any-credential.js';
import { cookie, credential, DAYS, exchange, jwt, sighting, T0 } from '../../support/credential.js';

const evidence = { text: { key: 'k', english: 'e', values: {} } };
const knownOf = (parts: Partial<KnownParts>) => new Known({ now: T0, credentials: [], ...parts });
const judgeAll = (credentials: readonly Credential[], rules?: readonly Rule[]) =>
  judge(knownOf({ credentials }), rules);
const inMemoryToken = jwt(
  { claims: { iss: 'https://shop.example', aud: 'https://api.shop.example' } },
  {
    id: 'c2',
    sightings: [
      sighting({ carrier: 'body', direction: 'received', locator: '/accessToken', firstAt: T0 }),
      sighting({ origin: 'https://api.shop.example' }),
    ],
  },
);
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

const WORDS = { title: 't', why: 'w', fix: 'f', breaks: 'b', references: [] };

function ruleThat(
  id: string,
  check: CredentialRule['check'],
  more: Partial<CredentialRule> = {},
): CredentialRule {
  return { id, subject: 'credential', severity: 'low', ...WORDS, check, ...more };
}

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

  describe('with what it kept', () => {
    const rules = [
      ruleThat('bad', ({ name }) => JSON.parse(name)),
      ruleThat('any', ({ name }) => (name === 'new' ? 'unknown' : [evidence])),
      ruleThat('late', (_, { now }) => (now > T0 ? [evidence] : [])),
      ruleThat('picky', () => [evidence], { applies: { formats: ['jwt'] } }),
    ];

    it('says the same again, and of what has changed what it is now', () => {
      const kept = new KeptChecks();
      const [same, old] = [cookie(), cookie({ id: 'c2', name: 'old' })];
      const changed = cookie({ id: 'c2', name: 'new' });
      const views = [[old], [old], [changed], [changed, inMemoryToken], [old]].map((others, n) =>
        knownOf({ now: T0 + (n >> 1), credentials: [same, ...others] }),
      );
      for (const known of views) {
        const judgement = finished(judgeSteps(known, rules, kept));
        expect(judgement).toEqual(judge(known, rules));
        expect(judgement.failures.length).toBe(known.credentials.length);
      }
    });

    it('says the same where others are judged, by other rules, before it ends', () => {
      const kept = new KeptChecks();
      const known = knownOf({
        now: T0 + 1,
        credentials: Array.from({ length: 90 }, (_, n) => cookie({ id: `c${n}` })),
      });
      finished(judgeSteps(known, rules, kept));
      const steps = judgeSteps(known, rules, kept);
      expect(steps.next().done).toBe(false);
      finished(judgeSteps(known, rules.slice(1), kept));
      expect(finished(steps)).toEqual(judge(known, rules));
    });
  });

  it('orders by severity, then rule, then credential, whatever the order of the input', () => {
    const bare = { httpOnly: false, secure: false, sameSite: 'unset' } as const;
    const input = ['c10', 'c2'].map((id) => cookie({ id, attributes: bare }));

    const order = (credentials: Credential[]) =>
      judgeAll(credentials).findings.map(
        (f) => `${f.severity} ${f.ruleId} ${f.about.credentialId}`,
      );

    expect(order(input)).toEqual([
      'high cookie-missing-httponly c2',
      'high cookie-missing-httponly c10',
      'high cookie-missing-secure c2',
      'high cookie-missing-secure c10',
      'medium cookie-missing-samesite c2',
      'medium cookie-missing-samesite c10',
    ]);
    expect(order(input.toReversed())).toEqual(order(input));
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

  it('says what somebody accepted, one thing or all of a rule, and why', () => {
    const rule = ruleThat('any', () => [evidence]);
    const site = 'https://shop.example';
    const accepted = (...suppressions: Suppression[]) =>
      judge(
        knownOf({
          credentials: [cookie({ name: 'a' }), cookie({ id: 'c2', name: 'b' })],
          settings: { suppressions },
        }),
        [rule],
      ).findings.map(({ suppressed }) => suppressed);
    const all = { ruleId: 'any', site, reason: 'all' };
    const one = { ...all, key: `any ${site} cookie b`, reason: 'one' };
    expect(accepted()).toEqual([undefined, undefined]);
    expect(accepted(one)).toEqual([undefined, 'one']);
    expect(accepted(all, one)).toEqual(['all', 'one']);
    expect(accepted({ ...all, ruleId: 'other' })).toEqual([undefined, undefined]);
    expect(accepted({ ...all, site: 'https://else.example' })).toEqual([undefined, undefined]);
  });

  it('lets the more exact rule speak alone, about the same thing', () => {
    const exact = ruleThat('exact', ({ name }) => (name === 'both' ? [evidence] : []));
    const broad = ruleThat('broad', () => [evidence], { yieldsTo: ['exact'] });
    const input = [cookie({ name: 'both' }), cookie({ id: 'c2', name: 'one' })];
    const { findings, checks } = judgeAll(input, [broad, exact]);
    expect(findings.map(({ ruleId, about }) => `${ruleId} ${about.credentialId}`)).toEqual([
      'broad c2',
      'exact c1',
    ]);
    expect(checks.get('https://shop.example')?.byRule.get('broad')).toEqual({
      passed: 0,
      failed: 1,
      unknown: 0,
      doesNotApply: 1,
    });
  });

  it.each([
    ['low', undefined, 'exact'],
    ['low', true, 'broad, exact'],
    ['medium', true, 'exact'],
    ['high', true, 'exact'],
  ] as const)('gives way to what is %s, and unless milder: %s', (severity, unlessMilder, who) => {
    const yields = {
      yieldsTo: ['exact'],
      ...(unlessMilder && { yieldsUnlessMilder: unlessMilder }),
    };
    const exact = ruleThat('exact', () => [evidence], { severity });
    const broad = ruleThat('broad', () => [evidence], { ...yields, severity: 'medium' });
    const { findings } = judgeAll([cookie({})], [broad, exact]);
    const ids = findings.map(({ ruleId }) => ruleId).toSorted();
    expect(ids.join(', ')).toBe(who);
  });

  it('names a finding alike in every run, whatever ids are given and values come', () => {
    const rule = ruleThat('any', () => [evidence]);
    const keyOf = (one: Credential) => judgeAll([one], [rule]).findings[0]?.key;
    expect(keyOf(cookie({ id: 'c1', name: 'sid' }))).toBe('any https://shop.example cookie sid');
    expect(keyOf(cookie({ id: 'c9', name: 'sid', value: 'other' }))).toBe(
      keyOf(cookie({ name: 'sid' })),
    );
    expect(keyOf(credential({ name: 'wp_logged_in_9f86d081884c7d659a2feaa0c55ad015' }))).toBe(
      keyOf(credential({ name: 'wp_logged_in_7c4a8d09ca3762af61e59520943dc264' })),
    );
  });

  it('judges exchanges, flows, moments and sites, and says what a finding is about', () => {
    const ref = exchange({ url: 'https://shop.example/orders/81726354?x=1' });
    const flow = {
      id: 'f1',
      protocol: 'oidc',
      grant: 'implicit',
      issuer: 'https://idp.example',
      clientId: 'shop',
      redirectUri: 'https://www.shop.example/back',
      state: true,
      nonce: true,
      pushed: false,
      dpop: false,
      clientSecret: false,
      steps: [],
    } as const;
    const flags = { severity: 'low', ...WORDS, check: () => [evidence] } as const;
    const rules: Rule[] = [
      { ...flags, id: 'r1', subject: 'exchange' },
      { ...flags, id: 'r2', subject: 'flow', applies: { grants: ['implicit'] } },
      { ...flags, id: 'r3', subject: 'moment', applies: { types: ['login'] } },
      { ...flags, id: 'r4', subject: 'site' },
      { ...flags, id: 'r5', subject: 'flow', applies: { grants: ['password'] } },
      { ...flags, id: 'r6', subject: 'exchange', applies: { stateChanging: true } },
    ];
    const { findings } = judge(
      knownOf({
        credentials: [cookie()],
        exchanges: [{ ref, at: T0, carried: ['c1'], set: [], count: 1 }],
        flows: [{ ...flow, steps: [] }],
        moments: [{ type: 'login', at: T0, site: 'https://shop.example', exchange: ref }],
      }),
      rules,
    );
    expect(findings.map(({ ruleId, about, key }) => ({ ruleId, about, key }))).toEqual([
      {
        ruleId: 'r1',
        about: { site: 'https://shop.example', exchange: ref },
        key: 'r1 https://shop.example GET /orders/*',
      },
      {
        ruleId: 'r2',
        about: { site: 'https://shop.example', flowId: 'f1' },
        key: 'r2 https://shop.example https://idp.example shop implicit',
      },
      {
        ruleId: 'r3',
        about: { site: 'https://shop.example', exchange: ref },
        key: 'r3 https://shop.example login /orders/*',
      },
      { ruleId: 'r4', about: { site: 'https://shop.example' }, key: 'r4 https://shop.example' },
    ]);
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
