import { describe, expect, it } from 'vitest';
import { Known } from '../../../../src/engine/known.js';
import type { Credential } from '../../../../src/engine/model.js';
import { atLogin, loginsWith } from '../../../../src/engine/rules/session/at-login.js';
import { text } from '../../../../src/engine/text.js';
import {
  cookie,
  cookieHeaderOnly,
  exchange,
  SECONDS,
  sighting,
} from '../../../support/credential.js';
import { HOURS, T0 } from '../../../support/credential.js';

const AT = T0 + HOURS;
const post = exchange({ id: 'e5', method: 'POST', url: 'https://shop.example/login', status: 200 });
const login = { type: 'login', at: AT, site: 'https://shop.example', exchange: post } as const;
const used = sighting({
  carrier: 'cookie',
  firstAt: T0,
  lastAt: AT + 60 * SECONDS,
  lastExchange: exchange({ id: 'e9' }),
});
const kept = (isEnded = false) =>
  cookie({
    behaviour: { usedAnonymously: true, ...(isEnded ? { clearedAtLogout: true } : {}) },
    sightings: [used],
  });
const given = { id: 'c2', name: 'sid', role: 'session', firstSeen: AT + 2 * SECONDS } as const;
const ended = { behaviour: { clearedAtLogout: true } };

/** What is said of a session that went with the login, beside what came after it. */
function became(one: Credential, ...others: Credential[]): string | undefined {
  const entry = { ref: post, at: AT, carried: [one.id], set: [], count: 1 };
  const known = new Known({
    now: T0,
    credentials: [one, ...others],
    moments: [login],
    exchanges: [entry],
  });
  const [at] = loginsWith(one, known);
  return at && atLogin(one, at, known);
}

describe('a session that went with the login, and stayed', () => {
  it('may be the one, or another one that a later step gave', () => {
    expect(became(kept())).toBe('kept');
    expect(became(kept(), cookie(given))).toBe('unknown');
    expect(became(kept(true), cookie({ ...given, ...ended }))).toBe('unknown');
  });

  it('is not the one where the logout ended only the other', () => {
    expect(became(kept(), cookie({ ...given, ...ended }))).toBeUndefined();
  });

  it('is the one where the logout ended only this', () => {
    expect(became(kept(true), cookie(given))).toBe('kept');
  });

  it.each<[string, Credential]>([
    ['a script keeps', cookieHeaderOnly(given)],
    ['signs another', cookie({ ...given, signs: 'c7' })],
    ['is of another host', cookie({ ...given, host: 'app.shop.example' })],
    ['came long after', cookie({ ...given, firstSeen: AT + HOURS })],
    ['was there before', cookie({ ...given, firstSeen: T0 })],
  ])('is the one beside a session that %s', (_, other) => {
    expect(became(kept(), other)).toBe('kept');
  });
});

describe('a session of a host of which no answer was seen to set a cookie', () => {
  const bare = cookieHeaderOnly({
    name: 'shop_session',
    role: 'session',
    behaviour: { usedAnonymously: true },
    sightings: [used],
  });
  const value = 'b9f2c7e41d8a4f06a35c1e7d92b84f60';
  const rotated = (at: number) => ({ type: 'rotated', at, lastAt: at, count: 1 }) as const;
  const unknown = { role: 'other', evidence: [text('evidence_nothing', 'nothing')] } as const;

  it.each<[string, Partial<Credential>]>([
    ['logs in', {}],
    ['may be an id of anything', { ...unknown, value }],
    ['has another value since', { firstSeen: T0, life: [rotated(AT + 2 * SECONDS)] }],
  ])('may be none beside what came with the login, and %s', (_, other) => {
    expect(became(bare, cookieHeaderOnly({ ...given, ...other }))).toBe('unknown');
  });

  it.each<[string, Partial<Credential>]>([
    ['was there before', { firstSeen: T0 }],
    ['got another value before', { firstSeen: T0, life: [rotated(AT - SECONDS)] }],
    ['came long after', { firstSeen: AT + HOURS }],
    ['was chosen', { role: 'preference' }],
    ['remembers the user', { role: 'remember-me' }],
    ['can be no id', { ...unknown, value: 'dark' }],
    ['is of another host', { host: 'app.shop.example' }],
  ])('is the one beside what %s', (_, other) => {
    expect(became(bare, cookieHeaderOnly({ ...given, ...other }))).toBe('kept');
  });

  it('is the one beside what came with the login where answers were seen to set others', () => {
    const other = cookie({ id: 'c3', name: 'lang', role: 'preference', firstSeen: T0 });
    expect(became(bare, cookieHeaderOnly(given), other)).toBe('kept');
  });
});
