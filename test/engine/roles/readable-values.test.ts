import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { hex, HIDDEN, rolesOf } from '../../support/given-at-login.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('what anybody can read, given by a login beside its session', () => {
  it.each([
    ['SESSION_EXPIRATION_TIME', '"1763629200000,900000"'],
    ['session_started', base64('20261120093015')],
    ['auth_until', encodeURIComponent('"1763629200;3600"')],
    ['session_at', '20261120093015'],
    ['PdboxUser', 'uid%3Duser1%26age%3D30'],
    ['session_user', 'id=1042&name=ada'],
  ])('is none: %s=%s', (name, value) => {
    const roles = rolesOf([`sid=${hex()}; Path=/`, `${name}=${value}; Path=/`]);
    expect(roles).toEqual({ sid: 'session', [name]: 'other' });
  });

  it.each([
    ['session_time', `1763629200,${hex()}`],
    ['session_user', `uid=ada&key=${hex()}`],
  ])('is one with what was drawn in it: %s=%s', (name, value) => {
    expect(rolesOf([`${name}=${value}${HIDDEN}`])).toEqual({ [name]: 'session' });
  });

  it('is the session, which anybody can write, where nothing else is given', () => {
    expect(rolesOf(['shop_user=uid%3Duser1%26age%3D30; Path=/'])).toEqual({ shop_user: 'session' });
  });
});

describe('a moment in a header', () => {
  it.each([
    ['x-network-auth', base64('20261120000000'), 0],
    ['x-session', base64('1763629200000'), 0],
    ['x-api-key', base64('2026-11-20T09:30:15Z'), 0],
    ['x-network-auth', base64(`20261120${hex(12)}`), 1],
  ])('is no credential: %s: %s', (name, value, count) => {
    const analysis = new Analysis();
    for (const path of ['/a', '/b'])
      analysis.addExchange(
        exchange({
          url: `https://tv.test${path}`,
          type: 'fetch',
          sends: { [name]: value },
          responseBody: readBody('application/json', '{"rows":[1]}'),
        }),
      );
    expect(analysis.credentials()).toHaveLength(count);
  });
});
