import { describe, expect, it } from 'vitest';
import type { Suppression } from '../../../src/engine/judging.js';
import type { Credential } from '../../../src/engine/model.js';
import { judge } from '../../../src/engine/rules/judge.js';
import type { Rule } from '../../../src/engine/rules/rule.js';
import { cookie, credential, exchange, T0 } from '../../support/credential.js';
import { evidence, judgeAll, knownOf, ruleThat, WORDS } from '../../support/made-rules.js';

describe('judge', () => {
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
});
