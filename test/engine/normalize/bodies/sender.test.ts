import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { FORM, form, json } from '../../../support/bodies.js';

describe('a guest', () => {
  it.each([
    'email=a%40b.test&password=&guest=true',
    'guest_checkout=1&email=a%40b.test',
    'customer[is_guest]=on&customer[password]=',
    'checkout_method=guest&login[password]=',
    'registerType=without-account&email=a%40b.test',
    'createAccount=0&account_password=',
    'billing_first_name=A&billing_city=B&account_password=',
    'vorname=A&plz=1&passwort=',
  ])('is told by %s', (fields) => {
    expect(form(fields)).toMatchObject({ asGuest: true });
  });

  it.each([
    { guest: true },
    { customer: { isGuest: 1, password: '' } },
    { query: 'mutation { x }', variables: { input: { asGuest: true, password: null } } },
    { provider: 'anonymous' },
    { 'account-type': 'Visitor' },
  ])('is told by %j', (data) => {
    expect(json(data)).toMatchObject({ asGuest: true });
    expect(readBody(FORM, JSON.stringify(data))).toMatchObject({ asGuest: true });
  });

  it.each([
    'email=a%40b.test&password=xyzzy&guest=true',
    'email=a%40b.test&password=&guest=false',
    'username=guest&password=',
    'user=admin&password=',
    'createAccount=false&id_token=abc',
    'city=B&password=',
    'first_name=&last_name=&password=',
    'type=guestbook&password=',
    'guests=2&password=',
  ])('is none by %s', (fields) => {
    expect(form(fields)).not.toHaveProperty('asGuest');
  });
});

describe('a body that says nothing of any person', () => {
  it.each([
    {},
    [],
    { locale: 'en', screen: '1x1', referrer: 'https://a.test/?x=1' },
    { deviceId: '7a8b9c0d-1e2f-3a4b-5c6d-aaaaaaaaaaaa', appVersion: '1.2' },
    { userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', csrf_token: '7a8b9c0d1e2f3a4b5c6d' },
    { user: null, email: '', remember: true },
  ])('is %j', (data) => {
    expect(json(data)).toMatchObject({ impersonal: true });
  });

  it('is a form as well', () => {
    expect(form('lang=en&store_code=de')).toMatchObject({ impersonal: true });
  });

  it.each([
    { username: 'ada' },
    { who: 'ada@b.test' },
    { id: 7 },
    { code: '1' },
    { d: '7a8b9c0d1e2f3a4b5c6d' },
    { message: 'x', signature: 'y' },
    { a: { b: { c: { d: { e: 1 } } } } },
    { locale: 'en', password: '' },
    { locale: 'en', password: 'xyzzy' },
    { locale: 'en', text: 'a '.repeat(2_000) },
  ])('is not %j', (data) => {
    expect(json(data)).not.toHaveProperty('impersonal');
  });

  it('is no text, of which nothing is known', () => {
    expect(readBody('text/plain', 'x')).not.toHaveProperty('impersonal');
    expect(readBody('application/json', '{"a":')).not.toHaveProperty('impersonal');
  });
});
