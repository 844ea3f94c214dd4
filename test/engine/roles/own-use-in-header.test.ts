import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// A login tells a script something, which goes in a header of its own then.

const API = 'https://api.old.test';
const random = new Seeded('own header use');
const json = (told: object) => readBody('application/json', JSON.stringify(told));

interface Visit {
  header: string;
  /** What the login calls it. */
  field?: string;
  /** Whether the calls are refused before the login. */
  refused?: boolean;
  /** Sent beside it. */
  beside?: Record<string, string>;
  /** What the login gives beside it. */
  login?: Partial<ExchangeSpec>;
  told?: object;
}

function judged({ header, field = 'token', refused, beside = {}, login, told }: Visit) {
  const analysis = new Analysis();
  const value = random.base62(48);
  const call = (path: string, spec: Partial<ExchangeSpec>) =>
    analysis.addExchange(
      exchange({ type: 'fetch', url: API + path, topUrl: 'https://www.old.test/', ...spec }),
    );
  if (refused) call('/me', { status: 401, responseBody: json({}) });
  call('/login', {
    method: 'POST',
    requestBody: json({ user: 'ada', password: 'geheim' }),
    responseBody: json({ [field]: value, ...told }),
    ...login,
  });
  for (const path of ['/me', '/list'])
    call(path, { sends: { [header]: value, ...beside }, responseBody: json({ user: 'ada' }) });
  return analysis
    .credentials()
    .filter((one) => one.value === value)
    .map(({ role, confidence }) => ({ role, isSure: confidence >= 0.5 }));
}

describe('what a login told, and went in a header alone', () => {
  it.each([
    ['x-session-token', 'token', 'access-token'],
    ['token', 'token', 'access-token'],
    ['x-user-token', 'access_token', 'access-token'],
    ['x-access-token', 'token', 'access-token'],
    ['x-session-id', 'sessionId', 'session'],
    // A key that a login gives is its user's.
    ['x-api-key', 'api_key', 'access-token'],
    ['sid', 'sid', 'session'],
  ])('is surely what logs in: %s, told as %s', (header, field, role) => {
    expect(judged({ header, field })).toEqual([{ role, isSure: true }]);
  });

  it.each(['x-api-token', 'x-secret', 'x-ticket', 'token', 'x-access-token'])(
    'opened what was refused, where the answer calls it nothing: %s',
    (header) => {
      expect(judged({ header, field: 'key', refused: true })).toEqual([
        { role: 'access-token', isSure: true },
      ]);
    },
  );
});

describe('what only went along', () => {
  const cookie = `zk_s=${random.base62(40)}`;
  const session = { gets: { 'set-cookie': `${cookie}; Path=/; HttpOnly; Secure` } };

  it('is no surer beside a session', () => {
    for (const one of judged({ header: 'x-session-token', login: session, beside: { cookie } }))
      expect(one.isSure && one.role === 'access-token').toBe(false);
  });

  it.each(['x-api-token', 'x-ticket'])('opened nothing beside a session: %s', (header) => {
    const way = { header, field: 'key', refused: true, login: session, beside: { cookie } };
    expect(judged(way).map(({ role }) => role)).not.toContain('access-token');
  });

  it('is no surer beside the Authorization header', () => {
    const token = random.base62(40);
    const way = { told: { access_token: token }, beside: { authorization: `Bearer ${token}` } };
    for (const one of judged({ header: 'x-channel-token', field: 'channel', ...way }))
      expect(one.isSure && one.role === 'access-token').toBe(false);
  });

  it('is what its name says', () => {
    expect(judged({ header: 'x-csrf-token', field: 'csrf_token' })).toMatchObject([
      { role: 'csrf' },
    ]);
  });

  it('is a key beside what says who asks', () => {
    const token = random.base62(40);
    const keys = { header: 'x-api-key', field: 'api_key' };
    const bearer = { told: { access_token: token }, beside: { authorization: `Bearer ${token}` } };
    for (const beside of [bearer, { login: session, beside: { cookie } }])
      expect(judged({ ...keys, ...beside })).toMatchObject([{ role: 'api-key' }]);
  });

  it.each(['x-request-token', 'x-correlation-id'])('is nothing under the name %s', (header) => {
    expect(judged({ header, field: 'key' }).map(({ role }) => role)).not.toContain('access-token');
  });
});
