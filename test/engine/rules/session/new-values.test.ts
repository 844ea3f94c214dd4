import { describe, expect, it } from 'vitest';
import { Known } from '../../../../src/engine/known.js';
import type { Credential } from '../../../../src/engine/model.js';
import type { Moment } from '../../../../src/engine/moments/moment.js';
import { atLogin } from '../../../../src/engine/rules/session/at-login.js';
import { cookie, exchange, HOURS, SECONDS, sighting, T0 } from '../../../support/credential.js';
import { answered } from '../../../support/kept-through-login.js';

const AT = T0 + HOURS;
const post = exchange({ id: 'e5', method: 'POST', url: 'https://shop.example/login', status: 200 });
const login = { type: 'login', at: AT, site: 'https://shop.example', exchange: post } as const;

describe('a session that went with the login, and has a new value some seconds later', () => {
  const out = exchange({ id: 'e8', url: 'https://shop.example/logout', status: 302 });
  const end = (type: 'logout' | 'session-lost', seconds: number) =>
    ({ type, at: AT + seconds * SECONDS, site: login.site, exchange: out }) as const;
  const renewed = (seconds: number, by = exchange({ id: 'e7' })) => {
    const at = AT + seconds * SECONDS;
    const used = sighting({ carrier: 'cookie', firstAt: T0, lastAt: AT + SECONDS, lastExchange });
    return cookie({
      behaviour: { usedAnonymously: true },
      sightings: [used],
      life: [{ type: 'rotated', at, lastAt: at, count: 1, exchange: by }],
    });
  };
  const lastExchange = exchange({ id: 'e6' });
  const page = { ref: lastExchange, at: AT + SECONDS, set: [], count: 1 };

  const told = (one: Credential, ...moments: Moment[]) => {
    const entry = { ref: post, at: AT, carried: [one.id], set: [], count: 1 };
    const exchanges = [entry, { ...page, carried: [one.id], facts: answered(200) }];
    const known = new Known({ now: T0, credentials: [one], moments, exchanges });
    return atLogin(one, login, known);
  };

  it('got it from the login', () => {
    expect(told(renewed(4), login)).toBe('changed');
    expect(told(renewed(4), login, { ...end('logout', 3), site: 'https://other.example' })).toBe(
      'changed',
    );
    expect(told(renewed(4), login, end('logout', 6))).toBe('changed');
  });

  it.each([
    ['the logout', renewed(4, out), end('logout', 4)],
    ['the logout, whose answer came after its request', renewed(4, out), end('logout', 5)],
    ['what followed the logout', renewed(4), end('logout', 3)],
    ['the server that had lost it', renewed(4), end('session-lost', 3)],
  ])('got it from %s, and kept its own at the login', (_, one, ended) => {
    expect(told(one, login, ended)).toBe('kept');
  });
});
