import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, faultOf, isSettings, settingsIn } from '../../src/engine/judging.js';

const accepted = { ruleId: 'hsts-missing', site: 'https://shop.test', reason: 'a lesson' };

describe('settings', () => {
  it.each([
    DEFAULT_SETTINGS,
    {
      disabledRules: ['hsts-missing'],
      suppressions: [accepted, { ...accepted, key: 'k' }],
      thresholds: { hstsMaxAge: 60 },
      ownNames: [
        { name: 'app_*', role: 'session' },
        { name: 'x', role: 'other', site: 'https://shop.test' },
      ],
    },
  ])('are taken as they are: %j', (settings) => {
    expect([isSettings(settings), faultOf(settings)]).toEqual([true, undefined]);
  });

  it.each<[unknown, string]>([
    [null, 'settings'],
    ['hsts-missing', 'settings'],
    [{}, 'disabledRules'],
    [[], 'disabledRules'],
    [{ disabledRules: 'hsts-missing' }, 'disabledRules'],
    [{ ...DEFAULT_SETTINGS, disabledRules: ['a', 2] }, 'disabledRules[1]'],
    [{ ...DEFAULT_SETTINGS, disabledRules: ['x'.repeat(1001)] }, 'disabledRules[0]'],
    [{ ...DEFAULT_SETTINGS, disabledRules: Array(1001).fill('a') }, 'disabledRules'],
    [{ ...DEFAULT_SETTINGS, suppressions: null }, 'suppressions'],
    [{ ...DEFAULT_SETTINGS, suppressions: [accepted, null] }, 'suppressions[1]'],
    [{ ...DEFAULT_SETTINGS, suppressions: [{ ...accepted, reason: 1 }] }, 'suppressions[0].reason'],
    [{ ...DEFAULT_SETTINGS, suppressions: [{ ...accepted, key: null }] }, 'suppressions[0].key'],
    [{ ...DEFAULT_SETTINGS, suppressions: [{ reason: '' }] }, 'suppressions[0].ruleId'],
    [{ ...DEFAULT_SETTINGS, thresholds: undefined }, 'thresholds'],
    [{ ...DEFAULT_SETTINGS, thresholds: { hstsMaxAge: 0 } }, 'thresholds.hstsMaxAge'],
    [{ ...DEFAULT_SETTINGS, thresholds: { hstsMaxAge: '60' } }, 'thresholds.hstsMaxAge'],
    [{ ...DEFAULT_SETTINGS, thresholds: { sessionIdle: 0.5 } }, 'thresholds.sessionIdle'],
    [{ ...DEFAULT_SETTINGS, thresholds: { 'my secret': 60 } }, 'thresholds'],
    [{ ...DEFAULT_SETTINGS, thresholds: { toString: 60 } }, 'thresholds'],
    [{ ...DEFAULT_SETTINGS, ownNames: [{ name: '*', role: 'session' }] }, 'ownNames[0].name'],
    [{ ...DEFAULT_SETTINGS, ownNames: [{ name: ' ', role: 'session' }] }, 'ownNames[0].name'],
    [{ ...DEFAULT_SETTINGS, ownNames: [{ name: 'x'.repeat(201) }] }, 'ownNames[0].name'],
    [{ ...DEFAULT_SETTINGS, ownNames: [{ name: 'x', role: 'king' }] }, 'ownNames[0].role'],
    [{ ...DEFAULT_SETTINGS, ownNames: [{ name: 'x', role: 'csrf', site: 1 }] }, 'ownNames[0].site'],
    [{ ...DEFAULT_SETTINGS, ownNames: [null] }, 'ownNames[0]'],
  ])('are not %j', (value, fault) => {
    expect([isSettings(value), faultOf(value)]).toEqual([false, fault]);
  });

  it('are taken member by member where not all of them are right', () => {
    const thresholds = { hstsMaxAge: 60 };
    expect(settingsIn({ disabledRules: 7, thresholds, more: 1 })).toEqual({ thresholds });
    expect(settingsIn(null)).toEqual({});
  });
});
