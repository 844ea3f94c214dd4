import { describe, expect, it } from 'vitest';
import type { ReportCredential } from '../../../src/engine/report/report-credential.js';
import type { ReportEvent } from '../../../src/engine/report/report-event.js';
import { identifyingAt, STANDINGS } from '../../../src/ui/lists/identifying.js';

const SITE = 'https://shop.example';
const one = (name: string, role: string, more: Partial<ReportCredential> = {}) =>
  ({
    id: name,
    name,
    role,
    site: SITE,
    host: 'shop.example',
    format: 'opaque',
    state: 'live',
    sent: 1,
    carriers: [],
    ...more,
  }) as unknown as ReportCredential;

const seen = (credentials: ReportCredential[], ...moments: ReportEvent[]) => ({
  credentials,
  moments,
});
const moment = (type: string, more: Partial<ReportEvent> = {}) =>
  ({ type, site: SITE, credentialId: null, ...more }) as ReportEvent;

describe('what identifies the user at a site', () => {
  it('is one of each role first, the weightiest role before the others', () => {
    const found = identifyingAt(
      SITE,
      seen([
        one('refresh', 'refresh-token'),
        one('sid', 'session', { sent: 9 }),
        one('jsessionid', 'session'),
        one('access', 'access-token'),
      ]),
    );
    expect(found.map(({ name }) => name)).toEqual(['sid', 'access', 'refresh', 'jsessionid']);
  });

  it('leaves out what is over, what does not identify, and other sites', () => {
    const found = identifyingAt(
      SITE,
      seen([
        one('old', 'session', { state: 'cleared' }),
        one('theme', 'preference'),
        one('other', 'session', { site: 'https://other.example' }),
      ]),
    );
    expect(found).toEqual([]);
  });
});

describe('after a login ended', () => {
  const all = [
    one('sid', 'session'),
    one('access', 'access-token', { state: 'unknown' }),
    one('remember', 'remember-me'),
    one('key', 'api-key'),
    one('basic', 'basic'),
    one('gone', 'session', { state: 'cleared' }),
    one('elsewhere', 'session', { site: 'https://idp.example' }),
  ];
  const stand = (...moments: ReportEvent[]) =>
    STANDINGS.map((standing) =>
      identifyingAt(SITE, seen(all, ...moments), standing).map(({ name }) => name),
    );
  const everything = ['sid', 'access', 'remember', 'basic', 'key'];

  it.each([
    ['nothing is known of a login', []],
    ['somebody logged in', [moment('login')]],
    ['somebody logged in again', [moment('login'), moment('logout'), moment('login')]],
    ['the logout was of another site', [moment('logout', { site: 'https://idp.example' })]],
    ['another session was lost', [moment('session-lost', { credentialId: 'other' })]],
  ] as const)('all identifies where %s', (_said, moments) => {
    expect(stand(...moments)).toEqual([everything, [], []]);
  });

  it('nothing of a login does after the logout; a key and a password know none', () => {
    const after = [['basic', 'key'], ['sid', 'access', 'remember'], []];
    expect(stand(moment('login'), moment('logout'))).toEqual(after);
    expect(stand(moment('logout'))).toEqual(after);
  });

  it('one session does not after it was lost; the others still do', () => {
    const lost = moment('session-lost', { credentialId: 'sid' });
    expect(stand(moment('login'), lost)).toEqual([
      ['access', 'remember', 'basic', 'key'],
      [],
      ['sid'],
    ]);
    expect(stand(moment('login'), lost, moment('login'))).toEqual([everything, [], []]);
    expect(stand(moment('login'), lost, moment('logout'))[1]).toContain('sid');
  });
});
