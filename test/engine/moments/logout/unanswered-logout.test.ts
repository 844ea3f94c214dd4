import { expect, it } from 'vitest';
import { form, html } from '../../../support/bodies.js';
import { call, leadsTo, logouts, sid, use } from '../../../support/box-logouts.js';
import { at } from '../../../support/box-site.js';
import { momentsTold } from '../../../support/moments-told.js';

// A logout was asked for, and its answer was not seen: what comes after it tells.

const NO_ANSWER = { status: 0 };
const FORM = html('<form method=post action=/login><input name=u><input type=password name=pw>');
const GREETS = html('<h1>Hi Ada</h1><a href=/logout>Log out</a>');

it.each([
  ['sends to the form', () => use('/home', leadsTo('/login'))],
  ['refuses a call', () => call('/home', { method: 'GET', status: 401 })],
])('it is one where the server %s', (_, next) => {
  const told = logouts('/home', () => [call('/logout', NO_ANSWER), next()]);
  expect(told).toEqual(['logout /logout']);
});

it('it is one where the server shows the form in the place of a page', () => {
  const login = { requestBody: form('u=a&pw=x'), ...leadsTo('/home') };
  const steps = [
    at('/login', { responseBody: FORM }),
    at('/login', { method: 'POST', ...login, gets: { 'set-cookie': `box=${sid}; HttpOnly` } }),
    use('/home', { responseBody: GREETS }),
    call('/logout', NO_ANSWER),
    use('/home', { responseBody: FORM }),
  ];
  expect(momentsTold(steps)).toEqual(['login /login', 'logout /logout']);
});

it.each<[string, () => ReturnType<typeof use>[]]>([
  ['greets the user', () => [use('/home', { responseBody: GREETS })]],
  ['is asked for nothing more', () => []],
])('it is none where the server %s', (_, next) => {
  expect(logouts('/home', () => [call('/logout', NO_ANSWER), ...next()])).toEqual([]);
});

it('a session that ends later is lost, and was not left', () => {
  const later = () => [
    call('/logout', NO_ANSWER),
    use('/home', { responseBody: GREETS }),
    use('/home', { ...leadsTo('/login'), at: Date.UTC(2027, 0, 1) }),
  ];
  expect(logouts('/home', later)).toEqual(['session-lost /home']);
});
