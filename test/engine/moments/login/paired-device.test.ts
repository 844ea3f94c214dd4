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

  it('is none where it was not waited for, or opens nothing', () => {
    const id = hex();
    expect(logins(refused(), poll(), paired(id), opens(id))).toEqual([]);
    expect(logins(poll(), poll(), paired(id), opens(id))).toEqual([]);
    expect(logins(refused(), poll(), poll(), paired(id), refused())).toEqual([]);
  });
});
