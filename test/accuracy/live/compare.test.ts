import { describe, expect, it } from 'vitest';
import { differences, essenceOf } from '../../../accuracy/live/compare.js';
import type { Report, ReportCredential } from '../../../src/engine/report/report.js';

const credential = (name: string, ...carriers: string[]) =>
  ({ id: name, name, carriers, role: 'session', host: 'shop.test' }) as unknown as ReportCredential;

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
