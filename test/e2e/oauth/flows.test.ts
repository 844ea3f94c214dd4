import { beforeEach, describe, expect, it } from 'vitest';
import { clickThrough } from '../../../accuracy/support/drive.js';
import type { Running } from '../../../accuracy/support/stack.js';
import { THOROUGH } from '../../support/thorough.js';
import { API } from './provider.js';
import { useSiteOfProvider } from './site-of-provider.js';
import { lineageOf, told, type Visit } from './visit.js';

/** What is told of flows at a certified provider, of which nothing is made up. */
describe('a flow at oidc-provider', () => {
  const at = useSiteOfProvider();
  let visit: Visit;
  let client: Running;
  let provider: Running;
  beforeEach(() => ({ visit, client, provider } = at()));

  /** Facts of a flow that goes through the browser and back to the client. */
  const facts = () => ({
    id: 'f1',
    protocol: 'oidc',
    issuer: provider.url,
    redirectUri: `${client.url}/callback`,
    state: true,
    stateMatches: true,
    nonce: true,
    nonceMatches: true,
    pushed: false,
    dpop: false,
    clientSecret: false,
    issuerNamed: true,
  });
  /** The only flow there is. */
  const flow = async () => {
    const { flows } = await visit.report();
    expect(flows).toHaveLength(1);
    return told(flows[0]);
  };

  it('with a code and PKCE: userinfo, refresh tokens that rotate, logout', async () => {
    const scope = 'openid profile email offline_access';
    const held = [
      await visit.signIn({
        client_id: 'rotating',
        response_type: 'code',
        scope,
        prompt: 'consent',
      }),
    ];
    expect(await visit.call('userinfo()')).toBe('Ada Lovelace');
    held.push(await visit.refresh(), await visit.refresh());
    const report = await visit.report();
    for (const name of ['access_token', 'refresh_token'] as const) {
      expect(lineageOf(report, held.at(-1)?.[name])).toEqual({ generations: 3, refreshed: 2 });
    }
    await visit.leave('signOut()');
    await clickThrough(visit.page, 'button[type=submit]');
    const { facts: seen, steps } = await flow();
    expect(seen).toEqual({
      ...facts(),
      grant: 'authorization-code',
      clientId: 'rotating',
      responseType: 'code',
      scope,
      grantedScope: scope,
      pkce: 'S256',
    });
    const gave = 'access_token refresh_token id_token';
    expect(steps).toEqual([
      'authorization-request',
      'authorization-response query code',
      `token-request verifier ${gave}`,
      'userinfo-request',
      `refresh-request ${gave}`,
      `refresh-request ${gave}`,
      'end-session-request',
    ]);
    const all = 'gave access_token, refresh_token, id_token';
    expect(await visit.shownSteps(steps.length)).toEqual([
      'authorization request',
      'authorization response gave code',
      `token request ${all}`,
      'userinfo request',
      `refresh request ${all}`,
      `refresh request ${all}`,
      'end of the session',
    ]);
    expect(await visit.shownMarks('good')).toEqual(['PKCE S256', 'state', 'nonce']);
    expect(await visit.shownMarks('bad')).toEqual([]);
  });

  it('with a refresh token that stays, for an audience', THOROUGH, async () => {
    const scope = 'openid read offline_access';
    const held = [
      await visit.signIn({
        client_id: 'steady',
        response_type: 'code',
        scope,
        prompt: 'consent',
        resource: API,
      }),
    ];
    held.push(await visit.refresh());
    const report = await visit.report();
    const renewed = { generations: 2, refreshed: 1 };
    expect(lineageOf(report, held[1]?.access_token)).toEqual(renewed);
    expect(held[1]?.refresh_token).toBe(held[0]?.refresh_token);
    const kept = { generations: 1, refreshed: 0 };
    expect(lineageOf(report, held[1]?.refresh_token)).toEqual(kept);
    const { facts: seen, steps } = told(report.flows[0]);
    expect(seen).toEqual({
      ...facts(),
      grant: 'authorization-code',
      clientId: 'steady',
      responseType: 'code',
      scope,
      grantedScope: 'read',
      pkce: 'S256',
      audience: API,
      grantedAudience: API,
    });
    expect(steps.slice(2)).toEqual([
      'token-request verifier access_token refresh_token id_token',
      'refresh-request access_token refresh_token id_token',
    ]);
  });

  it('that is implicit: tokens in the fragment', async () => {
    const scope = 'openid profile';
    await visit.signIn({ client_id: 'implicit', response_type: 'id_token token', scope });
    expect(await visit.call('userinfo()')).toBe('Ada Lovelace');
    const { facts: seen, steps } = await flow();
    expect(seen).toEqual({
      ...facts(),
      issuerNamed: false,
      grant: 'implicit',
      clientId: 'implicit',
      responseType: 'id_token token',
      scope,
      grantedScope: scope,
      pkce: 'none',
    });
    expect(steps).toEqual([
      'authorization-request',
      'authorization-response fragment access_token id_token',
      'userinfo-request',
    ]);
    expect(await visit.shownSteps(3)).toContain(
      'authorization response gave access_token, id_token',
    );
  });

  it.each([
    ['in the fragment', 'fragment', {}],
    ['by a form that is posted', 'form_post', { response_mode: 'form_post' }],
  ])('that is hybrid: a code and an ID token %s', THOROUGH, async (_, mode, asked) => {
    const scope = 'openid profile';
    await visit.signIn({ client_id: 'hybrid', response_type: 'code id_token', scope, ...asked });
    const { facts: seen, steps } = await flow();
    expect(seen).toEqual({
      ...facts(),
      issuerNamed: false,
      grant: 'hybrid',
      clientId: 'hybrid',
      responseType: 'code id_token',
      scope,
      grantedScope: scope,
      pkce: 'S256',
      ...('response_mode' in asked ? { responseMode: asked.response_mode } : {}),
    });
    expect(steps).toEqual([
      'authorization-request',
      `authorization-response ${mode} code id_token`,
      'token-request verifier access_token id_token',
    ]);
  });
});
