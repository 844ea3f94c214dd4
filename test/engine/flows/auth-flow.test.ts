import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { readBody } from '../../../src/engine/normalize/body.js';
import type { ReportFlow } from '../../../src/engine/report/report-event.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf, Seeded } from '../../support/tokens.js';

const random = new Seeded('auth-flow');
const APP = 'https://app.test';
const IDP = 'https://idp.test';
const opaque = () => random.base62(32);
const form = (fields: Record<string, string>) =>
  readBody('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());
const json = (fields: object) => readBody('application/json', JSON.stringify(fields));
const address = (base: string, params: Record<string, string>, mark = '?') =>
  `${base}${mark}${new URLSearchParams(params)}`;

function flowsOf(...specs: ExchangeSpec[]): ReportFlow[] {
  const analysis = new Analysis();
  for (const spec of specs) analysis.addExchange(exchange(spec));
  return analysis.report({ source: { kind: 'har', url: APP, dropped: 0 }, version: '0' }).flows;
}
const kinds = (flow: ReportFlow | undefined) => flow?.steps.map(({ kind }) => kind);

const request = (more: Record<string, string> = {}) => ({
  client_id: 'spa',
  response_type: 'code',
  redirect_uri: `${APP}/callback`,
  scope: 'openid profile',
  state: opaque(),
  ...more,
});

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

  it('tells a response whose state is another', () => {
    const asked = request();
    const [flow] = flowsOf({
      url: address(`${IDP}/a`, asked),
      status: 302,
      redirectUrl: address(`${APP}/callback`, { code: opaque(), state: opaque() }),
    });
    expect(flow).toMatchObject({ state: true, stateMatches: false });
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

  it('the audiences that an authorization request names', () => {
    const asked = new URLSearchParams(request());
    asked.append('resource', 'https://one.test/');
    asked.append('resource', 'https://two.test/');
    const flows = flowsOf(
      { url: `${IDP}/a?${asked}` },
      { url: address(`${IDP}/a`, request({ audience: 'https://three.test/' })) },
    );
    expect(flows.map(({ audience }) => audience)).toEqual([
      'https://one.test/ https://two.test/',
      'https://three.test/',
    ]);
  });

  it('userinfo where the server has it, and not where an app has its own', () => {
    const token = opaque();
    const asked = request();
    const bearer = (url: string): ExchangeSpec => ({
      url,
      type: 'fetch',
      sends: { authorization: `Bearer ${token}` },
    });
    const [flow] = flowsOf(
      {
        url: address(`${IDP}/a`, asked),
        status: 302,
        redirectUrl: address(
          `${APP}/callback`,
          { access_token: token, state: asked.state, token_type: 'Bearer' },
          '#',
        ),
      },
      bearer(`${IDP}/me`),
      bearer(`${IDP}/me`),
      bearer(`${APP}/me`),
      bearer('https://elsewhere.test/v1/userinfo'),
      { url: `${IDP}/me`, type: 'fetch' },
    );
    expect(kinds(flow)).toEqual([
      'authorization-request',
      'authorization-response',
      'userinfo-request',
    ]);
    expect(flow!.steps[2]!.detail).toEqual({ count: 3 });
  });

  it('the end of the session whose ID token is given, by POST too', () => {
    const hint = jwtOf({ sub: 'first' });
    const ask = (id_token: string): ExchangeSpec[] => {
      const asked = request({ response_type: 'id_token' });
      return [
        {
          url: address(`${IDP}/a`, asked),
          status: 302,
          redirectUrl: address(`${APP}/callback`, { id_token, state: asked.state }, '#'),
        },
      ];
    };
    const flows = flowsOf(...ask(hint), ...ask(jwtOf({ sub: 'second' })), {
      url: `${IDP}/logout`,
      method: 'POST',
      requestBody: form({ id_token_hint: hint }),
    });
    expect(flows.map((flow) => kinds(flow)?.at(-1))).toEqual([
      'end-session-request',
      'authorization-response',
    ]);
  });

  it('what was told late in its place', () => {
    const asked = request();
    const [code, refresh] = [opaque(), opaque()];
    const analysis = new Analysis();
    const post: ExchangeSpec = { url: `${IDP}/token`, method: 'POST', type: 'fetch' };
    const seen = [
      exchange({
        url: address(`${IDP}/a`, asked),
        status: 302,
        redirectUrl: address(`${APP}/callback`, { code, state: asked.state }),
      }),
      exchange(post),
      exchange({
        url: `${IDP}/userinfo`,
        type: 'fetch',
        sends: { authorization: `Bearer ${opaque()}` },
      }),
      exchange(post),
      exchange({ url: address(`${IDP}/session/end`, { post_logout_redirect_uri: APP }) }),
    ];
    for (const one of seen) analysis.addExchange(one);
    const tell = (one: (typeof seen)[number] | undefined, fields: Record<string, string>) =>
      analysis.addBodies({
        kind: 'bodies',
        exchangeId: one!.id,
        at: seen[4]!.startedAt + 50,
        request: form(fields),
        response: json({ access_token: opaque(), refresh_token: refresh }),
      });
    const told = () =>
      kinds(
        analysis.report({ source: { kind: 'tab', url: APP, dropped: 0 }, version: '0' }).flows[0],
      )?.slice(2);
    expect(told()).toEqual([
      'token-request',
      'userinfo-request',
      'token-request',
      'end-session-request',
    ]);
    tell(seen[1], { grant_type: 'authorization_code', code });
    tell(seen[3], { grant_type: 'refresh_token', refresh_token: refresh });
    expect(told()).toEqual([
      'token-request',
      'userinfo-request',
      'refresh-request',
      'end-session-request',
    ]);
  });

  it('a pushed request, and the authorization request that names it', () => {
    const requestUri = `urn:ietf:params:oauth:request_uri:${opaque()}`;
    const [flow, ...more] = flowsOf(
      {
        url: `${IDP}/par`,
        method: 'POST',
        status: 201,
        requestBody: form(request({ code_challenge: opaque(), code_challenge_method: 'S256' })),
        responseBody: json({ request_uri: requestUri }),
      },
      { url: address(`${IDP}/a`, { client_id: 'spa', request_uri: requestUri }) },
    );
    expect(more).toEqual([]);
    expect(flow).toMatchObject({ pushed: true, pkce: 'S256', grant: 'authorization-code' });
    expect(kinds(flow)).toEqual(['pushed-authorization-request', 'authorization-request']);
  });

  it('a token request whose body DevTools tells late, once', () => {
    const asked = request();
    const code = opaque();
    const analysis = new Analysis();
    for (const spec of [
      {
        url: address(`${IDP}/a`, asked),
        status: 302,
        redirectUrl: address(`${APP}/callback`, { code, state: asked.state }),
      },
      { url: `${IDP}/token`, method: 'POST', type: 'fetch' },
    ] as const)
      analysis.addExchange(exchange(spec));
    const report = () =>
      analysis.report({ source: { kind: 'tab', url: APP, dropped: 0 }, version: '0' }).flows;
    const [before] = report();
    expect(kinds(before)).toEqual([
      'authorization-request',
      'authorization-response',
      'token-request',
    ]);
    const { id } = before!.steps[2]!.exchange;
    analysis.addBodies({
      kind: 'bodies',
      exchangeId: id,
      at: Date.parse(before!.steps[2]!.at) + 50,
      request: form({ grant_type: 'authorization_code', code }),
      response: json({ access_token: opaque() }),
    });
    const [after, ...more] = report();
    expect(more).toEqual([]);
    expect(after!.steps.map(({ detail }) => detail.gave)).toEqual([
      undefined,
      'code',
      'access_token',
    ]);
  });
});

describe('SAML and WS-Federation', () => {
  it('say who asserted what to whom', () => {
    const flows = flowsOf(
      { url: address(`${IDP}/sso`, { SAMLRequest: opaque(), RelayState: 'x' }) },
      {
        url: `${APP}/acs`,
        method: 'POST',
        requestBody: form({ SAMLResponse: opaque(), RelayState: 'x' }),
      },
      { url: address(`${IDP}/adfs/ls`, { wa: 'wsignin1.0', wtrealm: APP }) },
      {
        url: `${APP}/`,
        method: 'POST',
        requestBody: form({ wa: 'wsignin1.0', wresult: 'tokenresponse' }),
      },
    );
    expect(flows.map((flow) => [flow.protocol, flow.issuer, kinds(flow)])).toEqual([
      ['saml', IDP, ['saml-request', 'saml-response']],
      ['ws-federation', IDP, ['ws-federation-request', 'ws-federation-response']],
    ]);
  });

  it('are the business of the site that the answer goes to', () => {
    const analysis = new Analysis();
    for (const [url, fields] of [
      [`${IDP}/sso`, { SAMLRequest: opaque() }],
      ['http://app.test/acs', { SAMLResponse: opaque() }],
    ] as const)
      analysis.addExchange(exchange({ url, method: 'POST', requestBody: form(fields) }));
    const { findings } = analysis.report({
      source: { kind: 'har', url: APP, dropped: 0 },
      version: '0',
    });
    const told = findings.find(({ ruleId }) => ruleId === 'saml-response-over-http');
    expect(told?.about.site).toBe('http://app.test');
  });

  it('take a request that the login page hands on for the same, and another one for another', () => {
    const ask = address(`${IDP}/sso`, { SAMLRequest: opaque() });
    const other = address(`${IDP}/sso`, { SAMLRequest: opaque() });
    const flows = flowsOf(
      { url: ask },
      { url: ask },
      { url: `${APP}/acs`, method: 'POST', requestBody: form({ SAMLResponse: opaque() }) },
      { url: other },
    );
    expect(flows.map(kinds)).toEqual([['saml-request', 'saml-response'], ['saml-request']]);
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
