import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { exchange, START } from '../../support/exchange.js';
import { anyJwt } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { analysisOf, options } from '../../support/told-analysis.js';

describe('a request that waited for a connection', () => {
  const API = 'https://api.shop.test';
  const random = new Seeded('waited');
  const [before, after] = [random.bytes(24).toString('hex'), random.bytes(24).toString('hex')];
  const sends = (value: string) => ({ cookie: `__Host-refresh=${value}` });
  const sets = (value: string) => ({
    'set-cookie': `__Host-refresh=${value}; Path=/; HttpOnly; Secure; SameSite=Strict`,
  });
  const asks = (path: string, at: number, gets: Record<string, string>) =>
    exchange({
      url: `${API}/${path}`,
      method: 'POST',
      type: 'fetch',
      at: START + at,
      takes: 130,
      sends: sends(before),
      gets,
      responseBody: readBody(
        'application/json',
        JSON.stringify({ access_token: anyJwt(random), token_type: 'Bearer' }),
      ),
    });
  const icon = (value: string) =>
    exchange({
      url: `${API}/icon.svg`,
      type: 'other',
      at: START + 324,
      takes: 134,
      sends: sends(value),
    });

  it.each([
    ['went with what an answer gave meanwhile', after],
    ['went with what was there before', before],
  ])('%s, and the answer gave it all the same', (_, value) => {
    const given = exchange({ url: API, at: START, takes: 10, gets: sets(before) });
    const analysis = analysisOf(
      [given, asks('token', 100, {}), asks('token/refresh', 300, sets(after)), icon(value)].map(
        (one) => ({ kind: 'exchange', exchange: one }),
      ),
    );
    const { sites, events } = analysis.report({ ...options, now: START + 60_000 });
    const ofRotation = sites.flatMap(({ checked }) =>
      checked.filter(({ ruleId }) => ruleId === 'refresh-token-not-rotated'),
    );
    expect(ofRotation).toEqual([expect.objectContaining({ outcome: 'passed' })]);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'rotated',
        exchange: expect.objectContaining({ url: `${API}/token/refresh` }) as unknown,
      }),
    );
    const [last] = analysis.credentials().filter(({ name }) => name === '__Host-refresh');
    expect(last).toMatchObject({ value: after, valueCount: 2 });
  });
});
