import { describe, expect, it } from 'vitest';
import type { StorageSnapshot } from '../../../../src/engine/model.js';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { exchange, START } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const SHOP = 'https://shop.test';
const random = new Seeded('logouts by page');
const tokens = { access_token: random.base62(43), refresh_token: random.base62(43) };
const at = (second: number) => START + 1e9 + second * 1_000;

const stored = (second: number, ...keys: (keyof typeof tokens)[]): StorageSnapshot => ({
  kind: 'storage',
  area: 'localStorage',
  origin: SHOP,
  at: at(second),
  items: keys.map((key) => ({ key, value: tokens[key], length: tokens[key].length })),
  dropped: 0,
});
const login = exchange({
  url: `${SHOP}/api/login`,
  method: 'POST',
  type: 'fetch',
  at: at(1),
  requestBody: readBody('application/json', '{"user":"ada","password":"geheim"}'),
  responseBody: readBody('application/json', JSON.stringify(tokens)),
});
const use = exchange({
  url: `${SHOP}/api/me`,
  type: 'fetch',
  at: at(2),
  sends: { authorization: `Bearer ${tokens.access_token}` },
});
const both = stored(3, 'access_token', 'refresh_token');

describe('a page that lets go of its tokens', () => {
  it('logs out with the last of them', () => {
    expect(momentsTold([login, use, both, stored(5)])).toEqual([
      'login /api/login',
      'logout /api/me',
    ]);
    expect(momentsTold([login, use, both, stored(5, 'refresh_token'), stored(7)])).toEqual([
      'login /api/login',
      'logout /api/me',
    ]);
  });

  it('does not while it keeps another one of them', () => {
    expect(momentsTold([login, use, both, stored(5, 'refresh_token')])).toEqual([
      'login /api/login',
    ]);
  });
});
