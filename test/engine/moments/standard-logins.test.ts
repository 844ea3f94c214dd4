import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// Logins whose exchange is a common one: by a code, by a passkey, through the page for logging in.

const SITE = 'https://box.test';
const random = new Seeded('standard logins');
const hex = () => random.bytes(16).toString('hex');
const form = (fields: string) => readBody('application/x-www-form-urlencoded', fields);
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const gives = (name = 'box') => ({ gets: { 'set-cookie': `${name}=${hex()}; Path=/; HttpOnly` } });
const leadsTo = (path: string) => ({ status: 302, redirectUrl: SITE + path });
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const call = (path: string, sent: unknown, more: Partial<ExchangeSpec> = {}) =>
  at(path, { method: 'POST', type: 'fetch', requestBody: json(sent), ...more });
const posted = (to: string) =>
  at('/login/index.php', {
    method: 'POST',
    requestBody: form('user=ada&password=x'),
    ...leadsTo(to),
    ...gives(),
  });

describe('an answer that leads back to where the password was typed', () => {
  const back = '/login/index.php?testsession=42';

  it('is a login where that page leads on', () =>
    expect(momentsTold([posted(back), at(back, leadsTo('/my/')), at('/my/')])).toEqual([
      'login /login/index.php',
    ]));

  it.each<[string, Partial<ExchangeSpec>]>([
    ['is shown', {}],
    ['leads to itself', leadsTo('/login/index.php?again=1')],
    ['leads to an error', leadsTo('/error?login')],
  ])('is none where it %s', (_, more) =>
    expect(momentsTold([posted(back), at(back, more)])).toEqual([]),
  );
});

describe('a code that a message brought', () => {
  const MAIL = { email: 'a@x.test' };

  it.each([
    ['/api/auth/magic-link', '/api/auth/verify-code'],
    ['/api/passwordless/start', '/api/passwordless/verify'],
    ['/otp/send', '/otp/check-code'],
    ['/api/sms', '/api/confirm-otp'],
  ])('logs in, and its request does not: %s', (asks, takes) => {
    const code = { ...MAIL, code: '123456' };
    const visit = [call(asks, MAIL, { responseBody: json({}) }), call(takes, code, gives())];
    expect(momentsTold(visit)).toEqual([`login ${takes}`]);
  });

  it('logs in with the token that it gives', () => {
    const token = hex() + hex();
    const visit = [
      call('/auth/otp', MAIL, { responseBody: json({}) }),
      call('/auth/verify', MAIL, { responseBody: json({ access_token: token }) }),
      at('/api/me', { type: 'fetch', sends: { authorization: `Bearer ${token}` } }),
    ];
    expect(momentsTold(visit)).toEqual(['login /auth/verify']);
  });

  it('is none that nobody had asked for, and none that was refused', () => {
    expect(momentsTold([call('/age/verify', { year: 1990 }, gives())])).toEqual([]);
    const wrong = { status: 401, ...gives() };
    expect(momentsTold([call('/otp/send', MAIL), call('/auth/verify', MAIL, wrong)])).toEqual([]);
  });
});

describe('what a passkey signed', () => {
  const signed = { rawId: hex(), response: { authenticatorData: hex(), signature: hex() } };

  it('logs in, wherever it goes', () =>
    expect(momentsTold([call('/webauth/antwort', signed, gives())])).toEqual([
      'login /webauth/antwort',
    ]));

  it('does not where it gives nothing, or a key is made', () => {
    expect(momentsTold([call('/webauth/antwort', signed)])).toEqual([]);
    const made = { rawId: hex(), response: { attestationObject: hex() } };
    expect(momentsTold([call('/webauth/neu', made, gives())])).toEqual([]);
  });
});

describe('an answer in JSON that sends on', () => {
  it('is no refusal', () => {
    const answer = json({ type: 'redirect', status: 303, location: '/my' });
    const sent = { requestBody: form('email=a&password=y'), responseBody: answer };
    expect(momentsTold([call('/login?/login', {}, { ...sent, ...gives() })])).toEqual([
      'login /login?/login',
    ]);
  });
});

describe('a page for logging in with a key in its address', () => {
  it('is no link of a letter where somebody was sent to it', () => {
    const path = `/sign-in?op_token=${hex()}`;
    expect(momentsTold([at('/start', leadsTo(path)), at(path, gives())])).toEqual([]);
  });
});
