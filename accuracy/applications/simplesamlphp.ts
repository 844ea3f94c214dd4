import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'simplesamlphp.test';
const ROOT = '/usr/share/simplesamlphp';
const SP = 'module.php/core/authenticate.php?as=default-sp';

/** SimpleSAMLphp as an identity provider and as the service provider that asks it, on one host. */
export const application: Application = {
  name: 'simplesamlphp',
  kind: 'application',
  language: 'PHP',
  packages: ['simplesamlphp', 'libapache2-mod-php', 'php-xml', 'php-mbstring', 'php-curl'],
  docs: [
    // getSession: without the AuthToken of the session ("Missing AuthToken cookie") there is none.
    '/usr/share/simplesamlphp/lib/SimpleSAML/Session.php, SessionHandlerPHP.php',
    // doLogin, at every response that a service provider takes: "already logged in, log the user
    // out first", a new AuthToken.
    '/usr/share/simplesamlphp/lib/SimpleSAML/Session.php (doLogin)',
    // The names of all cookies: session.phpsession.cookiename, session.authtoken.cookiename,
    // language.cookie.name.
    '/etc/simplesamlphp/config.php',
    // "saving and loading state information": AuthState and id name it.
    '/usr/share/simplesamlphp/lib/SimpleSAML/Auth/State.php',
    // §3.4.3, §3.5.3: SAMLRequest, SAMLResponse, RelayState; a response to a login brings an
    // assertion.
    'https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'SimpleSAML', role: 'session', format: 'opaque' },
      // Both together, as withholding shows.
      { carrier: 'cookie', name: 'SimpleSAMLAuthToken', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'language', role: 'preference' },
      // An assertion of who somebody is, for whoever bears it: no word of ours is SAML's own.
      {
        carrier: 'body',
        name: /^(SAMLResponse|input\[SAMLResponse\])$/,
        role: ['id-token', 'access-token'],
        format: 'saml',
      },
      // State of a login or logout that is under way.
      { carrier: 'body', name: /AuthState|RelayState/, role: ['oauth-state', 'other'] },
      { carrier: 'url', name: /^(AuthState|RelayState|id)$/, role: ['oauth-state', 'other'] },
      // Requests, and the response to a logout.
      { carrier: 'url', name: /^SAML(Request|Response)$/, role: 'other' },
      { carrier: 'url', name: /^(as|spentityid|logout)$/, role: 'other' },
      { carrier: 'url', name: 'language', role: ['preference', 'other'] },
    ],
  },
  proof: {
    url: /authenticate\.php\?as=default-sp$/,
    knows: ({ status, body }) => status === 200 && body.includes(USER.email),
  },
  async start(scratch) {
    const port = await freePort();
    const folder = configure(scratch, `http://${HOST}:${port}/simplesamlphp/`);
    return apache(scratch, {
      host: HOST,
      documentRoot: scratch.open('root'),
      php: true,
      port,
      directives: `Alias /simplesamlphp ${ROOT}/www
SetEnv SIMPLESAMLPHP_CONFIG_DIR ${folder}
AcceptPathInfo On`,
    });
  },
  async visit({ page, url, step }) {
    const home = `${url}/simplesamlphp`;
    await step('anonymous');
    await page.goto(`${home}/`);
    await page.goto(`${home}/${SP}`);
    await page.waitForSelector('#username');
    await step('failed-login');
    await logIn(page, 'wrong-password');
    await page.waitForSelector('#password');
    await step('login');
    await logIn(page, USER.password);
    await page.waitForSelector(`::-p-text(${USER.email})`);
    // Asked by nobody, the provider answers for the session that is there: to the other side, a
    // login again.
    const entity = encodeURIComponent(`${home}/module.php/saml/sp/metadata.php/default-sp`);
    const back = encodeURIComponent(`${home}/${SP}`);
    await page.goto(`${home}/saml2/idp/SSOService.php?spentityid=${entity}&RelayState=${back}`);
    await page.waitForSelector(`::-p-text(${USER.email})`);
    await step('use');
    await page.goto(`${home}/module.php/core/frontpage_federation.php`);
    await page.goto(`${home}/${SP}&language=nl`);
    await page.goto(`${home}/${SP}&language=en`);
    await page.goto(`${home}/module.php/core/authenticate.php?as=example-userpass`);
    await page.goto(`${home}/${SP}`);
    await page.reload();
    await step('logout');
    await clickThrough(page, 'a[href*="logout"]');
    await page.goto(`${home}/${SP}`);
    await page.waitForSelector('#username');
    await step('login-2');
    await logIn(page, USER.password);
    await page.waitForSelector(`::-p-text(${USER.email})`);
  },
};

async function logIn(page: Page, password: string): Promise<void> {
  await retype(page, '#username', USER.name);
  await page.type('#password', password);
  await clickThrough(page, '#submit_button, #regularsubmit button');
}

function configure(scratch: Scratch, base: string): string {
  const folder = scratch.open('etc');
  const cert = scratch.open('etc', 'cert');
  const subject = ['-subj', `/CN=${HOST}`, '-days', '30', '-nodes'];
  const files = ['-keyout', `${cert}/idp.pem`, '-out', `${cert}/idp.crt`];
  scratch.run('openssl', ['req', '-newkey', 'rsa:2048', '-new', '-x509', ...subject, ...files]);
  scratch.run('chmod', ['644', `${cert}/idp.pem`]);
  scratch.write(
    'etc/config.php',
    `<?php
require '/etc/simplesamlphp/config.php';
$config['baseurlpath'] = '${base}';
$config['certdir'] = '${cert}/';
$config['loggingdir'] = '${scratch.open('log')}/';
$config['logging.handler'] = 'file';
$config['datadir'] = '${scratch.open('data')}/';
$config['tempdir'] = '${scratch.open('temp')}';
$config['metadatadir'] = '${folder}/metadata/';
$config['metadata.sources'] = [['type' => 'flatfile']];
$config['secretsalt'] = '${crypto.randomUUID()}';
$config['auth.adminpassword'] = '${crypto.randomUUID()}';
$config['technicalcontact_email'] = 'admin@example.test';
$config['admin.checkforupdates'] = false;
$config['enable.saml20-idp'] = true;
$config['module.enable']['exampleauth'] = true;
// Plain http.
$config['session.cookie.secure'] = false;
$config['session.cookie.samesite'] = null;
$config['language.cookie.secure'] = false;
$config['language.cookie.samesite'] = null;
`,
  );
  scratch.write('etc/authsources.php', authSources(base));
  writeMetadata(scratch, base);
  return folder;
}

function authSources(base: string): string {
  return `<?php
$config = [
  'admin' => ['core:AdminPassword'],
  'default-sp' => ['saml:SP', 'entityID' => null, 'idp' => '${base}saml2/idp/metadata.php'],
  'example-userpass' => [
    'exampleauth:UserPass',
    '${USER.name}:${USER.password}' => ['uid' => ['${USER.name}'], 'mail' => ['${USER.email}']],
  ],
];
`;
}

/** Each side's metadata of the other. */
function writeMetadata(scratch: Scratch, base: string): void {
  const sp = `${base}module.php/saml/sp`;
  const idp = `${base}saml2/idp`;
  scratch.write(
    'etc/metadata/saml20-idp-hosted.php',
    `<?php
$metadata['__DYNAMIC:1__'] = [
  'host' => '__DEFAULT__',
  'privatekey' => 'idp.pem',
  'certificate' => 'idp.crt',
  'auth' => 'example-userpass',
];
`,
  );
  scratch.write(
    'etc/metadata/saml20-sp-remote.php',
    `<?php
$metadata['${sp}/metadata.php/default-sp'] = [
  'AssertionConsumerService' => '${sp}/saml2-acs.php/default-sp',
  'SingleLogoutService' => '${sp}/saml2-logout.php/default-sp',
];
`,
  );
  scratch.write(
    'etc/metadata/saml20-idp-remote.php',
    `<?php
$metadata['${idp}/metadata.php'] = [
  'SingleSignOnService' => '${idp}/SSOService.php',
  'SingleLogoutService' => '${idp}/SingleLogoutService.php',
  'certificate' => 'idp.crt',
];
`,
  );
}
