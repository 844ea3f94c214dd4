import { describe, expect, it } from 'vitest';
import { form, json, plain } from '../../../support/bodies.js';
import { ASKS, at, call, cookie, hex, leadsTo, post, SITE } from '../../../support/box-site.js';
import type { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

const HASHED = form(`u=ada&h=${hex()}`);
const held = hex();
const ANONYMOUS = () => at('/', { gets: { 'set-cookie': `box=${held}; Path=/; HttpOnly` } });
const HELD = { sends: { cookie: `box=${held}` } };

describe('a login is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[], string]>([
    // APIs.
    ['a made session', () => [call('/api/v1/session', { gets: cookie() })], '/api/v1/session'],
    ['a put authentication', () => [call('/auth', { method: 'PUT', gets: cookie() })], '/auth'],
    [
      'plainly answered',
      () => [
        call('/api/v2/auth/login', {
          requestBody: form('username=a&password=b'),
          responseBody: plain('Ok.'),
          gets: cookie(),
        }),
      ],
      '/api/v2/auth/login',
    ],
    [
      'answered by success',
      () => [
        call('/do', {
          requestBody: json({ user: 'a', password: 'b' }),
          responseBody: json({ success: true }),
          gets: cookie(),
        }),
      ],
      '/do',
    ],
    [
      'into the session from before',
      () => [
        ANONYMOUS(),
        post('/enter', { ...HELD, requestBody: form('user=a&password=b'), ...leadsTo('/home') }),
      ],
      '/enter',
    ],
    [
      'one field',
      () => [post('/unlock', { requestBody: form('password=b'), ...leadsTo('/home') })],
      '/unlock',
    ],
    [
      'a pasted key',
      () => [post('/login', { requestBody: form(`token=${hex()}`), ...leadsTo('/home') })],
      '/login',
    ],
    [
      'with a hashed password',
      () => [post('/enter', { requestBody: form(`user=a&pass_hash=${hex()}`), gets: cookie() })],
      '/enter',
    ],
    // The page's own input tells.
    [
      'from a page that asks',
      () => [
        at('/start', { ...leadsTo('/gate') }),
        at('/gate', { responseBody: ASKS }),
        call('/rpc', { requestBody: HASHED, sends: { referer: `${SITE}/gate` }, gets: cookie() }),
      ],
      '/rpc',
    ],
    [
      'sent to the page that asks',
      () => [
        at('/gate', { responseBody: ASKS }),
        post('/gate', {
          requestBody: HASHED,
          sends: { referer: `${SITE}/gate` },
          gets: cookie(),
          ...leadsTo('/in'),
        }),
      ],
      '/gate',
    ],
    [
      'from a page for it',
      () => [
        at('/login', { responseBody: ASKS }),
        call('/x', {
          requestBody: HASHED,
          topUrl: `${SITE}/login`,
          sends: { referer: `${SITE}/login` },
          gets: cookie(),
        }),
      ],
      '/x',
    ],
    [
      'told once, after a failure',
      () => [
        call('/api/enter', {
          requestBody: json({ password: 'x' }),
          responseBody: json({ success: false }),
        }),
        call('/api/enter', {
          requestBody: json({ password: 'y' }),
          responseBody: json({ success: true }),
          gets: cookie(),
        }),
      ],
      '/api/enter',
    ],
  ])('%s', (_, steps, path) => {
    const moments = momentsTold(steps());
    expect(moments.map((one) => one.slice(0, `login ${path}`.length))).toEqual([`login ${path}`]);
  });
});
