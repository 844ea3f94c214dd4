import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { analysisOf } from '../../support/told-analysis.js';

// A client that keeps a session by itself, and sends it under a scheme of the service's own.

const APP = 'https://app.test';
const random = new Seeded('packed session');
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));

/** Logs in, keeps what it gave, and sends that packed as the service wants it. */
function visit(scheme: string, pack: (id: string) => string) {
  const id = random.bytes(32).toString('hex');
  const asks = (path: string) =>
    exchange({
      url: APP + path,
      type: 'fetch',
      topUrl: `${APP}/`,
      sends: { authorization: `${scheme} ${pack(id)}` },
    });
  const login = exchange({
    url: `${APP}/rpc/login`,
    method: 'POST',
    type: 'fetch',
    topUrl: `${APP}/`,
    requestBody: readBody('application/json', '{"user":"ada","password":"x"}'),
    responseBody: json({ session: id }),
  });
  return [login, asks('/rpc/notes'), asks('/rpc/me')];
}

const rolesTold = (all: ReturnType<typeof visit>) =>
  analysisOf(all.map((one) => ({ kind: 'exchange', exchange: one })))
    .credentials()
    .map(({ role }) => role);
const plain = (id: string) => id;
const packed = (id: string) => btoa(`ada:1:${id}`);

it.each([
  ['Session', packed],
  ['Session', plain],
  ['X-Session-Id', plain],
  ['UserSession', packed],
  ['sid', plain],
])('%s says that it is a session, which is one wherever it stands', (scheme, pack) => {
  expect(rolesTold(visit(scheme, pack))).toEqual(['session']);
});

it('of what else a scheme is called, what it does tells', () => {
  expect(rolesTold(visit('ApiKey', plain))).not.toContain('session');
});
