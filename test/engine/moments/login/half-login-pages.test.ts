import { describe, expect, it } from 'vitest';
import { form, html } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { cookie, hex, login, momentsOf, post, SHOP } from '../../../support/shop-moments.js';

// Pages that ask for a code after the password.

const page = (path: string, markup?: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SHOP + path, ...(markup && { responseBody: html(markup) }), ...more });
const input = (attributes: string) => `<form method=post><input ${attributes}></form>`;
const ASKS = `<p>Enter the verification code we sent to you</p>${input('name=code')}`;
const IN = '<nav><a href=/logout>Log out</a></nav>';
const to = (path: string) => ({ status: 302, redirectUrl: SHOP + path });
const sends = { cookie: `sid=${hex()}`, referer: `${SHOP}/step` };
const code = (path: string, more: Partial<ExchangeSpec> = {}) =>
  post(path, { requestBody: form('code=123456'), sends, ...more });
/** A password, and the page to which it led. */
const half = (path: string, markup?: string) => [login(to(path)), page(path, markup)];

describe('a password that leads to a page that asks for a code', () => {
  it.each([
    ['/step', ASKS],
    ['/step', input('name=x autocomplete="one-time-code"')],
    ['/sms.aspx', `<p>Zadejte kód z SMS</p>${input('name=kod')}`],
    ['/step', `<p>Der Code wurde gesendet</p>${input('id=code')}`],
    ['/step', input('name=verification_code')],
    ['/step', input('type=password name=otp_code')],
    ['/login/2fa', '<p>Kode</p>'],
    ['/two-factor', '<div id=app></div>'],
    ['/user/two_step_verification', '<p>Kode</p>'],
  ])('logs nobody in: %s %s', (path, markup) => {
    const asked = half(path, markup);
    expect(momentsOf(asked)).toEqual([]);
    const wrong = code(path, { responseBody: html(`<p>Try again</p>${input('name=code')}`) });
    const back = code(path, to(path));
    expect(momentsOf([...asked, wrong, back, page('/login')])).toEqual([]);
  });

  it.each([
    ['gives another session', '/step', { ...to('/home'), gets: cookie('sid') }],
    ['gives nothing', '/step', to('/home')],
    ['gives nothing', '/check', to('/home')],
  ])('is a login at the code that %s: %s', (_, path, answer) => {
    const asked = half('/step', ASKS);
    expect(momentsOf([...asked, code(path, answer), page('/home', IN)])).toEqual([
      `login shop.test ${path}`,
    ]);
  });

  it('was enough where the site greets somebody then', () => {
    expect(momentsOf([...half('/step', ASKS), page('/home', IN)])).toEqual([
      'login shop.test /login',
    ]);
  });

  it.each([
    ['a town', '/step', `<p>Entrez votre code postal</p>${input('name=code_postal')}`],
    ['a voucher', '/step', `<p>Have a voucher?</p>${input('name=code')}`],
    ['nothing', '/verify', '<h1>Verify documents</h1>'],
    ['nothing', '/verify', undefined],
    ['what was not seen', '/login/2fa', undefined],
    ['what somebody may set up', '/account/2fa', `${IN}${input('name=totp')}`],
  ])('is a login where the page asks for %s: %s', (_, path, markup) => {
    expect(momentsOf(half(path, markup))).toEqual(['login shop.test /login']);
  });
});

describe('a password that is answered with such a page', () => {
  const answered = () =>
    post('/login', {
      requestBody: form('user=ada&password=correct+horse'),
      responseBody: html(ASKS),
      gets: cookie('sid'),
    });

  it('logs nobody in, nor does a wrong code', () => {
    expect(momentsOf([answered()])).toEqual([]);
    const wrong = () => code('/login/verify', { responseBody: html(input('name=code')) });
    expect(momentsOf([answered(), wrong()])).toEqual([]);
  });

  it('is a login at the code', () => {
    expect(momentsOf([answered(), code('/login/verify', to('/home'))])).toEqual([
      'login shop.test /login/verify',
    ]);
  });
});
