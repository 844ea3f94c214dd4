import { describe, expect, it } from 'vitest';
import { call, hex, logins, refused } from '../../../support/admitted-visit.js';
import { json } from '../../../support/bodies.js';
import type { ExchangeSpec } from '../../../support/exchange.js';

describe('what a script asks for until another device has let it in', () => {
  const poll = (more: Partial<ExchangeSpec> = {}) =>
    call('/pairing/4711', { responseBody: json({ state: 'waiting' }), ...more });
  const paired = (id: string) =>
    poll({ gets: { 'set-cookie': `box=${id}; Path=/; HttpOnly; Secure` } });
  const opens = (id: string) => call('/notes', { sends: { cookie: `box=${id}` } });

  it('is a login', () => {
    const id = hex();
    expect(logins(refused(), poll(), poll(), paired(id), opens(id))).toEqual([
      'login /pairing/4711',
    ]);
  });

  it.each(['/api/qr/status', '/qrcode/poll', '/passport/scanlogin', '/login/check'])(
    'is a login by its address, too, where nothing was refused: %s',
    (path) => {
      const id = hex();
      const waits = (more: Partial<ExchangeSpec> = {}) =>
        call(path, { responseBody: json({ state: 'waiting' }), ...more });
      const given = () => waits({ gets: { 'set-cookie': `box=${id}; Path=/; HttpOnly; Secure` } });
      expect(logins(waits(), waits(), given(), opens(id))).toEqual([`login ${path}`]);
      expect(logins(waits(), waits(), given())).toEqual([]);
      expect(logins(given(), opens(id))).toEqual([]);
    },
  );

  it.each([
    ['says “no” until then', { code: 86_101, message: 'not scanned' }, ''],
    ['is refused until then', { success: false, error: 'Not confirmed yet' }, ''],
    ['has a time in its address', { state: 'waiting' }, '?of=me&_='],
  ])('is a login where it %s', (_, waiting, query) => {
    const id = hex();
    const ask = (at: number, more: Partial<ExchangeSpec> = {}) =>
      call(`/qrcode/poll${query && query + at}`, { responseBody: json(waiting), ...more });
    const given = {
      responseBody: json({ code: 0, message: 'OK' }),
      gets: { 'set-cookie': `box=${id}; Path=/; HttpOnly; Secure` },
    };
    expect(logins(ask(1), ask(2), ask(3, given), opens(id))).toEqual([
      `login /qrcode/poll${query && query + 3}`,
    ]);
  });

  it('is none where it was not waited for, or opens nothing', () => {
    const id = hex();
    expect(logins(refused(), poll(), paired(id), opens(id))).toEqual([]);
    expect(logins(poll(), poll(), paired(id), opens(id))).toEqual([]);
    expect(logins(refused(), poll(), poll(), paired(id), refused())).toEqual([]);
  });
});
