import { describe, expect, it } from 'vitest';
import { cookiePlace } from '../../../src/engine/report/cookie-place.js';

const OF_ALL = {
  httpOnly: null,
  secure: null,
  sameSite: null,
  domain: null,
  path: '/',
  hostOnly: null,
  partitioned: null,
  persistent: null,
};

describe('where a cookie goes', () => {
  it('is told with a path of its own', () => {
    expect(cookiePlace({ host: 'app.test', attributes: { ...OF_ALL, path: '/a' } })).toBe(
      'app.test/a',
    );
  });

  it.each([null, OF_ALL, { ...OF_ALL, path: null }])('is its host else: %j', (attributes) => {
    expect(cookiePlace({ host: 'app.test', attributes })).toBe('app.test');
  });
});
