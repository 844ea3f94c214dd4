import { describe, expect, it } from 'vitest';
import { form, html } from '../../../support/bodies.js';
import { at, leadsTo, post } from '../../../support/box-site.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('guest again');
const key = () => random.bytes(20).toString('hex');
const valueOf = (who: string) => `${who}%7C${key()}%7C1799999999%7C${key()}`;
const given = (value: string) => ({
  'set-cookie': `club=${value}; Path=/; HttpOnly; Expires=Wed, 01 Apr 2036 00:00:00 GMT`,
});

/** The moments of a visit whose last answer gives the cookie a value of its own. */
function told(values: { guest?: string; user: string; last: string }, path = '/do.php?act=out') {
  const { guest, user, last } = values;
  const sends = { cookie: `club=${user}` };
  return momentsTold([
    at('/in.php', {
      ...(guest !== undefined && { gets: given(guest) }),
      responseBody: html('<form><input type=password name=pw></form>'),
    }),
    post('/in.php', {
      ...(guest !== undefined && { sends: { cookie: `club=${guest}` } }),
      requestBody: form('u=ada&pw=xyzzy'),
      gets: given(user),
      ...leadsTo('/index.php'),
    }),
    at('/index.php', { sends, responseBody: html('<p>Ada</p>') }),
    at(path, { sends, gets: given(last), ...leadsTo('/index.php') }),
    at('/index.php', { sends: { cookie: `club=${last}` }, responseBody: html('<p>News</p>') }),
  ]);
}

describe('a cookie that is given its guest’s value again', () => {
  it.each(['1', '0', '-1', 'guest', 'Anonymous'])('logs out: %s', (who) => {
    const values = { guest: valueOf(who), user: valueOf('7'), last: valueOf(who) };
    expect(told(values)).toEqual(['login /in.php', 'logout /do.php?act=out']);
  });
});

describe('no logout is', () => {
  const guest = valueOf('1');
  it.each([
    ['the next value of the same user', { guest, user: valueOf('7'), last: valueOf('7') }],
    ['another user', { guest, user: valueOf('7'), last: valueOf('8') }],
    ['what was no guest’s', { guest: valueOf('5'), user: valueOf('7'), last: valueOf('5') }],
    ['what nobody had before', { user: valueOf('7'), last: valueOf('1') }],
    ['a value in one part', { guest: key(), user: key(), last: key() }],
  ])('%s', (_, values) => {
    expect(told(values)).toEqual(['login /in.php']);
  });

  it('what turns somebody out where he was known', () => {
    const values = { guest, user: valueOf('7'), last: valueOf('1') };
    expect(told(values, '/index.php')).not.toContain('logout /index.php');
  });
});
