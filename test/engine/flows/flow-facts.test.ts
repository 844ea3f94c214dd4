import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { ReportFlow } from '../../../src/engine/report/report-event.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { schemaErrors } from '../../support/report-schema.js';
import { jwtOf, Seeded } from '../../support/tokens.js';

const random = new Seeded('flow-facts');
const opaque = () => random.base62(32);
const APP = 'https://app.test';
const IDP = 'https://idp.test';
const form = (fields: Record<string, string>) =>
  readBody('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());
const json = (fields: object) => readBody('application/json', JSON.stringify(fields));

function flowsOf(...specs: readonly ExchangeSpec[]): ReportFlow[] {
  const analysis = new Analysis();
  for (const spec of specs) analysis.addExchange(exchange(spec));
  const report = analysis.report({ source: { kind: 'har', url: APP, dropped: 0 }, version: '0' });
  expect(schemaErrors(report)).toEqual([]);
  return report.flows;
}

const STATE = opaque();
const CODE = opaque();
const address = (params: Record<string, string> = {}) =>
  `${IDP}/authorize?${new URLSearchParams({
    client_id: 'shop',
    response_type: 'code',
    redirect_uri: `${APP}/callback`,
    scope: 'openid',
    state: STATE,
    ...params,
  })}`;
const callback = (params: Record<string, string> = {}) =>
  `${APP}/callback?${new URLSearchParams({ code: CODE, state: STATE, ...params })}`;
const login = (
  asked: Record<string, string> = {},
  given: Record<string, string> = {},
): ExchangeSpec => ({ url: address(asked), status: 302, redirectUrl: callback(given) });
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

describe('what a flow tells of its client', () => {
  it.each<[string, ExchangeSpec, boolean]>([
    ['as a parameter', token({ client_secret: opaque() }), true],
    [
      'as HTTP Basic',
      token({}, { sends: { authorization: `Basic ${btoa(`shop:${opaque()}`)}` } }),
      true,
    ],
    [
      'no secret, but the id alone as HTTP Basic',
      token({}, { sends: { authorization: `Basic ${btoa('shop:')}` } }),
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

describe('what a flow tells of its answer', () => {
  it('the address of an app of the device', () => {
    const redirect_uri = 'com.example.app:/back';
    const [flow] = flowsOf({
      ...login({ redirect_uri }),
      redirectUrl: `${redirect_uri}?code=${CODE}&state=${STATE}`,
    });
    expect(flow).toMatchObject({ redirectUri: redirect_uri, stateMatches: true });
  });

  it('the address on the server’s own host, where a client gave but its path', () => {
    const redirect_uri = '/user/ada/oauth_callback';
    const [flow] = flowsOf({
      ...login({ redirect_uri }),
      redirectUrl: `${redirect_uri}?code=${CODE}&state=${STATE}`,
    });
    expect(flow?.redirectUri).toBe(IDP + redirect_uri);
  });

  it('whether it names the issuer', () => {
    expect(flowsOf(login({}, { iss: IDP }))[0]?.issuerNamed).toBe(true);
    expect(flowsOf(login())[0]?.issuerNamed).toBe(false);
  });

  it('no mismatch for the answer to a login that was not seen', () => {
    const [flow] = flowsOf(login(), { url: callback({ code: opaque(), state: opaque() }) });
    expect(flow?.stateMatches).toBe(true);
  });

  it.each<[string, string, string, ReportFlow['told']]>([
    ['a code', callback(), 'https://cdn.test/a.js', [told('code', 'https://cdn.test')]],
    [
      'a state alone',
      `${APP}/callback?state=${STATE}`,
      'https://cdn.test/a.js',
      [told('state', 'https://cdn.test')],
    ],
    ['nothing to its own origin', callback(), `${APP}/a.js`, undefined],
    ['nothing to the issuer, which gave it', callback(), `${IDP}/a.js`, undefined],
    ['nothing of another page', `${APP}/?code=${opaque()}`, 'https://cdn.test/a.js', undefined],
  ])('that a Referer told %s', (_what, referer, url, expected) => {
    const [flow] = flowsOf(login(), { url, type: 'other', sends: { referer } });
    expect(flow?.told).toEqual(expected);
    expect(JSON.stringify(flow)).not.toContain(CODE);
  });

  it.each([
    ['with a signature', '<ds:Signature><ds:SignedInfo/></ds:Signature>', true],
    ['without one', '', false],
  ])('a SAML response %s', (_what, signature, samlSigned) => {
    const xml =
      '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1">' +
      `<saml:Assertion>${signature}<saml:Subject>ada</saml:Subject></saml:Assertion>` +
      '</samlp:Response>';
    const [flow] = flowsOf({
      url: `${APP}/acs`,
      method: 'POST',
      requestBody: form({ SAMLResponse: btoa(xml) }),
    });
    expect(flow?.samlSigned).toBe(samlSigned);
  });

  it.each([
    ['whose assertion is encrypted', '<saml:EncryptedAssertion/></samlp:Response>'],
    ['that is cut off', '<saml:Assertion><saml:Subject>ada</saml:Subject>'],
    ['without an assertion', '<samlp:Status/></samlp:Response>'],
  ])('nothing of the signature of a SAML response %s', (_what, rest) => {
    const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1">${rest}`;
    const body = form({ SAMLResponse: btoa(xml) });
    const [flow] = flowsOf({ url: `${APP}/acs`, method: 'POST', requestBody: body });
    expect(flow?.protocol).toBe('saml');
    expect(flow?.samlSigned).toBeUndefined();
  });
});

function told(name: 'code' | 'state', origin: string) {
  const by: unknown = expect.objectContaining({ url: `${origin}/a.js` });
  return expect.objectContaining({ name, origin, exchange: by }) as never;
}
