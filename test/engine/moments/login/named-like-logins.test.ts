import { describe, expect, it } from 'vitest';
import { form, json } from '../../../support/bodies.js';
import { ASKS, at, call, cookie, hex, leadsTo, post, SITE } from '../../../support/box-site.js';
import { exchange } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';

describe('no login is', () => {
  it.each<[string, () => ReturnType<typeof exchange>[]]>([
    [
      'a list of logins',
      () => [
        call('/api/login-history', { gets: cookie() }),
        call('/api/login/history', { gets: cookie() }),
      ],
    ],
    ['a picture to be read', () => [call('/login/captcha', { gets: cookie('captcha') })]],
    [
      'a first step',
      () => [
        post('/login/identifier', {
          requestBody: form('login=ada'),
          ...leadsTo('/login/password'),
          gets: cookie('step'),
        }),
      ],
    ],
    ['a script of it', () => [at('/static/login.js', { type: 'other', gets: cookie() })]],
    [
      'something put into a cart beside a form',
      () => [
        at('/products/1', { responseBody: ASKS }),
        post('/cart/add', {
          requestBody: form('product=1'),
          sends: { referer: `${SITE}/products/1` },
          gets: cookie(),
          ...leadsTo('/cart'),
        }),
      ],
    ],
    [
      'what an analytics service calls it',
      () => [
        call('/collect', {
          requestBody: json({ event: 'login', type: 'login' }),
          gets: cookie('visitor'),
        }),
      ],
    ],
    [
      'a replay service’s session',
      () => [
        exchange({
          url: 'https://replay.test/sessions',
          method: 'POST',
          type: 'fetch',
          topUrl: SITE,
          responseBody: json({ sessionToken: hex() }),
        }),
      ],
    ],
    [
      'a search',
      () => [
        post('/search?q=login', { gets: cookie() }),
        post('/find?query=sign-in', { gets: cookie() }),
      ],
    ],
    [
      'a link of a letter',
      () => [
        at(`/unsubscribe?token=${hex()}`, { gets: cookie(), ...leadsTo('/done') }),
        at(`/newsletter/confirm?key=${hex()}`, { gets: cookie(), ...leadsTo('/') }),
      ],
    ],
    [
      'a link with a campaign',
      () => [at('/?key=summer-sale', { gets: cookie(), ...leadsTo('/') })],
    ],
    ['a page with a key that is only read', () => [at(`/share?key=${hex()}`, { gets: cookie() })]],
    [
      'a forgotten password',
      () => [
        post('/password/forgot', {
          requestBody: form('email=a%40b.test'),
          gets: cookie('flash'),
          ...leadsTo('/login'),
        }),
      ],
    ],
    ['the renewal of a session', () => [call('/auth/keepalive', { gets: cookie() })]],
  ])('%s', (_, steps) => {
    expect(momentsTold(steps())).toEqual([]);
  });
});
