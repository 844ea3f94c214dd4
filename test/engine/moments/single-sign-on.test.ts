import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { form, json } from '../../support/bodies.js';
import { exchange } from '../../support/exchange.js';
import { cookie, hex, momentsOf, PASSWORD, post, SHOP } from '../../support/shop-moments.js';

const IDP = 'https://idp.test';

describe('single sign-on over three hosts', () => {
  const OFFICE = 'https://office.test';
  /** Sent to the provider, sent back with a code, taken in. */
  const visit = (app: string, between: Exchange[] = []) => {
    const asked =
      `${IDP}/authorize?client_id=${new URL(app).hostname}&response_type=code&state=${hex()}` +
      `&redirect_uri=${encodeURIComponent(`${app}/cb`)}`;
    const back = `${app}/cb?code=${hex()}&state=${hex()}`;
    return [
      exchange({ url: app, status: 302, redirectUrl: asked }),
      ...between,
      exchange({ url: asked, status: 302, redirectUrl: back }),
      exchange({ url: back, status: 302, redirectUrl: `${app}/`, gets: cookie('app') }),
      exchange({ url: `${app}/` }),
    ];
  };
  const password = () =>
    exchange({
      url: `${IDP}/login`,
      method: 'POST',
      status: 303,
      redirectUrl: `${IDP}/resume`,
      requestBody: PASSWORD,
      gets: cookie('idp'),
    });

  it('is a login at each site, with one password', () => {
    const analysis = new Analysis();
    const told = momentsOf([...visit(SHOP, [password()]), ...visit(OFFICE)], analysis);
    expect(told).toEqual(['login idp.test /login', 'login shop.test /cb', 'login office.test /cb']);
    const sessions = analysis.credentials().filter(({ name }) => name === 'app');
    expect(sessions.map(({ role }) => role)).toEqual(['session', 'session']);
  });

  it('is no login again where the page only renews its tokens', () => {
    expect(momentsOf([...visit(SHOP, [password()]), ...visit(SHOP)])).toEqual([
      'login idp.test /login',
      'login shop.test /cb',
    ]);
  });

  it('is a login at the page that asked for the tokens', () => {
    const token = exchange({
      url: `${IDP}/token`,
      method: 'POST',
      type: 'fetch',
      topUrl: `${SHOP}/`,
      requestBody: form(`grant_type=authorization_code&code=${hex()}&client_id=shop`),
      responseBody: json({ access_token: hex(40), token_type: 'Bearer' }),
    });
    const refresh = exchange({
      url: `${IDP}/token`,
      method: 'POST',
      type: 'fetch',
      topUrl: `${SHOP}/`,
      requestBody: form(`grant_type=refresh_token&refresh_token=${hex()}&client_id=shop`),
      responseBody: json({ access_token: hex(40), token_type: 'Bearer' }),
    });
    expect(momentsOf([token, refresh])).toEqual(['login shop.test /token']);
  });

  it('takes a SAML assertion for a login at the service', () => {
    const acs = post('/acs', {
      status: 302,
      redirectUrl: `${SHOP}/`,
      requestBody: form(`SAMLResponse=${Buffer.from('<Response/>').toString('base64')}`),
      gets: cookie('sid'),
    });
    expect(momentsOf([acs])).toEqual(['login shop.test /acs']);
  });
});
