import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// The key of a link by which somebody logs in is good for that: no session, and no guard.

const SITE = 'https://news.test';
const random = new Seeded('links that log in');
const KEY = random.base62(43);
const html = (page: string) => readBody('text/html', page);
const HOME = '<h1>Hi Ada</h1><a href="/logout">Log out</a>';
const session = () => ({
  'set-cookie': `sid=${random.base62(32)}; Path=/; HttpOnly; Secure; SameSite=Lax`,
});

const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: SITE + path, type: 'document', ...more });

function roleOfKey(...exchanges: ReturnType<typeof at>[]) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().find(({ value }) => value === KEY)?.role;
}

describe('the key of a link that logged somebody in', () => {
  const [before, after] = [session(), session()];
  const cookie = (given: { 'set-cookie': string }) => ({
    cookie: given['set-cookie'].slice(0, given['set-cookie'].indexOf(';')),
  });
  const ask = at('/login', {
    gets: before,
    responseBody: html('<form method="post"><input name="email" type="email"></form>'),
  });
  const sent = at('/login', {
    method: 'POST',
    sends: cookie(before),
    requestBody: readBody('application/x-www-form-urlencoded', 'email=ada%40mail.test'),
    responseBody: html('<p>Check your inbox</p>'),
  });
  const followed = (name: string) =>
    at(`/auth/magic?${name}=${KEY}`, {
      status: 302,
      redirectUrl: `${SITE}/home`,
      sends: cookie(before),
      gets: after,
    });
  const home = at('/home', { sends: cookie(after), responseBody: html(HOME) });

  it.each(['token', 'login_token', 'auth_token'])('is a step of that login: %s', (name) => {
    expect(roleOfKey(ask, sent, followed(name), home)).toBe('oauth-state');
  });

  it('stays what its name says where it is sent again', () => {
    const again = at(`/feed?login_token=${KEY}`, { sends: cookie(after) });
    expect(roleOfKey(ask, sent, followed('login_token'), home, again)).not.toBe('oauth-state');
  });

  it('is of a guard where somebody logs out by the link', () => {
    const out = at(`/logout?token=${KEY}`, {
      status: 302,
      redirectUrl: `${SITE}/`,
      sends: cookie(after),
      gets: session(),
    });
    expect(roleOfKey(home, out)).toBe('csrf');
  });
});
