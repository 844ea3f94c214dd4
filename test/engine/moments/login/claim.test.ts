import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec, START } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

// A form of a page that is never left, sent twice: the first time it was refused, or it was not.

const SITE = 'https://shop.test';
const MINUTE = 60_000;
const random = new Seeded('claim');
const hex = () => random.bytes(16).toString('hex');
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const asks = (path: string, minute: number, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: SITE + path,
    topUrl: `${SITE}/`,
    type: 'fetch',
    at: START + minute * MINUTE,
    ...more,
  });
const signsIn = (minute: number, more: Partial<ExchangeSpec>) =>
  asks('/api/login', minute, {
    method: 'POST',
    requestBody: json({ email: 'a@b.test', password: 'x' }),
    ...more,
  });
const byCookie = (minute: number) =>
  signsIn(minute, { gets: { 'set-cookie': `box=${hex()}; Path=/; HttpOnly` } });
const byToken = (minute: number, token: string) =>
  signsIn(minute, { responseBody: json({ token }) });
const withToken = (token: string) => ({ sends: { authorization: `Bearer ${token}` } });

describe('a second try by the script of the same page', () => {
  it('takes the first back, where it follows at once', () => {
    expect(momentsTold([byCookie(0), byCookie(1)])).toEqual(['login /api/login']);
  });

  it('takes the first back, whatever everybody is given in between', () => {
    const visit = [byCookie(0), asks('/api/news', 0.5, { responseBody: json([1]) }), byCookie(1)];
    expect(momentsTold(visit)).toEqual(['login /api/login']);
  });

  it('takes the first back, where its token was refused', () => {
    const token = hex();
    const refused = asks('/api/me', 0.5, { ...withToken(token), status: 403 });
    expect(momentsTold([byToken(0, token), refused, byToken(1, hex())])).toEqual([
      'login /api/login',
    ]);
  });

  it('is another login, hours after the first', () => {
    expect(momentsTold([byCookie(0), byCookie(300)])).toEqual([
      'login /api/login',
      'login /api/login',
    ]);
  });

  it('is another login, where something was given for the token of the first', () => {
    const token = hex();
    const taken = asks('/api/me', 0.5, { ...withToken(token), responseBody: json({ id: 4 }) });
    expect(momentsTold([byToken(0, token), taken, byToken(1, hex())])).toEqual([
      'login /api/login',
      'login /api/login',
    ]);
  });
});

describe('a form with the password right after the login of a script', () => {
  const form = (minute: number, cookie: string, more: Partial<ExchangeSpec> = {}) =>
    exchange({
      url: `${SITE}/login`,
      method: 'POST',
      type: 'document',
      at: START + minute * MINUTE,
      status: 302,
      redirectUrl: `${SITE}/`,
      requestBody: json({ username: 'ada', password: 'x' }),
      sends: { cookie },
      ...more,
    });

  it('is for the browser to keep it', () => {
    const box = `box=${hex()}`;
    const first = signsIn(0, { gets: { 'set-cookie': `${box}; Path=/; HttpOnly` } });
    expect(momentsTold([first, form(0.1, box)])).toEqual(['login /api/login']);
  });

  it('is another login later on, or where its answer gives another session', () => {
    const box = `box=${hex()}`;
    const first = signsIn(0, { gets: { 'set-cookie': `${box}; Path=/; HttpOnly` } });
    const other = { gets: { 'set-cookie': `other=${hex()}; Path=/; HttpOnly` } };
    expect(momentsTold([first, form(9, box)])).toEqual(['login /api/login', 'login /login']);
    expect(momentsTold([byCookie(0), form(0.1, `lang=en`, other)])).toEqual([
      'login /api/login',
      'login /login',
    ]);
  });
});
