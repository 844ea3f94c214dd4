import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('told-at-login');
const VALUE = random.bytes(16).toString('hex');
const OTHER = random.bytes(16).toString('hex');
const SESSION = random.base62(32);
const HOME = 'https://nas.test';
const ANALYTICS = { cookie: '_ga=GA1.1.1234567890.1700000000' };

const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
const form = (fields: Record<string, string>) =>
  readBody('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());
const api = (more: Partial<ExchangeSpec> = {}): ExchangeSpec => ({
  url: `${HOME}/rpc`,
  method: 'POST',
  type: 'fetch',
  sends: ANALYTICS,
  responseBody: json({ rows: [{ nr: 1 }] }),
  ...more,
});
const login = (answer: unknown, more: Partial<ExchangeSpec> = {}) =>
  api({
    requestBody: json({ user: 'ada', password: 'pencil-and-7' }),
    responseBody: json(answer),
    ...more,
  });
const call = (body: unknown, more: Partial<ExchangeSpec> = {}) =>
  api({ requestBody: json(body), ...more });
const get = (path: string, more: Partial<ExchangeSpec> = {}) =>
  api({ url: `${HOME}${path}`, method: 'GET', ...more });

function analysed(all: readonly ExchangeSpec[], isStopped = false): Analysis {
  let analysis = new Analysis();
  for (const [at, one] of all.entries()) {
    analysis.addExchange(exchange({ at: START + 1e9 + at * 1000, ...one }));
    if (isStopped) analysis = Analysis.restore(JSON.parse(JSON.stringify(analysis.save())));
  }
  return analysis;
}

const told = ({ name, role, carriers }: Credential) => `${role} ${name} ${carriers.join(',')}`;

/** What was found but for the cookie of the analytics, also where the worker ended each time. */
function foundIn(...all: ExchangeSpec[]): string[] {
  const found = analysed(all).credentials().map(told);
  expect(analysed(all, true).credentials().map(told)).toEqual(found);
  return found.filter((one) => !one.startsWith('tracking '));
}

describe('what only the answer to a login told', () => {
  it.each<[where: string, calls: ExchangeSpec[], found: string]>([
    [
      'members of calls',
      [call({ call: 'list', handle: VALUE }), call({ call: 'get', handle: VALUE })],
      'access-token /result body',
    ],
    [
      'fields of forms',
      [
        api({ requestBody: form({ ctx: VALUE, act: 'inbox' }) }),
        api({ requestBody: form({ ctx: VALUE, act: 'read' }) }),
      ],
      'access-token /result body',
    ],
    [
      'parameters',
      [get(`/files?handle=${VALUE}`), get(`/files?handle=${VALUE}&of=2`)],
      'access-token handle url,body',
    ],
    [
      'a header of its own that is called a token, once',
      [get('/list', { sends: { ...ANALYTICS, satoken: VALUE } })],
      'access-token satoken header,body',
    ],
    [
      'a member whose name says what it is, once',
      [call({ call: 'list', auth: VALUE })],
      'session /auth body',
    ],
  ])('is what its user is known by, in %s', (_, calls, found) => {
    expect(foundIn(login({ result: VALUE }), ...calls)).toEqual([found]);
  });

  it('is a UUID only where it is sent by the name of a token', () => {
    const uuid = '7d3f0a52-91c4-4b6e-8a1d-5e2f7c9b0a64';
    const sent = (name: string) => get('/list', { sends: { [name]: uuid } });
    const found = (field: string, header: string) =>
      foundIn(login({ [field]: uuid }, { sends: {} }), sent(header), sent(header)).filter((one) =>
        one.startsWith('access-token'),
      );
    expect(found('tokenValue', 'satoken')).toEqual(['access-token satoken header,body']);
    expect(found('tokenValue', 'x-board')).toEqual([]);
  });

  it('is that of a service of another site as well, beside the key of the page’s project', () => {
    const page = { topUrl: 'https://cars.test/' };
    const KEY = random.base62(40);
    const asked = (fields: Record<string, string>) =>
      api({ ...page, requestBody: form({ apikey: KEY, ...fields }) });
    const found = (name: string) =>
      foundIn(
        login({ info: { value: VALUE } }, page),
        asked({ [name]: VALUE, of: '1' }),
        asked({ [name]: VALUE, of: '2' }),
      ).filter((one) => !one.startsWith('api-key'));
    expect(found('login_token')).toEqual(['session login_token body']);
    expect(found('access_token')).toEqual(['access-token access_token body']);
    expect(found('handle')).toEqual([]);
  });

  it('belongs to the login', () => {
    const calls = [call({ handle: VALUE, of: 1 }), call({ handle: VALUE, of: 2 })];
    const [, token] = analysed([login({ result: VALUE }), ...calls]).credentials();
    expect(token?.behaviour.issuedAtLogin?.url).toBe(`${HOME}/rpc`);
  });

  it.each<[why: string, all: ExchangeSpec[]]>([
    ['brought back once', [login({ result: VALUE }), call({ call: 'list', handle: VALUE })]],
    [
      'beside a session',
      [
        login({ board: VALUE }, { gets: { 'set-cookie': `sid=${SESSION}; Path=/; HttpOnly` } }),
        get(`/a?board=${VALUE}`, { sends: { cookie: `sid=${SESSION}` } }),
        get(`/b?board=${VALUE}`, { sends: { cookie: `sid=${SESSION}` } }),
      ],
    ],
    [
      'in a file without any cookie',
      [
        login({ board: VALUE }, { sends: {} }),
        get(`/a?board=${VALUE}`, { sends: {} }),
        get(`/b?board=${VALUE}`, { sends: {} }),
      ],
    ],
    [
      'known before the login',
      [
        call({ board: VALUE, of: 1 }),
        login({ board: VALUE }),
        call({ board: VALUE, of: 2 }),
        call({ board: VALUE, of: 3 }),
      ],
    ],
    [
      'one of two',
      [
        login({ a: VALUE, b: OTHER }),
        call({ a: VALUE, b: OTHER, of: 1 }),
        call({ a: VALUE, b: OTHER, of: 2 }),
      ],
    ],
    [
      'the name of a thing',
      [login({ accountId: VALUE }), get(`/a?accountId=${VALUE}`), get(`/b?accountId=${VALUE}`)],
    ],
    [
      'told by an answer to no password',
      [
        call({ call: 'boards' }, { responseBody: json({ board: VALUE }) }),
        get(`/a?board=${VALUE}`),
        get(`/b?board=${VALUE}`),
      ],
    ],
  ])('is nothing that is known where it is %s', (_, all) => {
    expect(foundIn(...all).filter((one) => !one.startsWith('session sid'))).toEqual([]);
  });
});
