import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { judge } from '../../../src/engine/rules/judge.js';
import type { Rule } from '../../../src/engine/rules/rule.js';
import { anyCredential } from '../../support/any-credential.js';
import { cookie, credential, DAYS, jwt, sighting, T0 } from '../../support/credential.js';

const now = T0;
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

function ruleThat(id: string, check: Rule['check'], severity: Rule['severity'] = 'low'): Rule {
  return { id, severity, title: 't', why: 'w', fix: 'f', references: [], check };
}

describe('judge', () => {
  it('finds nothing wrong with a sound shop', () => {
    expect(judge(soundShop, { now })).toEqual({ findings: [], failures: [] });
  });

  it('turns a throwing rule into a failure that quotes nothing, and goes on', () => {
    const { value } = credential();
    const bad = ruleThat('bad', () => JSON.parse(value));
    const badSeverity = ruleThat(
      'bad-severity',
      () => [{ text: { key: 'k', english: 'e', values: {} } }],
      () => {
        throw 'up';
      },
    );
    const insecure = cookie({ attributes: { httpOnly: false } });
    const good = ruleThat('good', () => [{ text: { key: 'k', english: 'e', values: {} } }]);

    const { findings, failures } = judge([insecure], { now }, [badSeverity, bad, good]);

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

  it('orders by severity, then rule, then credential, whatever the order of the input', () => {
    const bare = { httpOnly: false, secure: false, sameSite: 'unset' } as const;
    const input = ['c10', 'c2'].map((id) => cookie({ id, attributes: bare }));

    const order = (credentials: Credential[]) =>
      judge(credentials, { now }).findings.map(
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
    const [finding] = judge([cookie({ attributes: { httpOnly: false } })], { now }).findings;
    expect(finding?.title.key).toBe('rule_cookie_missing_httponly_title');
  });

  it('never fails, whatever a page puts into a credential', () => {
    fc.assert(
      fc.property(fc.array(anyCredential, { maxLength: 4 }), (credentials) => {
        const before = JSON.stringify(credentials);
        const first = judge(credentials, { now });
        expect(first.failures).toEqual([]);
        expect(judge(credentials, { now })).toEqual(first);
        expect(JSON.stringify(credentials)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });
});
