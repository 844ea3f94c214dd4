import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const SITE = 'https://box.test';
const value = new Seeded('logout signs').base62(32);
const sends = { cookie: `sitz=${value}` };
const login = exchange({
  url: `${SITE}/rein`,
  method: 'POST',
  requestBody: readBody('application/x-www-form-urlencoded', 'n=ada&password=x'),
  status: 303,
  redirectUrl: `${SITE}/start`,
  gets: { 'set-cookie': `sitz=${value}; Path=/; HttpOnly` },
});
const page = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, sends, ...more });
const clears = {
  status: 302,
  redirectUrl: `${SITE}/`,
  gets: { 'set-cookie': 'sitz=; Path=/; Max-Age=0' },
};

describe('a page that clears the session, whatever it is called', () => {
  it('logs out', () => {
    expect(momentsTold([login, page('/start'), page('/tor/zu', clears)])).toEqual([
      'login /rein',
      'logout /tor/zu',
    ]);
  });

  it.each([
    ['answered well before', [page('/akte'), page('/akte', clears)]],
    ['is asked for by a script', [page('/akte', { ...clears, type: 'fetch' })]],
    ['was refused', [page('/akte', { ...clears, status: 403 })]],
  ])('does not where it %s', (_, steps) => {
    expect(momentsTold([login, page('/start'), ...steps])).not.toContain('logout /akte');
  });
});
