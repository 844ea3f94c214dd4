import { cpSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'tomcat.test';

/**
 * Tomcat's manager: HTTP Basic, whose outcome the server also keeps in the session of its
 * anti-forgery filter.
 */
export const application: Application = {
  name: 'tomcat',
  kind: 'application',
  language: 'Java',
  packages: ['tomcat10', 'tomcat10-admin'],
  docs: [
    // "auth-method BASIC"; filter CSRF on the servlets HTMLManager and JMXProxy.
    '/usr/share/tomcat10-admin/manager/WEB-INF/web.xml',
    // Basic authenticator: "cache: should we cache authenticated Principals if the request is part
    // of an HTTP session? … true".
    'https://tomcat.apache.org/tomcat-10.1-doc/config/valve.html#Basic_Authenticator_Valve',
    // "nonce … stored in the session and … checked against the one of the request":
    // org.apache.catalina.filters.CSRF_NONCE.
    'https://tomcat.apache.org/tomcat-10.1-doc/config/filter.html#CSRF_Prevention_Filter',
  ],
  noSecondLogin: 'a browser sends name and password until it is closed (RFC 9110 §11.6.1)',
  truth: {
    // Either is enough from the second page on.
    mechanism: ['basic', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'cookie', name: 'JSESSIONID', role: 'session', format: 'opaque' },
      { carrier: 'url', name: 'org.apache.catalina.filters.CSRF_NONCE', role: 'csrf' },
      { carrier: 'url', name: 'path', role: 'other' },
    ],
  },
  proof: { url: /\/manager\/status/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/manager/html`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/manager/html`);
    await step('use');
    await use(page, url);
  },
};

async function use(page: Page, url: string): Promise<void> {
  await page.reload();
  await press(page, 'Find leaks');
  await press(page, 'Stop');
  await press(page, 'Start');
  await clickThrough(page, 'a[href*="/html/sessions"]');
  await page.goto(`${url}/manager/html`);
  await clickThrough(page, 'a[href*="/manager/status"]');
  await page.reload();
}

/** The buttons have no names of their own. */
async function press(page: Page, value: string): Promise<void> {
  await clickThrough(page, `input[type=submit][value="${value}"]`);
}

async function start(scratch: Scratch) {
  const port = await freePort();
  const home = '/usr/share/tomcat10';
  cpSync(`${home}/etc`, scratch.path('conf'), { recursive: true, dereference: true });
  scratch.write(
    'conf/server.xml',
    readFileSync(`${home}/etc/server.xml`, 'utf8').replace(
      '<Connector port="8080"',
      `<Connector port="${port}" address="127.0.0.1" bindOnInit="false"`,
    ),
  );
  scratch.write(
    'conf/tomcat-users.xml',
    `<tomcat-users xmlns="http://tomcat.apache.org/xml" version="1.0">
<user username="${USER.name}" password="${USER.password}" roles="manager-gui,manager-status"/>
</tomcat-users>`,
  );
  scratch.write(
    'conf/Catalina/localhost/manager.xml',
    '<Context path="/manager" docBase="/usr/share/tomcat10-admin/manager" privileged="true"/>',
  );
  cpSync('/usr/share/tomcat10-root/default_root', scratch.path('webapps/ROOT'), {
    recursive: true,
    dereference: true,
  });
  for (const folder of ['logs', 'temp', 'work']) scratch.open(folder);
  scratch.serve(`${home}/bin/catalina.sh`, ['run'], {
    env: { CATALINA_HOME: home, CATALINA_BASE: scratch.path() },
  });
  // Bound after all applications have been deployed: slow on a busy machine.
  await waitUntilUp(port).catch(() => waitUntilUp(port));
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}
