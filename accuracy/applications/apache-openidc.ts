import { clickThrough } from '../support/drive.js';
import { providerLabels, signInAtProvider, startProvider } from '../support/provider.js';
import { freePort } from '../support/serve.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { guardedSite, notesAlias, useGuardedSite } from './support/guarded-site.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'apache-openidc.test';
const PROVIDER = 'login-openidc.test';
const CLIENT = { client_id: 'workshop', client_secret: 'a secret of the client' };

/** mod_auth_openidc: Apache itself is the client of an OpenID provider, and keeps the session. */
export const application: Application = {
  name: 'apache-openidc',
  kind: 'application',
  language: 'C',
  packages: ['apache2', 'libapache2-mod-auth-openidc'],
  docs: [
    // "OIDCCookie … mod_auth_openidc_session"; "OIDCSessionType server-cache": the cookie is an id.
    // "OIDCStateCookiePrefix mod_auth_openidc_state_": one for each request that waits for an
    // answer.
    'https://github.com/OpenIDC/mod_auth_openidc/blob/v2.4.12.3/auth_openidc.conf',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'mod_auth_openidc_session', role: 'session', format: 'opaque' },
      // The state, nonce and verifier of one request, encrypted.
      { carrier: 'cookie', name: /^mod_auth_openidc_state_/, role: 'oauth-state', format: 'jwe' },
      ...providerLabels(PROVIDER),
    ],
  },
  proof: { url: /\/private\/(notes)?$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const port = await freePort();
    const origin = `http://${HOST}:${port}`;
    // The module takes the provider's addresses over https alone.
    const provider = await startProvider(
      PROVIDER,
      {
        ...CLIENT,
        redirect_uris: [`${origin}/private/callback`],
        post_logout_redirect_uris: [`${origin}/goodbye.html`],
      },
      { secure: true },
    );
    const { url, stop } = await apache(scratch, {
      host: HOST,
      port,
      documentRoot: guardedSite(scratch, { 'leave.html': leavePage(origin) }),
      modules: ['auth_openidc'],
      directives: directives(scratch, origin, provider.url),
    });
    return { url, stop: async () => void (await Promise.all([stop(), provider.stop()])) };
  },
  async visit({ page, url, step }) {
    const signOut = async () => {
      await page.goto(`${url}/private/`);
      await clickThrough(page, '#leave');
      await clickThrough(page, 'a');
      await clickThrough(page, 'button[type=submit]');
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await clickThrough(page, 'a[href="/private/"]');
    await step('login');
    await signInAtProvider(page);
    await page.waitForSelector('a[href="notes"]');
    await step('use');
    await useGuardedSite(page, url);
    await step('logout');
    await signOut();
    await page.goto(`${url}/private/drawings.html`);
    await step('login-2');
    await signInAtProvider(page);
    await page.goto(`${url}/private/notes`);
    await page.waitForSelector('input[name=line]');
  },
};

/** The module's own way out: it ends its session, then goes to the provider's. */
function leavePage(origin: string): string {
  const back = encodeURIComponent(`${origin}/goodbye.html`);
  return `<!doctype html><title>Log out</title><a href="/private/callback?logout=${back}">Yes</a>`;
}

/** As in the module's "Quickstart with a generic OpenID Connect Provider". */
function directives(scratch: Scratch, origin: string, issuer: string): string {
  // This machine knows no names below .test: the server asks the provider by address.
  const near = issuer.replace(PROVIDER, '127.0.0.1');
  scratch.open('cache');
  return `${notesAlias(scratch)}
Alias /leave ${scratch.path('site/leave.html')}
OIDCProviderIssuer ${issuer}
OIDCProviderAuthorizationEndpoint ${issuer}/auth
OIDCProviderTokenEndpoint ${near}/token
OIDCProviderTokenEndpointAuth client_secret_basic
OIDCProviderUserInfoEndpoint ${near}/me
OIDCProviderJwksUri ${near}/jwks
OIDCProviderEndSessionEndpoint ${issuer}/session/end
OIDCClientID ${CLIENT.client_id}
OIDCClientSecret "${CLIENT.client_secret}"
OIDCScope "openid profile email"
OIDCPKCEMethod S256
OIDCSSLValidateServer Off
OIDCRedirectURI ${origin}/private/callback
OIDCCryptoPassphrase "a passphrase of this server"
OIDCCacheType file
OIDCCacheDir ${scratch.path('cache')}
<Location /private>
  AuthType openid-connect
  Require valid-user
</Location>`;
}
