import { describe, expect, it } from 'vitest';
import {
  differences,
  essenceOf,
  hangsOnWithheld,
  knownIn,
} from '../../../accuracy/live/compare.js';
import type { Report } from '../../../src/engine/report/report.js';
import type { ReportCredential } from '../../../src/engine/report/report-credential.js';

const credential = (name: string, ...carriers: string[]) =>
  ({
    id: name,
    name,
    fingerprint: name,
    carriers,
    role: 'session',
    host: 'shop.test',
  }) as unknown as ReportCredential;

const report = (...credentials: ReportCredential[]) =>
  ({
    sites: [{ site: 'http://shop.test', mechanism: 'session-cookie' }],
    credentials,
    events: [{ type: 'login' }, { type: 'sent' }],
    findings: credentials.map(({ id }) => ({ ruleId: 'x', severity: 'low', credentialId: id })),
  }) as unknown as Report;

const HERE = report(
  credential('sid', 'cookie'),
  credential('t', 'body'),
  credential('w', 'websocket'),
);

describe('essenceOf', () => {
  it('leaves out what a browser shows to no extension', () => {
    expect(essenceOf(HERE, 'shop.test', 'open').roles).toEqual([
      'session shop.test sid',
      'session shop.test t',
    ]);
    expect(essenceOf(HERE, 'shop.test', 'closed')).toEqual({
      roles: ['session shop.test sid'],
      mechanism: ['session-cookie'],
      moments: ['login'],
      findings: ['low x sid'],
    });
  });
});

describe('what came and went in storage between the moments of a recording', () => {
  const told = (one: ReportCredential, ruleId = 'x') =>
    ({
      ...report(one),
      findings: [{ ruleId, severity: 'low', credentialId: one.id }],
    }) as unknown as Report;
  const passing = { ...credential('queue', 'localStorage'), state: 'removed' } as ReportCredential;

  it('is left out where the recording has it nowhere', () => {
    const essence = essenceOf(told(passing), 'shop.test', 'closed', knownIn(HERE, 'closed'));
    expect([essence.roles, essence.findings]).toEqual([[], []]);
    const kept = { ...passing, state: 'live' } as ReportCredential;
    expect(essenceOf(told(kept), 'shop.test', 'closed', knownIn(HERE, 'closed')).roles).toEqual([
      'session shop.test queue',
    ]);
  });

  it('is called as the recording calls it, without what its storage would give', () => {
    const sid = { ...passing, fingerprint: 'sid' };
    const rule = 'token-in-local-storage';
    const essence = essenceOf(told(sid, rule), 'shop.test', 'closed', knownIn(HERE, 'closed'));
    expect([essence.roles, essence.findings]).toEqual([['session shop.test sid'], []]);
  });
});

describe('hangsOnWithheld', () => {
  const full = { roles: ['csrf shop.test sid'], mechanism: [], moments: [], findings: [] };
  const withheld = { ...full, roles: ['session shop.test sid'] };
  const of = (line: string, only: 'live' | 'recorded') =>
    hangsOnWithheld({ part: 'roles', line, only }, withheld, full);

  it('is true for a role that only what is withheld tells, whatever stands in its place', () => {
    expect(of('csrf shop.test sid', 'recorded')).toBe(true);
    expect(of('session shop.test sid', 'live')).toBe(true);
    expect(of('other shop.test sid', 'live')).toBe(true);
  });

  it('is false for others', () => {
    expect(of('other shop.test lang', 'live')).toBe(false);
    expect(of('preference shop.test lang', 'recorded')).toBe(false);
  });
});

describe('differences', () => {
  it('tells what one has more often than the other', () => {
    const essence = essenceOf(HERE, 'shop.test', 'closed');
    const twice = { ...essence, moments: ['login', 'login'], mechanism: [] };
    expect(differences(essence, essence)).toEqual([]);
    expect(differences(twice, essence)).toEqual([
      { part: 'mechanism', line: 'session-cookie', only: 'recorded' },
      { part: 'moments', line: 'login', only: 'live' },
    ]);
  });
});
