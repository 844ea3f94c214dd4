import { expect, it } from 'vitest';
import { json } from '../../../support/bodies.js';
import { call, cookie, hex } from '../../../support/box-site.js';
import { jwtOf } from '../../../support/jose.js';
import { momentsTold } from '../../../support/moments-told.js';

// A code that somebody was sent, typed into a page whose script brings it wherever it likes.

const token = () => jwtOf({ sub: 'u1', jti: hex() });
const gives = () => ({ responseBody: json({ sessionJwt: token(), user: { email: 'a@b.test' } }) });
const told = (path: string, sent: object, answer: object) =>
  momentsTold([call(path, { requestBody: json(sent), ...answer })]);

it.each([
  ['deep in a flow', '/v1/flow/next', { flow: 'f', input: { code: '123456' } }],
  ['as a number', '/x/next', { step: 2, otp: 123456 }],
  ['with a blank in it', '/x/next', { verification_code: '123 456' }],
  ['in another language', '/x/next', { smsKod: '123456' }],
])('logs in by what it gives: %s', (_, path, sent) => {
  expect(told(path, sent, gives())).toEqual([`login ${path}`]);
});

it('logs in by a cookie where its field is for such a code alone', () => {
  expect(told('/x/next', { emailCode: '123456' }, { gets: cookie() })).toEqual(['login /x/next']);
  expect(told('/x/next', { code: '123456' }, { gets: cookie() })).toEqual([]);
});

it.each([
  ['of a voucher', '/x/next', { couponCode: '20262026' }, { gets: cookie() }],
  ['of a town', '/x/next', { zip_code: '10115' }, gives()],
  ['of a country', '/x/next', { phoneCode: '0049' }, { gets: cookie() }],
  ['of an author', '/x/next', { authorCode: '4711' }, { gets: cookie() }],
  ['of a game', '/join', { accessCode: '123456' }, { gets: cookie() }],
  ['of a card', '/pay', { cardNumber: '4', securityCode: '1234' }, gives()],
  ['of a picture', '/x/next', { captchaCode: '1234' }, { gets: cookie() }],
  ['of letters', '/x/next', { code: 'blue-house' }, gives()],
  ['that gives nothing', '/x/next', { otp: '123456' }, { responseBody: json({ ok: true }) }],
  ['for another password', '/password/reset', { code: '123456' }, gives()],
  ['for an account', '/register/confirm', { otp: '123456' }, { gets: cookie() }],
  ['that was wrong', '/x/next', { otp: '123456' }, { status: 400, ...gives() }],
])('is no login: one %s', (_, path, sent, answer) => {
  expect(told(path, sent, answer)).toEqual([]);
});

it('is no login where the code was asked for to another end', () => {
  const asked = call('/x/send', {
    requestBody: json({ purpose: 'reset_password', mail: 'a@b.c' }),
  });
  const typed = call('/x/next', { requestBody: json({ otp: '123456' }), ...gives() });
  expect(momentsTold([asked, typed])).toEqual([]);
});
