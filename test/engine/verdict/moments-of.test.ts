import { describe, expect, it } from 'vitest';
import { Known } from '../../../src/engine/known.js';
import type { Credential } from '../../../src/engine/model.js';
import type { Moment } from '../../../src/engine/moments/moment.js';
import { momentsOf } from '../../../src/engine/verdict/moments-of.js';
import { cookie, credential, exchange, sighting, T0 } from '../../support/credential.js';

const [APP, API] = ['https://app.example', 'https://api.example'];
const login = exchange({ id: 'login', method: 'POST', url: `${API}/login` });
const moment = (type: Moment['type'], site = API): Moment => ({
  type,
  site,
  at: T0,
  exchange: type === 'login' ? login : exchange({ id: type }),
});
const token = (more: Partial<Credential> = {}) =>
  credential({
    role: 'access-token',
    site: API,
    behaviour: { issuedAtLogin: login },
    sightings: [sighting({ origin: API, pageSite: APP })],
    ...more,
  });

function told(own: Credential[], moments: Moment[], others: Credential[] = []) {
  const known = new Known({ now: T0, credentials: [...own, ...others], moments });
  return momentsOf(APP, own, known).map(({ type }) => type);
}

describe('what happened to the users of a site', () => {
  const all = [moment('login'), moment('logout'), moment('session-lost')];

  it('is what happened there', () => {
    expect(told([], [moment('login', APP)])).toEqual(['login']);
  });

  it('is what happened at an API whose tokens its pages keep', () => {
    expect(told([token()], all)).toEqual(['login', 'logout', 'session-lost']);
  });

  it.each<[string, Credential[], Credential[]]>([
    ['of a site that has users of its own', [token()], [cookie({ id: 'c2', site: API })]],
    ['whose tokens the site does not keep', [], [token()]],
    ['of which it has no token', [token({ role: 'other' })], []],
  ])('is nothing %s', (_, own, others) => {
    expect(told(own, all, others)).toEqual([]);
  });

  it('is no login that gave another page its token', () => {
    expect(told([token({ behaviour: {} })], all)).toEqual(['logout', 'session-lost']);
  });

  it('is no end of what other pages sent', () => {
    const sightings = [sighting({ origin: API, pageSite: 'https://other.example' })];
    expect(told([token({ sightings })], all)).toEqual(['login']);
  });
});
