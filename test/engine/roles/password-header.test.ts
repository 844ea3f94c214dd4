import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

// A page that keeps the password and sends it in a header of its own with all it asks for.

const BOX = 'https://box.test';
const MARK = '***';

/** What is asked of the server: with a password, and how it is answered. */
function visit(header: string, asked: readonly [string, boolean, number][], host = 'box.test') {
  return asked.map(([path, known, status]) =>
    exchange({
      url: BOX.replace('box.test', host) + path,
      type: 'fetch',
      topUrl: `https://${host}/`,
      status,
      sends: { host, ...(known ? { [header]: MARK } : {}) },
    }),
  );
}

const USE: [string, boolean, number][] = [
  ['/stat', true, 200],
  ['/maps', true, 200],
];

function told(exchanges: ReturnType<typeof visit>) {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.report(options);
}

it.each(['password', 'x-password', 'x-auth-password', 'x-admin-passwd', 'x-kennwort'])(
  'tells %s as a key, and who gave it as logged in',
  (header) => {
    const steps = visit(header, [['/stat', false, 401], ['/auth', true, 200], ...USE]);
    const { credentials, sites } = told(steps);
    expect(credentials.map(({ name, role }) => [name, role])).toEqual([[header, 'api-key']]);
    expect(sites[0]!.mechanism).toBe('api-key');
    expect(momentsTold(steps)).toEqual(['login /auth']);
  },
);

it('tells the login after a wrong one', () => {
  const steps = visit('password', [
    ['/stat', false, 401],
    ['/auth', true, 401],
    ['/auth', true, 401],
    ['/auth', true, 200],
    ...USE,
  ]);
  expect(momentsTold(steps)).toEqual(['login /auth']);
});

it('takes the headers of two hosts for two', () => {
  const steps = ['box.test', 'other.test'].flatMap((host) =>
    visit('password', [['/auth', true, 200], ...USE], host),
  );
  const { credentials } = told(steps);
  expect(credentials.map(({ site }) => site)).toEqual(['https://box.test', 'https://other.test']);
});

it('is no key where it got a session', () => {
  const sid = new Seeded('got a session').bytes(16).toString('hex');
  const steps = [
    exchange({
      url: `${BOX}/login`,
      type: 'fetch',
      topUrl: `${BOX}/`,
      method: 'POST',
      sends: { host: 'box.test', 'x-auth-password': MARK },
      requestBody: readBody('application/json', '{"user":"ada","password":"x"}'),
      gets: { 'set-cookie': `sid=${sid}; HttpOnly` },
    }),
    exchange({ url: `${BOX}/files`, sends: { cookie: `sid=${sid}` } }),
  ];
  const { credentials, sites } = told(steps);
  const roles = Object.fromEntries(credentials.map(({ name, role }) => [name, role]));
  expect(roles).toEqual({ sid: 'session', 'x-auth-password': 'other' });
  expect(sites[0]!.mechanism).toBe('session-cookie');
});
