import { describe, expect, it } from 'vitest';
import type { ExchangeSpec } from '../../support/exchange.js';
import {
  request,
  opaque,
  IDP,
  form,
  json,
  address,
  APP,
  flowsOf,
  kinds,
} from '../../support/flow-visit.js';
import { jwtOf } from '../../support/jose.js';

describe('what a flow shows', () => {
  const asked = request({ nonce: 'n-0S6_WzA2Mj' });
  const code = opaque();
  const toToken = (nonce: string | undefined, redeemed = code): ExchangeSpec => ({
    url: `${IDP}/token`,
    method: 'POST',
    type: 'fetch',
    requestBody: form({ grant_type: 'authorization_code', code: redeemed }),
    responseBody: json({ access_token: opaque(), id_token: jwtOf({ sub: 'a', nonce }) }),
  });
  const begin: ExchangeSpec[] = [
    { url: address(`${IDP}/authorize`, asked) },
    {
      url: `${IDP}/authorize/resume`,
      status: 302,
      redirectUrl: address(`${APP}/callback`, { code, state: asked.state }),
    },
  ];

  it.each([
    ['the nonce that was asked for', [toToken('n-0S6_WzA2Mj')], true, undefined],
    ['another nonce', [toToken('other')], false, undefined],
    ['an ID token without one', [toToken(undefined)], false, undefined],
    ['a nonce that is no text', [toToken(7 as never)], false, undefined],
    ['no ID token', [], undefined, undefined],
    ['a code redeemed twice', [toToken('n-0S6_WzA2Mj'), toToken('n-0S6_WzA2Mj')], true, true],
  ])('%s', (_what, specs, nonceMatches, codeReused) => {
    const [flow] = flowsOf(...begin, ...specs);
    expect([flow?.nonceMatches, flow?.codeReused]).toEqual([nonceMatches, codeReused]);
    expect(JSON.stringify(flow)).not.toContain(code);
  });
});

describe('OAuth 2 and OpenID Connect', () => {
  it('authorization code with PKCE, refresh, userinfo and end of session', () => {
    const asked = request({
      code_challenge: opaque(),
      code_challenge_method: 'S256',
      nonce: opaque(),
    });
    const [code, refresh, next] = [opaque(), opaque(), opaque()];
    const callback = address(`${APP}/callback`, { code, state: asked.state, iss: IDP });
    const tokens = (refresh_token: string) =>
      json({
        access_token: opaque(),
        refresh_token,
        id_token: jwtOf({ nonce: 'n' }),
        token_type: 'Bearer',
        scope: 'openid profile',
      });
    const [flow, ...more] = flowsOf(
      { url: `${APP}/login`, status: 302, redirectUrl: address(`${IDP}/authorize`, asked) },
      { url: address(`${IDP}/authorize`, asked), status: 302, redirectUrl: `${IDP}/interaction/1` },
      { url: `${IDP}/authorize/resume`, status: 302, redirectUrl: callback },
      { url: callback },
      {
        url: `${IDP}/token`,
        method: 'POST',
        type: 'fetch',
        requestBody: form({
          grant_type: 'authorization_code',
          code,
          code_verifier: opaque(),
          client_id: 'spa',
        }),
        responseBody: tokens(refresh),
      },
      { url: `${IDP}/userinfo`, type: 'fetch', sends: { authorization: `Bearer ${opaque()}` } },
      {
        url: `${IDP}/token`,
        method: 'POST',
        type: 'fetch',
        requestBody: form({ grant_type: 'refresh_token', refresh_token: refresh }),
        responseBody: tokens(next),
      },
      {
        url: `${IDP}/token`,
        method: 'POST',
        type: 'fetch',
        requestBody: form({ grant_type: 'refresh_token', refresh_token: next }),
        responseBody: tokens(next),
      },
      {
        url: address(`${IDP}/session/end`, {
          id_token_hint: jwtOf({}),
          post_logout_redirect_uri: APP,
        }),
      },
    );
    expect(more).toEqual([]);
    expect(flow).toMatchObject({
      protocol: 'oidc',
      grant: 'authorization-code',
      issuer: IDP,
      clientId: 'spa',
      redirectUri: `${APP}/callback`,
      pkce: 'S256',
      state: true,
      stateMatches: true,
      nonce: true,
      grantedScope: 'openid profile',
      clientSecret: false,
    });
    expect(kinds(flow)).toEqual([
      'authorization-request',
      'authorization-response',
      'token-request',
      'userinfo-request',
      'refresh-request',
      'refresh-request',
      'end-session-request',
    ]);
    expect(flow!.steps[2]!.detail).toMatchObject({
      verifier: true,
      gave: 'access_token refresh_token id_token',
    });
    expect(JSON.stringify(flow)).not.toContain(code);
  });

  it('tells a response whose state is another', () => {
    const asked = request();
    const [flow] = flowsOf({
      url: address(`${IDP}/a`, asked),
      status: 302,
      redirectUrl: address(`${APP}/callback`, { code: opaque(), state: opaque() }),
    });
    expect(flow).toMatchObject({ state: true, stateMatches: false });
  });
});

it('takes ordinary requests for no login', () => {
  expect(
    flowsOf(
      { url: `${APP}/search?code=abc&q=1` },
      { url: `${APP}/api/token-price`, method: 'POST', requestBody: json({ price: '12345678' }) },
      { url: `${APP}/coupon?code=SUMMER&state=CA` },
      { url: `${APP}/x?error=1` },
    ),
  ).toEqual([]);
});

it('shows no secret that stands in the address of an audience', () => {
  const key = opaque();
  const [flow] = flowsOf({
    url: address(`${IDP}/authorize`, request({ resource: `https://api.test/v1?api_key=${key}` })),
  });
  expect(flow!.audience).toMatch(/^https:\/\/api\.test\/v1/);
  expect(JSON.stringify(flow)).not.toContain(key);
});

it('knows a token that is bound to a key', () => {
  const bound = (claims: Record<string, unknown>) =>
    flowsOf({
      url: `${IDP}/token`,
      method: 'POST',
      type: 'fetch',
      requestBody: form({ grant_type: 'password', client_id: 'spa' }),
      responseBody: json({ access_token: jwtOf(claims), token_type: 'DPoP' }),
    })[0]!.deviceBound;
  expect([bound({ sub: 'ada', cnf: { jkt: opaque() } }), bound({ sub: 'ada' })]).toEqual([
    true,
    undefined,
  ]);
});
