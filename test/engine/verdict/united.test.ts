import { describe, expect, it } from 'vitest';
import type { Credential, Sighting } from '../../../src/engine/model.js';
import { unitedOf } from '../../../src/engine/verdict/united.js';
import { credential, exchange, HOURS, jwt, sighting, T0 } from '../../support/credential.js';

const LATER = T0 + HOURS;
const login = { issuedAtLogin: exchange({ id: 'login', method: 'POST' }) };
const given = (more: Partial<Sighting> = {}) =>
  sighting({ carrier: 'body', direction: 'received', locator: '/token', ...more });
const kept = sighting({ carrier: 'localStorage', direction: 'stored', locator: 'app.token' });

/** What the first login gave, and was sent. */
const first = (more: Partial<Credential> = {}) =>
  credential({
    id: 'c1',
    role: 'access-token',
    value: 'of the first login',
    behaviour: login,
    confidence: 0.9,
    sightings: [given(), sighting({ count: 4 })],
    ...more,
  });
/** What the second login gave, and was kept. */
const second = (more: Partial<Credential> = {}) =>
  credential({
    id: 'c2',
    role: 'access-token',
    value: 'of the second login',
    behaviour: login,
    confidence: 0.7,
    firstSeen: LATER,
    sightings: [given({ firstAt: LATER, lastAt: LATER }), kept],
    ...more,
  });
const person = (sub: string, aud = 'api') => ({ claims: { iss: 'https://id.example', sub, aud } });

describe('tokens of one login after the other', () => {
  it('are one, which is what the last of them is and did what all did', () => {
    const [one, ...others] = unitedOf([first(), second()]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'c2', value: 'of the second login', confidence: 0.9 });
    expect(one!.sightings.map(({ direction }) => direction).toSorted()).toEqual([
      'received',
      'sent',
      'stored',
    ]);
  });

  it('leaves what was seen of each as it is', () => {
    const both = [first(), second()];
    unitedOf(both);
    expect(both).toEqual([first(), second()]);
  });

  const UNITED: [string, Credential, Credential][] = [
    ['where a logout ended the first', first({ behaviour: {}, loggedOutAt: T0 }), second()],
    ['of two persons', jwt(person('ada'), first()), jwt(person('eve'), second())],
    [
      'in a header of the answer',
      first({ sightings: [given({ carrier: 'header', locator: 'x-token' })] }),
      second({ sightings: [given({ carrier: 'header', locator: 'x-token' })] }),
    ],
    [
      'whose answers nobody saw, in one place of storage',
      first({ sightings: [kept, sighting()] }),
      second({ sightings: [kept] }),
    ],
  ];
  it.each(UNITED)('are one %s', (_, before, after) => {
    expect(unitedOf([before, after]).map(({ id }) => id)).toEqual(['c2']);
  });

  const APART: [string, Credential, Credential][] = [
    [
      'the first was still sent when the second was there',
      first({ sightings: [given(), sighting({ lastAt: LATER + 1 })] }),
      second(),
    ],
    ['no login gave the second', first(), second({ behaviour: {} })],
    ['the first was of no login', first({ behaviour: {} }), second()],
    ['they have different roles', first({ role: 'refresh-token' }), second()],
    ['they have different forms', first({ format: 'signed' }), second()],
    [
      'they were given in different places',
      first({ sightings: [given({ locator: '/id' }), sighting()] }),
      second(),
    ],
    [
      'different servers gave them',
      first({ sightings: [given({ origin: 'https://other.example' })] }),
      second(),
    ],
    [
      'different issuers signed them',
      jwt({ claims: { iss: 'https://one.example' } }, first()),
      jwt({ claims: { iss: 'https://two.example' } }, second()),
    ],
    ['they are cookies', first({ kind: 'cookie' }), second({ kind: 'cookie' })],
  ];
  it.each(APART)('stay two where %s', (_, before, after) => {
    expect(unitedOf([before, after]).map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('keeps the order and the rest', () => {
    const other = credential({ id: 'c0', role: 'api-key' });
    expect(unitedOf([second(), other, first()]).map(({ id }) => id)).toEqual(['c0', 'c2']);
  });
});
