import { describe, expect, it } from 'vitest';
import { json } from '../../../support/bodies.js';
import { exchange } from '../../../support/exchange.js';
import { cookie, hex, momentsOf, post, SHOP } from '../../../support/shop-moments.js';

const [temp, token] = [hex(40), hex(40)];
const sent = (path: string, request: object, answer: object, more: object = {}) =>
  post(path, {
    type: 'fetch',
    requestBody: json(request),
    responseBody: json(answer),
    ...more,
  });
const password = (answer: object, more: object = {}) =>
  sent('/api/login', { user: 'ada', password: 'correct horse' }, answer, more);
const half = () => password({ requires2FA: true, tempToken: temp });
const get = (path: string, bearer: string, more: object = {}) =>
  exchange({
    url: SHOP + path,
    type: 'fetch',
    sends: { authorization: `Bearer ${bearer}` },
    ...more,
  });

describe('half a login', () => {
  it('is none', () => {
    expect(momentsOf([half()])).toEqual([]);
  });

  it('is none where the code was wrong', () => {
    const first = half();
    const wrong = sent('/api/2fa', { tempToken: temp, code: '1' }, { error: 'x' }, { status: 401 });
    expect(momentsOf([first, wrong])).toEqual([]);
  });

  it('is none where the code is sent once more', () => {
    const first = half();
    const more = sent('/api/2fa/resend', { tempToken: temp }, { message: 'OTP sent' });
    expect(momentsOf([first, more])).toEqual([]);
  });

  it.each(['/v2/accounts/mfaSignIn:start', '/api/2fa/send-code'])(
    'is none where what sends the code gets a number: %s',
    (path) => {
      const first = half();
      const asked = sent(path, { tempToken: temp }, { sessionInfo: hex(40) });
      expect(momentsOf([first, asked])).toEqual([]);
      const whole = sent('/v2/accounts/mfaSignIn:finalize', { tempToken: temp, c: '1' }, { token });
      expect(momentsOf([first, asked, whole])).toEqual([
        'login shop.test /v2/accounts/mfaSignIn:finalize',
      ]);
    },
  );

  it.each([
    ['/api/2fa/verify', { token }],
    ['/api/auth/otp', { token }],
    ['/api/secondfactor/totp', { token }],
    ['/api/auth/challenge', { token }],
    ['/api/login/confirm-code', { token }],
    ['/api/go-on', { token }],
  ])('is whole after the next step: %s', (path, answer) => {
    const first = half();
    const whole = sent(path, { tempToken: temp, code: '123456' }, answer);
    expect(momentsOf([first, whole, get('/api/me', token)])).toEqual([`login shop.test ${path}`]);
  });

  it('is whole by a session that stays', () => {
    const first = password({ status: 'OTP_REQUIRED' }, { gets: cookie('sid') });
    const whole = sent('/otp/verify', { code: '1' }, { ok: true }, { sends: { cookie: 'sid=1' } });
    expect(momentsOf([first, whole])).toEqual(['login shop.test /otp/verify']);
  });

  it('was all of it where what it gave opens something', () => {
    expect(momentsOf([half(), get('/api/orders', temp)])).toEqual(['login shop.test /api/login']);
    expect(momentsOf([half(), get('/api/2fa/methods', temp)])).toEqual([]);
    expect(momentsOf([half(), get('/api/orders', temp, { status: 403 })])).toEqual([]);
  });

  it('is a whole one without a word of it', () => {
    expect(momentsOf([password({ token, user: { mfa: true } })])).toEqual([
      'login shop.test /api/login',
    ]);
  });
});

describe('a code for another password', () => {
  const end = { type: 'reset_password', email: 'ada@shop.test' };
  it('logs nobody in', () => {
    const asked = sent('/web/otp/send', end, { token: temp, message: 'OTP sent' });
    const given = sent('/web/otp/verify', { token: temp, otp: '123456' }, { token });
    expect(momentsOf([asked, given])).toEqual([]);
  });

  it('is no other than one for a login where it does not say so', () => {
    const asked = sent('/web/otp/send', { email: 'ada@shop.test' }, { message: 'OTP sent' });
    const given = sent('/web/otp/verify', { otp: '123456' }, { token });
    expect(momentsOf([asked, given])).toEqual(['login shop.test /web/otp/verify']);
  });
});
