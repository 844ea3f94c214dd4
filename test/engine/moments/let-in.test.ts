import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

describe('a code that was wrong', () => {
  const random = new Seeded('wrong code');
  const id = `sid=${random.bytes(24).toString('hex')}`;
  const go = (path: string, spec: object = {}) =>
    exchange({ url: `https://auth.test${path}`, type: 'fetch', sends: { cookie: id }, ...spec });
  const posted = readBody('application/json', '{"user":"ada","password":"x"}');
  const begun = [
    go('/api/firstfactor', {
      method: 'POST',
      requestBody: posted,
      gets: { 'set-cookie': `${id}; Path=/; HttpOnly` },
      sends: {},
    }),
    go('/api/state'),
    go('/api/state'),
  ];
  const refused = (path: string, method: string) => go(path, { method, status: 401 });

  it.each(['/api/secondfactor/totp', '/auth/two-factor/verify', '/mfa'])(
    'loses no session: %s',
    (path) => {
      const told = momentsTold([...begun, refused(path, 'POST'), go('/api/state')]);
      expect(told).toEqual(['login /api/firstfactor']);
    },
  );

  it('is told from a session that is lost', () => {
    const told = momentsTold([...begun, refused('/api/state', 'GET')]);
    expect(told).toEqual(['login /api/firstfactor', 'session-lost /api/state']);
  });
});
