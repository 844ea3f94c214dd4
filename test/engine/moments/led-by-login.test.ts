import { describe, expect, it } from 'vitest';
import type { LoginForm } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// What a login itself leads to was asked for by nobody: it is no way of leaving.

const SITE = 'http://gate.test';
const random = new Seeded('led by login');
const session = () => `sid=${random.bytes(16).toString('hex')}`;
const html = (body: string) => readBody('text/html', `<!doctype html>${body}`);
const ASKS = html('<form method="post"><input type="password" name="pin"></form>');
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, ...more });
const on = (path: string, to: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { status: 302, redirectUrl: SITE + to, ...more });

/** A cookie that the browser keeps for nothing: over http it takes none with this name. */
const refused = () => ({ gets: { 'set-cookie': `__Host-${session()}; Path=/; HttpOnly` } });
/** What the page tells of its form; what was sent in it is not seen. */
const logIn = (to: string, more: Partial<ExchangeSpec>) => {
  const sent = on('/gate', to, { method: 'POST', ...more });
  const form: LoginForm = {
    kind: 'login-form',
    at: sent.startedAt - 10,
    pageUrl: `${SITE}/gate`,
    actionUrl: `${SITE}/gate`,
    method: 'POST',
    fields: [{ name: 'pin', type: 'password' }],
  };
  return [form, sent];
};

describe.each([
  ['was not seen', undefined],
  ['was seen', ASKS],
])('where the body of the first page %s', (_, body) => {
  const first = () => at('/gate', body ? { responseBody: body } : {});
  const again = () => at('/gate', { responseBody: ASKS });

  it.each([
    ['at once', ['/yard', '/gate']],
    ['over another page', ['/yard', '/hall', '/gate']],
  ])('a login that leads back to it, %s, is no logout', (_how, places) => {
    const before = first();
    const login = logIn(places[0]!, refused());
    const hops = places.slice(1).map((to, hop) => on(places[hop]!, to));
    expect(momentsTold([before, ...login, ...hops, again()])).toEqual(['login /gate']);
  });

  it('who asks to leave after it does leave', () => {
    const cookie = session();
    const has = { sends: { cookie } };
    const steps = [
      at('/', { responseBody: html('<h1>Hall</h1>') }),
      first(),
      ...logIn('/yard', { gets: { 'set-cookie': `${cookie}; Path=/; HttpOnly` } }),
      at('/yard', has),
      on('/away', '/', { ...has, gets: { 'set-cookie': 'sid=; Path=/; Max-Age=0' } }),
      at('/', { responseBody: html('<h1>Hall</h1>') }),
    ];
    expect(momentsTold(steps)).toEqual(['login /gate', 'logout /away']);
  });
});
