import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { b64 } from '../../support/base64.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

// Careless servers take whoever writes `user_id=7` for user 7.

const SHOP = 'https://shop.test';
const random = new Seeded('bare claims');
const FORM = '<form method="post"><input name="user"><input type="password" name="pass"></form>';
const posted = {
  requestBody: readBody('application/x-www-form-urlencoded', 'user=ada&pass=correct-horse'),
};
const inside = { responseBody: readBody('text/html', '<h1>Ada</h1><a href="/logout">Log out</a>') };

interface Jar {
  /** In the browser before somebody logs in. */
  before?: string;
  /** What the login sets. */
  gets: readonly string[];
  /** A header that scripts send from then on. */
  authorization?: string;
}

function visit({ before = '', gets, authorization }: Jar): Exchange[] {
  const given = gets.map((line) => line.split(';')[0]!);
  const cookie = [before, ...given].filter((pair) => pair !== '').join('; ');
  const sends = { cookie, ...(authorization !== undefined && { authorization }) };
  const first = before === '' ? {} : { sends: { cookie: before } };
  return [
    exchange({ url: `${SHOP}/login`, ...first, responseBody: readBody('text/html', FORM) }),
    exchange({
      url: `${SHOP}/login`,
      method: 'POST',
      status: 302,
      ...first,
      ...posted,
      redirectUrl: `${SHOP}/account`,
      gets: { location: '/account', 'set-cookie': [...gets] },
    }),
    exchange({ url: `${SHOP}/account`, sends, ...inside }),
    exchange({ url: `${SHOP}/orders`, sends, ...inside }),
  ];
}

function reportOf(jar: Jar) {
  const analysis = new Analysis();
  for (const one of visit(jar)) analysis.addExchange(one);
  const { credentials, findings, sites } = analysis.report(options);
  return {
    roles: Object.fromEntries(credentials.map(({ name, role }) => [name, role])),
    rules: findings.map(({ ruleId }) => ruleId),
    sentence: sites[0]?.sentence ?? '',
  };
}

const json = { user: 'ada', role: 'user' };

describe('what says who the user is, given by a login that gave nothing else', () => {
  it.each([
    ['a small number', 'sid=1042'],
    ['the number of a user', 'user_id=7'],
    ['behind the name of the site', 'shop_user_id=7'],
    ['a name', 'username=ada'],
    ['a word of a visitor', 'uid=ada'],
    ['a sign', 'logged_in=true'],
    ['a sign in camel case', 'isLoggedIn=1'],
    ['a role', 'role=admin'],
    ['both', 'auth=ada:user'],
    ['a framework’s own name', 'PHPSESSID=5'],
    ['base64', `session=${b64('ada:1')}`],
    ['JSON', `user=${encodeURIComponent(JSON.stringify(json))}`],
  ])('is the session, and can be guessed: %s', (_, cookie) => {
    const { roles, rules, sentence } = reportOf({ gets: [`${cookie}; Path=/`] });
    expect(roles).toEqual({ [cookie.split('=')[0]!]: 'session' });
    expect(rules).toContain('session-id-low-entropy');
    expect(sentence).toMatch(/without a secret|carries data that can be read/);
  });

  it('is told with its rule where it is readable state that nobody signed', () => {
    const { roles, rules } = reportOf({ gets: [`session=${b64(JSON.stringify(json))}; Path=/`] });
    expect(roles).toEqual({ session: 'session' });
    expect(rules).toContain('session-id-low-entropy');
  });

  it('are several, where it gave several', () => {
    const { roles } = reportOf({ gets: ['username=ada; Path=/', 'logged_in=1; Path=/'] });
    expect(roles).toEqual({ username: 'session', logged_in: 'session' });
  });
});

describe('what says who the user is', () => {
  const session = `PHPSESSID=${random.from('abcdefghijklmnopqrstuv0123456789', 26)}`;
  it.each([
    ['a session', { gets: [`${session}; Path=/; HttpOnly`, 'user_id=7; Path=/'] }],
    ['a session from before', { before: session, gets: ['user_id=7; Path=/'] }],
    [
      'a cookie of no name that may be one',
      { before: `k=${random.bytes(20).toString('hex')}`, gets: ['user_id=7; Path=/'] },
    ],
    [
      'a token in a header',
      {
        gets: ['user_id=7; Path=/'],
        authorization: `Bearer ${random.bytes(24).toString('base64url')}`,
      },
    ],
  ] satisfies [string, Jar][])('is no session beside %s', (_, jar) => {
    expect(reportOf(jar).roles['user_id']).not.toBe('session');
  });

  it.each([
    'lang=en',
    'theme=dark',
    'login_error=1',
    'last_login=20260101',
    'login_attempts=2',
    'user_lang=en',
    'auth_provider=google',
    'login_hint=ada',
    'cart=2',
    'csrf_id=7',
    'remember_me=1',
    'flash=welcome',
    'session_timeout=1800',
  ])('is no session where it says something else: %s', (cookie) => {
    expect(Object.values(reportOf({ gets: [`${cookie}; Path=/`] }).roles)).not.toContain('session');
  });

  it.each([
    'SID=',
    'SID=""',
    'SID=--',
    'sid=deleted',
    'session=revoked',
    'auth=null',
    'user=undefined',
    'username=guest',
    'user=Anonymous',
    'logged_in=0',
    'is_logged_in=false',
    'ac_userid=,ac_passwd=',
    'user=name=&role=',
  ])('is no session where nothing stands in it: %s', (cookie) => {
    const { roles, rules } = reportOf({ gets: [`${cookie}; Path=/`] });
    expect(Object.values(roles)).not.toContain('session');
    expect(rules).not.toContain('session-id-low-entropy');
  });

  it.each(['sid=1', 'user=guest7', 'user=deleted-by-ada', 'user=ada&role='])(
    'is one where something does: %s',
    (cookie) => {
      const { roles } = reportOf({ gets: [`${cookie}; Path=/`] });
      expect(Object.values(roles)).toEqual(['session']);
    },
  );
});
