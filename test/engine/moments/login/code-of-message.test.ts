import { expect, it } from 'vitest';
import { json } from '../../../support/bodies.js';
import { call, cookie } from '../../../support/box-site.js';
import { momentsTold } from '../../../support/moments-told.js';

// A page has a code sent, and is given a cookie for it, at addresses that no list has.

const asked = () => call('/user/sendcode', { requestBody: json({ phone: '+4915112345' }) });
const typed = (code: string, more: object = { gets: cookie() }) =>
  call('/user/entercode', { requestBody: json({ phone: '+4915112345', code }), ...more });

it('logs in where it was asked for', () => {
  expect(momentsTold([asked(), typed('4711')])).toEqual(['login /user/entercode']);
});

it.each([
  ['it was not asked for', () => [typed('4711')]],
  ['it is no code', () => [asked(), typed('unknown')]],
  ['nothing was given', () => [asked(), typed('4711', {})]],
])('does not where %s', (_, steps) => {
  expect(momentsTold(steps())).toEqual([]);
});
