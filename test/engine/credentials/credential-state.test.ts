import { describe, expect, it } from 'vitest';
import { render } from '../../../src/engine/render.js';
import { isKept, isLive, stateOf } from '../../../src/engine/credentials/credential-state.js';
import type { Credential, CredentialState } from '../../../src/engine/model.js';
import {
  cookie,
  credential,
  exchange,
  jwt,
  SECONDS,
  sighting,
  T0,
} from '../../support/credential.js';

const NOW = T0 + 1_000 * SECONDS;
const stored = (goneAt?: number) =>
  sighting({ carrier: 'localStorage', direction: 'stored', ...(goneAt ? { goneAt } : {}) });
const received = sighting({ carrier: 'body', direction: 'received' });
const refusal = { reason: 'prefix', text: { key: 'k', english: 'no', values: {} } } as const;

describe('the state of a credential', () => {
  it.each<[string, Credential, CredentialState]>([
    ['a cookie', cookie(), 'live'],
    ['a cookie of which only the header was seen', cookie({ attributes: {} }), 'live'],
    ['a refused cookie', cookie({ cookie: { rejected: refusal } }), 'refused'],
    ['a deleted cookie', cookie({ cookie: { clearedAt: T0, clearedBy: exchange() } }), 'cleared'],
    ['a cookie past its end', cookie({ expires: 'at', expiresAt: NOW }), 'expired'],
    ['a cookie before its end', cookie({ expires: 'at', expiresAt: NOW + 1 }), 'live'],
    ['a cookie that was late', cookie({ cookie: { expiredOnArrival: true } }), 'expired'],
    [
      'a deleted cookie past its end',
      cookie({ expires: 'at', expiresAt: T0, cookie: { clearedAt: T0 } }),
      'cleared',
    ],
    ['a stored token', jwt({}, { sightings: [stored()] }), 'live'],
    ['a token in one store of two', jwt({}, { sightings: [stored(T0), stored()] }), 'live'],
    ['a removed token', jwt({}, { sightings: [stored(T0 + 5)] }), 'removed'],
    [
      'a removed token past its end',
      jwt({}, { sightings: [stored(T0)], expires: 'at', expiresAt: T0 }),
      'removed',
    ],
    [
      'a token past its end',
      jwt({}, { sightings: [stored()], expires: 'at', expiresAt: T0 }),
      'expired',
    ],
    ['a token that script holds', jwt({}, { sightings: [received, sighting()] }), 'live'],
    ['the same after a logout', jwt({}, { sightings: [sighting()], loggedOutAt: T0 }), 'unknown'],
    ['a token that only came', jwt({}, { sightings: [received] }), 'unknown'],
    ['an older generation', credential({ replacedBy: 'c2' }), 'replaced'],
  ])('%s', (_, one, state) => {
    expect(stateOf(one, NOW).state).toBe(state);
    expect(isLive(one, NOW)).toBe(state === 'live');
  });

  it('says since when, by which exchange and why', () => {
    const by = exchange({ id: 'logout', method: 'POST', url: 'https://shop.example/logout' });
    const { reason, ...cleared } = stateOf(
      cookie({ cookie: { clearedAt: T0 + 5, clearedBy: by } }),
      NOW,
    );
    expect(cleared).toEqual({ state: 'cleared', since: T0 + 5, by });
    expect(reason && render(reason)).toBe('cleared by POST /logout');
    expect(stateOf(cookie({ cookie: { rejected: refusal } }), NOW)).toMatchObject({
      state: 'refused',
      reason: refusal.text,
    });
    expect(stateOf(cookie({ expires: 'at', expiresAt: T0 + 7 }), NOW)).toEqual({
      state: 'expired',
      since: T0 + 7,
    });
  });

  it.each<[string, Credential, string]>([
    [
      'removed',
      jwt({}, { sightings: [stored(T0 + 5)] }),
      'no web storage had it when that was looked at again',
    ],
    [
      'unknown',
      jwt({}, { loggedOutAt: T0, sightings: [sighting()] }),
      'a script may still hold it, which nobody can see',
    ],
    [
      'cleared',
      cookie({ cookie: { clearedAt: T0 } }),
      'the browser’s cookie store does not have it any more',
    ],
  ])('says why it is %s', (state, one, why) => {
    const known = stateOf(one, NOW);
    expect([known.state, known.reason && render(known.reason)]).toEqual([state, why]);
  });

  it.each<[string, Credential, boolean]>([
    ['a cookie', cookie(), true],
    ['a stored token', jwt({}, { sightings: [stored()] }), true],
    ['a token in a script’s hands', jwt({}, { sightings: [sighting()] }), false],
    ['a removed token', jwt({}, { sightings: [stored(T0)] }), false],
  ])('%s is kept by the browser: %s', (_, one, kept) => {
    expect(isKept(one, NOW)).toBe(kept);
  });
});
