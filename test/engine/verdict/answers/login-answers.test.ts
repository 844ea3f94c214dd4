import { beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import {
  answersTo,
  first,
  go,
  login,
  logout,
  page,
  random,
  saidOf,
  second,
  sets,
  sid,
  startAgain,
  toLogin,
  visited,
} from '../../../support/answers-of-shop.js';
import { json } from '../../../support/bodies.js';

beforeEach(startAgain);

describe('a login whose cookie the browser refuses', () => {
  it('gave no id that is new to this browser', () => {
    const steps = [
      go('/account', toLogin),
      login({ 'set-cookie': `__Host-shop_session=${first}; HttpOnly; Path=/` }),
      go('/account', toLogin),
    ];
    expect(answersTo(steps)).toContain('login bad answer_login_refused');
  });
});

describe('did the login give a new session id?', () => {
  it.each<[string, () => Exchange[], string[]]>([
    ['nobody logged in', () => visited(first), []],
    [
      'there was none before',
      () => [go('/login'), login(sets(first)), page(first)],
      ['login good answer_login_given'],
    ],
    [
      'another value',
      () => [...visited(first), login(sets(second), sid(first)), page(second), page(second)],
      ['login good answer_login_changed'],
    ],
    [
      'the same value',
      () => [...visited(first), login({}, sid(first)), page(first), page(first)],
      ['login bad answer_login_kept'],
    ],
    [
      'the value that an earlier login gave, once more',
      () => [
        ...visited(first),
        login(sets(second), sid(first)),
        page(second),
        logout(second, sets(first)),
        page(first),
        login(sets(second), sid(first)),
        page(second),
      ],
      ['login bad answer_login_again', 'logout unknown answer_logout_unproven'],
    ],
  ])('%s', (_, steps, answers) => {
    expect(answersTo(steps())).toEqual(answers);
  });
});

describe('a login of two steps in JSON', () => {
  const [ticket, token] = [random.base62(40), random.base62(40)];
  const start = () =>
    go('/session/start', {
      method: 'POST',
      requestBody: json({ user: 'ada', password: 'correct' }),
      responseBody: json({ loginTicket: ticket }),
    });
  const confirm = () =>
    go('/session/confirm', {
      method: 'POST',
      requestBody: json({ loginTicket: ticket, code: '123456' }),
      responseBody: json({ access_token: token }),
    });
  const data = () => go('/data', { sends: { authorization: `Bearer ${token}` } });

  it('gave what its last step gave, and no ticket for that', () => {
    expect(saidOf([start(), confirm(), data()])[0]).toBe(
      'Yes: authorization came after the login POST /session/start, new to this browser.',
    );
  });

  it('gave the ticket where nothing else was seen in use', () => {
    expect(saidOf([start()])[0]).toBe(
      'Yes: the login POST /session/start gave loginTicket, new to this browser.',
    );
  });
});

describe('what a password in a header answers', () => {
  it('is that the login gave nothing', () => {
    const sends = { password: '***' };
    const visit = [
      go('/data', { status: 401 }),
      go('/auth', { status: 401, sends }),
      go('/auth', { sends }),
      go('/data', { sends }),
    ];
    expect(saidOf(visit)).toEqual([
      'None was given: from the login GET /auth on, requests bring the password itself (password).',
    ]);
  });
});

describe('what HTTP authentication answers', () => {
  const authorization = `Basic ${Buffer.from('ada:correct horse').toString('base64')}`;
  const known = { sends: { authorization } };
  const asks = { status: 401, gets: { 'www-authenticate': 'Basic realm="shop"' } };
  const began = () => [go('/admin', asks), go('/admin', known), go('/admin/orders', known)];

  it('gives nothing new', () => {
    expect(saidOf(began())[0]).toMatch(/^None was given: from the login GET \/admin on/);
  });

  it('leaves a server nothing to end', () => {
    const said = saidOf([...began(), go('/logout', { ...known, ...asks, status: 200 }), go('/')]);
    expect(said[1]).toMatch(/^HTTP authentication leaves a server nothing to end/);
  });
});
