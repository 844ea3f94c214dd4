import { describe, expect, it } from 'vitest';
import { withoutBasicPassword } from '../../../src/engine/normalize/passwords/basic-password.js';
import type { ExchangeSpec } from '../../support/exchange.js';
import { CODE, flowsOf, login, address } from '../../support/flow-login.js';
import { IDP, APP, form, opaque, json } from '../../support/flow-visit.js';
import { jwtOf } from '../../support/jose.js';

const token = (
  fields: Record<string, string> = {},
  more: Partial<ExchangeSpec> = {},
): ExchangeSpec => ({
  url: `${IDP}/token`,
  method: 'POST',
  type: 'fetch',
  topUrl: `${APP}/`,
  requestBody: form({ grant_type: 'authorization_code', code: CODE, ...fields }),
  responseBody: json({ access_token: opaque(), token_type: 'DPoP' }),
  ...more,
});

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const kept = (value: string) => withoutBasicPassword('authorization', value);

describe('what a flow tells of its client', () => {
  it.each<[string, ExchangeSpec, boolean]>([
    ['as a parameter', token({ client_secret: opaque() }), true],
    [
      'as HTTP Basic',
      token({}, { sends: { authorization: `Basic ${btoa(`shop:${opaque()}`)}` } }),
      true,
    ],
    [
      'as HTTP Basic, of which a hash is kept',
      token({}, { sends: { authorization: kept(`Basic ${btoa(`shop:${opaque()}`)}`) } }),
      true,
    ],
    [
      'no secret, but the id alone as HTTP Basic',
      token({}, { sends: { authorization: kept(`Basic ${btoa('shop:')}`) } }),
      false,
    ],
    ['an empty secret', token({ client_secret: '' }), false],
    ['no secret', token(), false],
  ])('%s', (_what, spec, clientSecret) => {
    expect(flowsOf(login(), spec)[0]).toMatchObject({ clientSecret });
  });

  it('that a browser redeemed the code, and what kind of token it got', () => {
    const [flow] = flowsOf(login(), token());
    expect(flow?.steps.at(-1)?.detail).toMatchObject({ byPage: true, tokenType: 'DPoP' });
  });

  // RFC 7636, appendix B.
  it.each([
    [
      'its hash, by a method that no parameter names',
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      'S256',
    ],
    ['itself', VERIFIER, 'plain'],
  ])('that what its verifier was asked for with is %s', (_what, challenge, pkce) => {
    const redeeming = token({ code_verifier: VERIFIER });
    expect(flowsOf(login({ code_challenge: challenge }), redeeming)[0]).toMatchObject({ pkce });
  });

  it('which request brought a code for the second time', () => {
    const [flow] = flowsOf(login(), token(), token());
    expect(flow?.steps.slice(2).map(({ detail }) => detail.reused)).toEqual([undefined, true]);
  });

  it('whether a logout names whose it is', () => {
    const end = (params: Record<string, string>): ExchangeSpec => ({
      url:
        `${IDP}/end?` +
        `${new URLSearchParams({ client_id: 'shop', post_logout_redirect_uri: APP, ...params })}`,
    });
    const hints = (spec: ExchangeSpec) => flowsOf(login(), spec)[0]?.steps.at(-1)?.detail.hint;
    expect([hints(end({})), hints(end({ id_token_hint: jwtOf({ sub: 'a' }) }))]).toEqual([
      false,
      true,
    ]);
  });
});

describe('what a flow tells of its request', () => {
  it.each([
    ['another nonce', { nonce: opaque() }, { nonce: opaque() }],
    ['another challenge', { code_challenge: opaque() }, { code_challenge: opaque() }],
  ])('a state that comes again with %s', (_what, one, other) => {
    const flows = flowsOf(login(one), login(other, { code: opaque() }));
    expect(flows.map(({ stateReused }) => stateReused)).toEqual([undefined, true]);
  });

  it('a state that comes again after the end of the session', () => {
    const end = { url: `${IDP}/end?client_id=shop&post_logout_redirect_uri=${APP}` };
    const flows = flowsOf(login(), end, login({}, { code: opaque() }));
    expect(flows.map(({ stateReused }) => stateReused)).toEqual([undefined, true]);
  });

  it('one login where its page is loaded again, or the server comes back to it', () => {
    expect(flowsOf(login(), login())).toHaveLength(1);
    expect(flowsOf({ url: address({ nonce: opaque() }) }, login({ nonce: opaque() }))).toHaveLength(
      1,
    );
  });

  it('the nonce that was asked for last', () => {
    const nonce = opaque();
    const given = { access_token: opaque(), id_token: jwtOf({ sub: 'a', nonce }) };
    const [flow] = flowsOf(
      { url: address({ nonce: opaque() }) },
      login({ nonce }),
      token({}, { responseBody: json(given) }),
    );
    expect(flow?.nonceMatches).toBe(true);
  });

  it.each([
    ['without a nonce', undefined, true],
    ['with another nonce', 'another', false],
  ])('an ID token %s from a refresh', (_what, later, nonceMatches) => {
    const nonce = opaque();
    const refresh_token = opaque();
    const answer = (claims: object) =>
      json({ access_token: opaque(), refresh_token, id_token: jwtOf({ sub: 'a', ...claims }) });
    const [flow] = flowsOf(
      login({ nonce }),
      token({}, { responseBody: answer({ nonce }) }),
      token(
        {},
        {
          requestBody: form({ grant_type: 'refresh_token', refresh_token }),
          responseBody: answer({ nonce: later }),
        },
      ),
    );
    expect(flow?.nonceMatches).toBe(nonceMatches);
  });

  it.each([
    ['a pushed request that was not seen', { request_uri: `urn:${opaque()}` }, undefined],
    ['a request object', { request: jwtOf({ state: 'a' }) }, undefined],
    ['a request without a challenge', {}, 'none'],
  ])('what is known of PKCE in %s', (_what, params, pkce) => {
    expect(flowsOf(login(params))[0]?.pkce).toBe(pkce);
  });

  it('a request that a page sends by POST, which is not a pushed one', () => {
    const asked = new URLSearchParams(address().split('?')[1]);
    const [flow] = flowsOf({
      url: `${IDP}/authorize`,
      method: 'POST',
      requestBody: form(Object.fromEntries(asked)),
    });
    expect(flow).toMatchObject({ pushed: false, state: true });
    expect(flow?.steps[0]?.kind).toBe('authorization-request');
  });
});
