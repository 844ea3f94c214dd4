import { describe, expect, it } from 'vitest';
import type { ExchangeSpec } from '../../support/exchange.js';
import {
  request,
  opaque,
  flowsOf,
  address,
  IDP,
  APP,
  form,
  json,
  kinds,
} from '../../support/flow-visit.js';
import { jwtOf } from '../../support/jose.js';

describe('OAuth 2 and OpenID Connect', () => {
  it('implicit and hybrid responses in the fragment, and form_post', () => {
    const implicit = request({ response_type: 'id_token token', nonce: opaque() });
    const hybrid = request({ response_type: 'code id_token' });
    const posted = request({ response_mode: 'form_post' });
    const flows = flowsOf(
      {
        url: address(`${IDP}/a`, implicit),
        status: 302,
        redirectUrl: address(
          `${APP}/callback`,
          {
            access_token: opaque(),
            id_token: jwtOf({}),
            state: implicit.state,
            token_type: 'Bearer',
          },
          '#',
        ),
      },
      {
        url: address(`${IDP}/a`, hybrid),
        status: 302,
        redirectUrl: address(
          `${APP}/callback`,
          { code: opaque(), id_token: jwtOf({ a: 1 }), state: hybrid.state },
          '#',
        ),
      },
      { url: address(`${IDP}/a`, posted) },
      {
        url: `${APP}/callback`,
        method: 'POST',
        requestBody: form({ code: opaque(), state: posted.state }),
      },
    );
    expect(flows.map(({ grant, pkce }) => [grant, pkce])).toEqual([
      ['implicit', 'none'],
      ['hybrid', 'none'],
      ['authorization-code', 'none'],
    ]);
    expect(flows.map(({ steps }) => steps[1]!.detail)).toEqual([
      { mode: 'fragment', gave: 'access_token id_token' },
      { mode: 'fragment', gave: 'code id_token' },
      { mode: 'form_post', gave: 'code' },
    ]);
  });

  it('password, client credentials with a secret, and device code', () => {
    const device = opaque();
    const flows = flowsOf(
      {
        url: `${IDP}/token`,
        method: 'POST',
        requestBody: form({
          grant_type: 'password',
          username: 'ada',
          password: 'correct horse',
          client_id: 'app',
        }),
      },
      {
        url: `${IDP}/token`,
        method: 'POST',
        requestBody: form({
          grant_type: 'client_credentials',
          client_secret: opaque(),
          client_id: 'app',
        }),
      },
      {
        url: `${IDP}/device/auth`,
        method: 'POST',
        requestBody: form({ client_id: 'tv' }),
        responseBody: json({ device_code: device, user_code: 'ABCD-EFGH' }),
      },
      {
        url: `${IDP}/token`,
        method: 'POST',
        status: 400,
        requestBody: form({
          grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
          device_code: device,
        }),
      },
      {
        url: `${IDP}/token`,
        method: 'POST',
        sends: { dpop: jwtOf({ htm: 'POST' }, { typ: 'dpop+jwt', alg: 'ES256' }) },
        requestBody: form({
          grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
          device_code: device,
        }),
        responseBody: json({ access_token: opaque(), token_type: 'DPoP' }),
      },
    );
    expect(flows.map(({ grant, clientSecret, dpop }) => [grant, clientSecret, dpop])).toEqual([
      ['password', false, false],
      ['client-credentials', true, false],
      ['device-code', false, true],
    ]);
    expect(kinds(flows[2])).toEqual([
      'device-authorization-request',
      'token-request',
      'token-request',
    ]);
  });

  it('polls of a device as one step, and whom its tokens are for', () => {
    const device = opaque();
    const poll = (status: number, answer: object): ExchangeSpec => ({
      url: `${IDP}/token`,
      method: 'POST',
      status,
      responseBody: json(answer),
      requestBody: form({
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: device,
      }),
    });
    const [flow, ...more] = flowsOf(
      {
        url: `${IDP}/device/auth`,
        method: 'POST',
        requestBody: form({ client_id: 'tv', scope: 'openid', resource: 'https://api.test/' }),
        responseBody: json({ device_code: device }),
      },
      poll(400, { error: 'authorization_pending' }),
      poll(400, { error: 'authorization_pending' }),
      poll(400, { error: 'slow_down' }),
      poll(200, { access_token: jwtOf({ aud: ['https://api.test/', 'b'] }), scope: 'openid' }),
    );
    expect(more).toEqual([]);
    expect(flow).toMatchObject({
      protocol: 'oidc',
      grant: 'device-code',
      audience: 'https://api.test/',
      grantedAudience: 'https://api.test/ b',
    });
    expect(flow!.steps.map(({ detail: { error, count, gave } }) => [error, count, gave])).toEqual([
      [undefined, undefined, 'device_code'],
      ['authorization_pending', 2, undefined],
      ['slow_down', undefined, undefined],
      [undefined, undefined, 'access_token'],
    ]);
  });
});
