import { describe, expect, it } from 'vitest';
import { hex, HIDDEN, MONTH, rolesOf } from '../../support/given-at-login.js';

describe('what a login gave to stay, with a session of before', () => {
  it('is remembered, and the one for the visit is the session', () => {
    const before = [`board=${hex()}; Path=/`];
    expect(rolesOf([`zx=${hex()}${HIDDEN}${MONTH}`], before)).toEqual({
      board: 'session',
      zx: 'remember-me',
    });
  });

  it.each(['; Max-Age=900', '; Max-Age=86400'])(
    'is the session where scripts can read what was there, which ends by itself: %s',
    (line) => {
      const { page, zx } = rolesOf(
        [`zx=${hex()}${HIDDEN}${MONTH}`],
        [`page=${hex()}; Path=/${line}`],
      );
      expect([page, zx]).toEqual(['other', 'session']);
    },
  );

  it('is the session where what was there stays as long', () => {
    const before = [`browser=${hex()}; Path=/${MONTH}`];
    const { browser, zx } = rolesOf([`zx=${hex()}${HIDDEN}${MONTH}`], before);
    expect([browser, zx]).toEqual(['other', 'session']);
  });
});

describe('what scripts can read, given to stay beside a hidden session that does not', () => {
  const WEEK = '; Path=/; Max-Age=604800';
  const roleOf = (line: string, hidden = HIDDEN) =>
    rolesOf([`zx=${hex()}${hidden}`, `qv=${line}`])['qv'];

  it.each([
    ['for a week', `${hex(20)}${WEEK}`],
    ['for a month', `${hex(32)}; Path=/${MONTH}`],
    ['in base64', `${Buffer.from(hex(18)).toString('base64')}${WEEK}`],
  ])('spares a login: %s', (_, line) => expect(roleOf(line)).toBe('remember-me'));

  it.each([
    ['for the visit', `${hex(20)}; Path=/`],
    ['for an hour', `${hex(20)}; Path=/; Max-Age=3600`],
    ['for years', `${hex(20)}; Path=/; Max-Age=63072000`],
    ['an account’s UUID', `0b1e2d3c-1111-4222-8333-9f0c2a7b6d5e${WEEK}`],
    ['an account’s number', `100001234567890${WEEK}`],
    ['too short', `${hex(6)}${WEEK}`],
  ])('does not where it is %s', (_, line) => expect(roleOf(line)).toBe('other'));

  it('does not beside one that stays as well', () => {
    expect(roleOf(`${hex(20)}${WEEK}`, `${HIDDEN}; Max-Age=86400`)).toBe('other');
  });
});

describe('where the browser keeps all that a login gave', () => {
  const LONG = '; Max-Age=15552000';
  const parts = `${hex(4)}%2C1795000000%2C${hex(12)}*b1`;

  it('a value of several parts, one of them random, is hidden as well as one that is whole', () => {
    const lines = [`zx=${parts}${HIDDEN}${LONG}`, `qv=${hex(8)}; Path=/${LONG}`];
    expect(rolesOf(lines)).toEqual({ zx: 'session', qv: 'other' });
  });

  it('a number beside what is random is no session, though both are hidden', () => {
    const lines = [`zx=${hex(30)}${HIDDEN}${LONG}`, `qv=123456789${HIDDEN}`];
    expect(rolesOf(lines)).toEqual({ zx: 'session', qv: 'other' });
  });
});
