import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// What an identity provider says of a user, in every binding in which it reaches a site.

const random = new Seeded('assertions');
const ACS = 'https://shop.test/sso/in';
const IDP = 'https://login.idp.example/sso';
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const ASSERTED = 'urn:oasis:names:tc:SAML:2.0:assertion';
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const lines = (text: string) => text.replace(/.{76}/g, '$&\r\n');
const form = (fields: Record<string, string>) =>
  readBody('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());
const xml = (root: string, namespace = PROTOCOL) =>
  `<p:${root} xmlns:p="${namespace}" ID="_${random.base62(32)}" Version="2.0">\n` +
  `  <p:Issuer>https://login.idp.example</p:Issuer>${' '.repeat(200)}</p:${root}>`;
const trust = (assertion: string) =>
  '<t:RequestSecurityTokenResponse xmlns:t="http://schemas.xmlsoap.org/ws/2005/02/trust">' +
  `${assertion}</t:RequestSecurityTokenResponse>`;
const post = (fields: Record<string, string>) =>
  exchange({
    url: ACS,
    method: 'POST',
    requestBody: form(fields),
    status: 302,
    gets: { 'set-cookie': `shop=${random.base62(32)}; Path=/; HttpOnly; Secure` },
  });
const get = (fields: Record<string, string>) =>
  exchange({ url: `${ACS}?${new URLSearchParams(fields).toString()}` });
const told = (...exchanges: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis;
};
const rolesOf = (...exchanges: Exchange[]) =>
  told(...exchanges)
    .credentials()
    .filter(({ kind }) => kind !== 'cookie')
    .map(({ role }) => role);
const artifact = base64(Buffer.concat([Buffer.from([0, 4, 0, 0]), random.bytes(40)]));

describe('what an identity provider says of its user', () => {
  it.each<[string, Exchange]>([
    ['a response that is posted', post({ SAMLResponse: base64(xml('Response')) })],
    ['in lines', post({ SAMLResponse: lines(base64(xml('Response'))) })],
    [
      'a response in an address, deflated',
      get({ SAMLResponse: base64(deflateRawSync(xml('Response'))) }),
    ],
    [
      'an assertion in a result of WS-Federation',
      post({ wa: 'wsignin1.0', wresult: trust(xml('Assertion', ASSERTED)) }),
    ],
    [
      'an assertion that is granted for (RFC 7522)',
      post({ assertion: base64(xml('Assertion', ASSERTED)) }),
    ],
    ['an encrypted assertion', post({ token: base64(xml('EncryptedAssertion', ASSERTED)) })],
    ['a response that cannot be looked into', post({ SAMLResponse: random.base62(400) })],
    ['an artifact in an address', get({ SAMLart: artifact, RelayState: 'x' })],
    ['an artifact that is posted', post({ SAMLart: artifact })],
  ])('%s is an ID token', (_, one) => {
    expect(rolesOf(one)).toEqual(['id-token']);
  });

  it('is the same in the page that posts it', () => {
    const value = lines(base64(xml('Response')));
    const page = exchange({
      url: IDP,
      method: 'POST',
      requestBody: form({ user: 'ada', password: 'x' }),
      responseBody: readBody(
        'text/html',
        `<form method="post"><input type="hidden" name="SAMLResponse" value="${value}"></form>`,
      ),
    });
    expect(rolesOf(page, post({ SAMLResponse: value }))).toEqual(['id-token']);
  });

  it.each<[string, Exchange]>([
    ['a request', get({ SAMLRequest: base64(deflateRawSync(xml('AuthnRequest'))) })],
    ['a logout', post({ SAMLResponse: base64(xml('LogoutResponse')) })],
    ['a request that cannot be looked into', post({ SAMLRequest: random.base62(400) })],
    ['an answer in an address that cannot be', get({ SAMLResponse: random.base62(400) })],
  ])('is not in %s', (_, one) => {
    expect(rolesOf(one)).toEqual(['other']);
  });

  it.each(['AuthnRequest', 'LogoutRequest'])('nor in a %s that a login hands on', (root) => {
    const query = new URLSearchParams({ SAMLRequest: base64(deflateRawSync(xml(root))) });
    const ask = `${IDP}?${query}`;
    const login = exchange({
      url: 'https://login.idp.example/login',
      method: 'POST',
      requestBody: form({ user: 'ada', password: 'x' }),
      status: 302,
      redirectUrl: ask,
      gets: { location: ask, 'set-cookie': `idp=${random.base62(32)}; HttpOnly` },
    });
    expect(rolesOf(exchange({ url: ask }), login, exchange({ url: ask }))).toEqual(['other']);
  });

  it('is an access token where it goes with every request', () => {
    const authorization = `Bearer ${base64(xml('Assertion', ASSERTED))}`;
    const use = exchange({ url: 'https://shop.test/api', type: 'fetch', sends: { authorization } });
    expect(rolesOf(use)).toEqual(['access-token']);
  });

  it('is not how the site knows its users', () => {
    const site = (...exchanges: Exchange[]) =>
      told(...exchanges)
        .report({ source: { kind: 'har', url: '', dropped: 0 }, version: '0' })
        .sites.find((one) => one.site === 'https://shop.test')?.mechanism;
    const fields = { SAMLResponse: base64(xml('Response')) };
    expect(site(post(fields))).toBe('session-cookie');
    expect(site(exchange({ url: ACS, method: 'POST', requestBody: form(fields) }))).toBe('none');
  });
});
