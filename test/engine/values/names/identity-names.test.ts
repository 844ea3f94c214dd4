import { describe, expect, it } from 'vitest';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('a cookie of what logs people in elsewhere', () => {
  it.each([
    ['ESTSAUTH', 'session'],
    ['ESTSAUTHPERSISTENT', 'session'],
    ['ESTSAUTHLIGHT', 'other'],
    ['esctx-AbC12', 'oauth-state'],
    ['buid', 'device'],
    ['x-ms-cpim-sso:tenant.onmicrosoft.com_0', 'session'],
    ['x-ms-cpim-trans', 'oauth-state'],
    ['x-ms-cpim-csrf', 'csrf'],
    ['MSISAuth1', 'session'],
    ['MSISAuthenticated', 'other'],
    ['FedAuth1', 'session'],
    ['.ASPXAUTH', 'session'],
    ['.AspNetCore.Correlation.kJ3', 'oauth-state'],
    ['.AspNetCore.OpenIdConnect.Nonce.CfDJ8', 'oauth-state'],
    ['OpenIdConnect.nonce.OpenIdConnect', 'oauth-state'],
    ['idsrv', 'session'],
    ['idsrv.session', 'other'],
    ['CASTGC', 'session'],
    ['lemonldap', 'session'],
    ['_shibsession_64656661756c74', 'session'],
    ['_shibstate_1700000000_ab12', 'oauth-state'],
    ['mellon-cookie', 'session'],
    ['_oauth2_proxy', 'session'],
    ['_oauth2_proxy_1', 'session'],
    ['_oauth2_proxy_ab12_csrf', 'oauth-state'],
    ['CF_Authorization', 'session'],
    ['CF_AppSession', 'csrf'],
    ['LtpaToken2', 'session'],
    ['iPlanetDirectoryPro', 'session'],
    ['amlbcookie', 'load-balancer'],
    ['auth_verification', 'oauth-state'],
    ['com.auth0.auth.aB3', 'oauth-state'],
    ['okta-oauth-redirect-params', 'oauth-state'],
    ['__client_uat', 'other'],
    ['__client', 'session'],
    ['st-last-access-token-update', 'other'],
    ['sid_Client', 'other'],
    ['aura.token', 'csrf'],
    ['app.rt', 'refresh-token'],
    ['__Secure-authjs.callback-url', 'other'],
    ['joomla_user_state', 'other'],
  ])('%s is known by its name: %s', (name, role) => {
    const hint = hintOf(name);
    expect(hint?.role).toBe(role);
    expect(role === 'csrf' || hint?.from !== undefined).toBe(true);
  });

  it.each(['_title', 'PFX', 'client', 'hankook', 'auth0_domain', 'TGCX', 'fpcount'])(
    '%s is none of them',
    (name) => expect(hintOf(name)?.from).toBeUndefined(),
  );
});
