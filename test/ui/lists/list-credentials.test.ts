import { describe, expect, it } from 'vitest';
import { groupOf, selectCredentials, sitesBehind } from '../../../src/ui/lists/list-credentials.js';
import { fixtureReport } from '../../fixtures/ui-report.js';

const { credentials } = fixtureReport(0);
const [some] = credentials;

describe('the list of credentials', () => {
  it.each([
    ['session', 'live', 'identifies'],
    ['access-token', 'unknown', 'identifies'],
    ['session', 'cleared', 'identified'],
    ['refresh-token', 'expired', 'identified'],
    ['csrf', 'live', 'others'],
    ['oauth-state', 'live', 'others'],
    ['device', 'live', 'others'],
    ['preference', 'live', 'others'],
    ['tracking', 'refused', 'others'],
  ] as const)('has a %s that is %s among: %s', (role, state, group) => {
    expect(groupOf({ id: 'c1', site: 'https://a.test', role, state }, [])).toBe(group);
  });

  it('begins with what weighs most, and ends with what is over', () => {
    const make = (id: string, more: object) => ({ ...some!, id, ...more });
    const shown = selectCredentials(
      [
        make('theme', { role: 'preference', state: 'live' }),
        make('old', { role: 'session', state: 'cleared' }),
        make('token', { role: 'access-token', state: 'live' }),
        make('quiet', { role: 'session', state: 'live', sent: 1 }),
        make('busy', { role: 'session', state: 'live', sent: 9 }),
      ],
      '',
    );
    expect(shown.map(({ id }) => id)).toEqual(['busy', 'quiet', 'token', 'theme', 'old']);
  });

  it('finds by name, role, format, place and state, all words at once', () => {
    const roles = (filter: string) => selectCredentials(credentials, filter).map((c) => c.role);
    expect(new Set(roles('SESSION cookie'))).toContain('session');
    expect(selectCredentials(credentials, 'jwt').every((c) => c.format === 'jwt')).toBe(true);
    expect(roles('jwt').length).toBeGreaterThan(0);
    expect(roles('no-such-thing')).toEqual([]);
  });

  it('tells the sites behind the one in front once each, as they come', () => {
    const sites = ['https://b.test', 'https://a.test', 'https://b.test', 'https://c.test'];
    const all = sites.map((site) => ({ site }));
    expect(sitesBehind('https://a.test', all)).toEqual(['https://b.test', 'https://c.test']);
    expect(sitesBehind(undefined, all)).toHaveLength(3);
    expect(sitesBehind('https://a.test', [])).toEqual([]);
  });
});
