import { describe, expect, it } from 'vitest';
import { html, json, plain } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { cookie, hex, momentsOf, PASSWORD, post, SHOP } from '../../../support/shop-moments.js';

// What takes a cookie from whoever tried to log in is no logout: nobody was in.

const FORM = '<form><input name=user><input type=password name=password></form>';
const gone = (name: string) => ({ 'set-cookie': `${name}=; Path=/; Max-Age=0` });
const page = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SHOP + path, ...more });
const given = (name: string, id = hex()) => page('/start', { gets: cookie(name, id) });
const sends = { cookie: `visit_session=${hex()}` };
const attempt = (more: Partial<ExchangeSpec>) =>
  post('/login', { requestBody: PASSWORD, gets: gone('visit_session'), sends, ...more });
const call = (answer: object, more: Partial<ExchangeSpec> = {}) =>
  attempt({ type: 'fetch', responseBody: json(answer), ...more });

describe('a failed login that takes a cookie', () => {
  it.each<[string, Partial<ExchangeSpec>]>([
    ['JSON says no', { type: 'fetch', responseBody: json({ success: false, message: 'No' }) }],
    ['a text says no', { type: 'fetch', responseBody: plain('Wrong password') }],
    ['the form comes again', { responseBody: html(`<p>Try again</p>${FORM}`) }],
    ['it leads to the form', { status: 302, redirectUrl: `${SHOP}/login` }],
    ['it leads to an error', { status: 302, redirectUrl: `${SHOP}/start?error=1` }],
    ['it is refused', { status: 401 }],
    ['more is asked for', { type: 'fetch', responseBody: json({ requires2FA: true }) }],
  ])('is no logout where %s', (_, answer) => {
    expect(momentsOf([given('visit_session'), attempt(answer)])).toEqual([]);
    // The browser may have had the cookie before anything was seen.
    expect(momentsOf([page('/start', { sends }), attempt(answer)])).toEqual([]);
  });

  it('is none the second time either', () => {
    const no = () => call({ success: false, message: 'Wrong password' });
    expect(momentsOf([given('visit_session'), no(), no()])).toEqual([]);
  });
});

describe('a form without a password that takes a cookie', () => {
  const sent = (path: string) =>
    post(path, {
      requestBody: json({ answer: 'blue' }),
      type: 'fetch',
      gets: gone('survey_sid'),
      sends: { cookie: `survey_sid=${hex()}` },
    });

  it.each(['/survey/finish', '/contact', '/checkout/end'])('is no logout: %s', (path) => {
    expect(momentsOf([given('survey_sid'), sent(path)])).toEqual([]);
  });

  it('is one where somebody may have logged in before', () => {
    const before = post('/x', { sends: { cookie: `survey_sid=${hex()}` } });
    expect(momentsOf([given('survey_sid'), before, sent('/go')])).toEqual(['logout shop.test /go']);
  });
});
