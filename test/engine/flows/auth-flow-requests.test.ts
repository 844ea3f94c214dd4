import { describe, expect, it } from 'vitest';
import type { ExchangeSpec } from '../../support/exchange.js';
import {
  request,
  flowsOf,
  IDP,
  address,
  opaque,
  APP,
  kinds,
  form,
  json,
} from '../../support/flow-visit.js';
import { jwtOf } from '../../support/jose.js';

describe('OAuth 2 and OpenID Connect', () => {
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
});
