import { describe, expect, it } from 'vitest';
import { corsOf } from '../../../src/engine/trail/cors.js';
import { exchange } from '../../support/exchange.js';

const of = (origin: string | undefined, allowed: string | undefined, credentials?: string) =>
  corsOf(
    exchange({
      url: 'https://api.shop.test/orders',
      sends: origin === undefined ? {} : { origin },
      gets: {
        via: 'x',
        ...(allowed !== undefined && { 'access-control-allow-origin': allowed }),
        ...(credentials !== undefined && { 'access-control-allow-credentials': credentials }),
      },
    }),
  );

describe('whom a response lets read it', () => {
  it.each([
    ['https://evil.test', undefined, undefined, 'none'],
    [
      'https://evil.test',
      '*',
      undefined,
      { origin: 'any', credentials: false, from: 'cross-site' },
    ],
    [
      'https://evil.test',
      'https://evil.test',
      'true',
      { origin: 'reflected', credentials: true, from: 'cross-site', asking: 'https://evil.test' },
    ],
    [
      'https://www.shop.test',
      'https://www.shop.test',
      'true',
      { origin: 'reflected', credentials: true, from: 'same-site' },
    ],
    [
      'https://evil.test',
      'https://www.shop.test',
      'true',
      { origin: 'named', credentials: true, from: 'cross-site' },
    ],
    ['null', 'null', 'true', { origin: 'null', credentials: true, from: 'cross-site' }],
    [
      'https://evil.test',
      'https://evil.test',
      'TRUE',
      { origin: 'reflected', credentials: false, from: 'cross-site' },
    ],
    [
      'https://api.shop.test',
      '*',
      undefined,
      { origin: 'any', credentials: false, from: 'same-origin' },
    ],
    [undefined, '*', undefined, { origin: 'any', credentials: false, from: 'unknown' }],
  ])('%s is answered %s, credentials %s', (origin, allowed, credentials, cors) => {
    expect(of(origin, allowed, credentials)).toEqual(cors);
  });
});
