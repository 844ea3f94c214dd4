import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, START } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('schemes');
const API = 'https://cloud.test';
const json = (value: unknown) => readBody('application/json', JSON.stringify(value));

/** A login that was sent one header, and what was asked with another from then on. */
function visit(before: string, after: string) {
  const analysis = new Analysis();
  const login = {
    url: `${API}/login`,
    method: 'POST',
    sends: { authorization: before },
    requestBody: json({ user: 'ada', password: 'pencil-and-7' }),
    responseBody: json({ at: after.split(' ').at(-1) }),
  };
  const list = {
    url: `${API}/list`,
    sends: { authorization: after },
    responseBody: json({ rows: [1] }),
  };
  for (const [at, one] of [login, list, list].entries())
    analysis.addExchange(exchange({ type: 'fetch', at: START + at * 20_000, ...one }));
  const sent = analysis.credentials().filter(({ carriers }) => carriers.includes('header'));
  return sent.map(({ role, valueCount, life }) => ({
    role,
    valueCount,
    life: life.map(({ type }) => type),
  }));
}

const bearer = () => `Bearer ${random.bytes(20).toString('hex')}`;
const ONE = [{ role: 'access-token', valueCount: 1, life: [] }];

describe('what was sent in the place of a token before the login', () => {
  it.each([
    'anonymous',
    'Anonymous',
    'guest',
    'Bearer guest',
    'Token none',
    'Bearer null',
    'undefined',
    'no-token',
  ])('is none where it is a word for nobody: %s', (before) => {
    expect(visit(before, bearer())).toEqual(ONE);
    expect(visit(before, bearer().slice(7))).toEqual(ONE);
  });

  it('is none where it only signs the request', () => {
    expect(visit(`Sign ${random.base62(43)}=`, bearer())).toEqual(ONE);
  });

  it('is another credential under another scheme', () => {
    const found = visit(`Client ${random.base62(40)}`, bearer());
    expect(found).toContainEqual(ONE[0]);
    expect(found.map(({ valueCount }) => valueCount)).toEqual([1, 1]);
  });
});

it('goes on under its own scheme', () => {
  const [one, other] = [bearer(), bearer()];
  const analysis = new Analysis();
  for (const [at, authorization] of [one, one, other, other].entries())
    analysis.addExchange(
      exchange({
        url: `${API}/a`,
        type: 'fetch',
        at: START + at * 20_000,
        sends: { authorization },
      }),
    );
  expect(analysis.credentials().map(({ valueCount }) => valueCount)).toEqual([2]);
});
