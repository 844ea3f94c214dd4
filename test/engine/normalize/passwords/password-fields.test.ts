import { broadDomainOf } from '../../../../src/engine/normalize/addresses/site.js';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../../src/engine/pipeline/analyze.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { PasswordFields } from '../../../../src/engine/normalize/passwords/password-fields.js';
import { exchange } from '../../../support/exchange.js';
import { Seeded } from '../../../support/seeded.js';

const P = new Seeded('password-fields').base62(24);
const FORM = 'application/x-www-form-urlencoded';
const PAGE = 'https://www.shop.test/login';
const page = exchange({
  url: PAGE,
  responseBody: readBody('text/html', '<input name=user><input type=password name=secret>'),
});

describe('the fields that a page calls its passwords', () => {
  it.each([
    ['as a form', FORM, `user=ada&secret=${P}`],
    ['as JSON', 'application/json', `{"user":"ada","secret":"${P}"}`],
    ['deep in JSON', 'application/json', `{"input":{"secret":"${P}"}}`],
    ['as an object in JSON', 'application/json', `{"secret":{"value":"${P}"}}`],
    ['as a list in JSON', 'application/json', `{"secret":["${P}"]}`],
    ['as a list in a form', FORM, `secret%5B%5D=${P}`],
    ['in JSON in a form', FORM, `data=${encodeURIComponent(`{"secret":{"value":"${P}"}}`)}`],
    ['as JSON that says it is a form', FORM, `{"user":"ada","secret":"${P}"}`],
  ])('are dropped from what is sent later, %s', (_how, mime, source) => {
    const passwords = new PasswordFields(broadDomainOf);
    passwords.learn(page.url, page.response!.body!.passwordFields);
    for (const url of ['https://api.shop.test/in', 'https://id.test/in']) {
      const sent = exchange({
        url,
        topUrl: PAGE,
        method: 'POST',
        sends: { referer: `${PAGE}?secret=${P}` },
        requestBody: readBody(mime, source),
      });
      const clean = new PasswordFields(broadDomainOf, passwords.save()).clean(sent);
      expect(JSON.stringify(clean)).not.toContain(P);
      expect(clean.request.body!.passwordField).toMatch(/secret(?:\/value|\/0|\[\])?$|^data$/);
    }
  });

  it('are dropped from the address of a form that is sent by GET, and from socket messages', () => {
    const passwords = new PasswordFields(broadDomainOf);
    passwords.learnForm({
      pageUrl: PAGE,
      actionUrl: 'https://id.test/in',
      fields: [
        { name: 'secret', type: 'password' },
        { name: 'user', type: 'text' },
      ],
    });
    const sent = {
      ...exchange({ url: `https://id.test/in?user=ada&secret=${P}` }),
      messages: [{ direction: 'sent' as const, body: readBody('', `{"secret":"${P}"}`) }],
    };
    expect(JSON.stringify(passwords.clean(sent))).not.toContain(P);
    expect(passwords.cleanUrl(`https://id.test/in?user=ada&secret=${P}`)).toBe(
      'https://id.test/in?user=ada&secret=***',
    );
  });

  it('are those of that site alone, and never what a protocol calls its own', () => {
    const passwords = new PasswordFields(broadDomainOf);
    passwords.learn(PAGE, ['secret', 'code']);
    const other = exchange({
      url: 'https://other.test/',
      requestBody: readBody(FORM, `secret=${P}`),
    });
    expect(passwords.clean(other)).toBe(other);
    const callback = `https://www.shop.test/cb?code=${P}`;
    expect(passwords.cleanUrl(callback)).toBe(callback);
  });

  it('are bounded in number', () => {
    const passwords = new PasswordFields(broadDomainOf);
    for (let site = 0; site < 500; site++)
      passwords.learn(
        `https://s${site}.test/`,
        Array.from({ length: 500 }, (_none, n) => `f${n}`),
      );
    expect(JSON.stringify(passwords.save()).length).toBeLessThan(100_000);
  });

  it('make no credential, and a login', () => {
    const analysis = new Analysis();
    analysis.addExchange(page);
    const restored = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
    restored.addExchange(
      exchange({
        url: PAGE,
        method: 'POST',
        status: 303,
        requestBody: readBody(FORM, `user=ada&secret=${P}`),
        gets: { location: '/home', 'set-cookie': `sid=${'a1b2'.repeat(8)}; Path=/` },
        redirectUrl: 'https://www.shop.test/home',
      }),
    );
    const options = { source: { kind: 'har', url: PAGE, dropped: 0 }, version: '0' } as const;
    const report = restored.report({ ...options, reveal: true });
    expect(JSON.stringify([report, restored.save()])).not.toContain(P.slice(0, 6));
    expect(report.credentials.map(({ name }) => name)).toEqual(['sid']);
    expect(report.events.some(({ type }) => type === 'login')).toBe(true);
  });
});

describe('an exchange in which nothing is named so', () => {
  it('stays the very same, and so do the headers of one in which something is', () => {
    const passwords = new PasswordFields(broadDomainOf);
    passwords.learn(PAGE, ['secret']);
    const clean = exchange({
      url: 'https://www.shop.test/?page=2',
      sends: { accept: 'text/html; q=0.9' },
    });
    expect(passwords.clean(clean)).toBe(clean);
    const named = exchange({ url: `${PAGE}?secret=${P}`, sends: { accept: 'text/html; q=0.9' } });
    const cleaned = passwords.clean(named);
    expect(cleaned.url).toBe(`${PAGE}?secret=***`);
    expect(cleaned.request.headers[0]).toBe(named.request.headers[0]);
    expect(passwords.clean(cleaned)).toBe(cleaned);
  });
});
