import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'jetty.test';

/** A web application on Jetty with the servlet specification's FORM login. */
export const application: Application = {
  name: 'jetty',
  kind: 'application',
  language: 'Java',
  packages: ['jetty9'],
  docs: [
    // "FORM … j_security_check, j_username, j_password"; HashLoginService with a property file.
    'https://jetty.org/docs/jetty/9/index.html#configuring-security',
    // "JSESSIONID … default session cookie name"; `.node0`: the worker's name after the random id.
    'https://jetty.org/docs/jetty/9/index.html#sessions-details',
    // "renewId: session ids are changed at authentication" (LoginAuthenticator.renewSession).
    'https://github.com/jetty/jetty.project/blob/jetty-9.4.x/jetty-security/src/main/java/org/eclipse/jetty/security/authentication/LoginAuthenticator.java',
    // Both by cookie and by address, `;jsessionid=`, as long as no request has brought the cookie
    // (encodeRedirectURL).
    'https://github.com/jetty/jetty.project/blob/jetty-9.4.x/jetty-server/src/main/java/org/eclipse/jetty/server/session/SessionHandler.java',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'JSESSIONID', role: 'session', format: 'opaque' },
      // The same id, as a parameter of the path: where the first redirect leads.
      { carrier: 'url', name: 'jsessionid', role: 'session' },
    ],
  },
  // It stands in the path, where the query of an address does not show it.
  findings: { asked: [{ ruleId: 'session-id-in-url', name: /^jsessionid$/i }] },
  proof: { url: /\/desk\/index\.jsp$/, knows: ({ status }) => status === 200 },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/desk/index.jsp`);
    await step('failed-login');
    await page.goto(`${url}/desk/index.jsp`);
    await logIn(page, 'wrong');
    await step('login');
    await page.goto(`${url}/desk/index.jsp`);
    await logIn(page, USER.password);
    await page.waitForSelector('#who');
    await step('use');
    await use(page, url);
    await step('logout');
    await clickThrough(page, '#out');
    await page.goto(`${url}/desk/index.jsp`);
    await step('login-2');
    await page.goto(`${url}/desk/index.jsp`);
    await logIn(page, USER.password);
    await page.waitForSelector('#who');
  },
};

async function logIn(page: Page, password: string): Promise<void> {
  await page.waitForSelector('input[name=j_username]');
  await page.type('input[name=j_username]', USER.name);
  await page.type('input[name=j_password]', password);
  await clickThrough(page, 'button');
}

async function use(page: Page, url: string): Promise<void> {
  await page.type('input[name=note]', 'cards');
  await clickThrough(page, '#add');
  await page.reload();
  await page.goto(`${url}/`);
  await page.goto(`${url}/desk/notes.jsp`);
  await clickThrough(page, '#back');
  await page.goto(`${url}/desk/index.jsp`);
}

async function start(scratch: Scratch) {
  const port = await freePort();
  const home = '/usr/share/jetty9';
  scratch.write('start.ini', '--module=server,deploy,http,webapp,jsp\n');
  scratch.write('etc/users.properties', `${USER.name}: ${USER.password}, clerk\n`);
  for (const [file, text] of Object.entries(SITE)) scratch.write(`webapps/ROOT/${file}`, text);
  scratch.write('webapps/ROOT.xml', context(scratch));
  scratch.open('tmp');
  scratch.serve('java', [
    `-Djava.io.tmpdir=${scratch.path('tmp')}`,
    '-jar',
    `${home}/start.jar`,
    `jetty.home=${home}`,
    `jetty.base=${scratch.path()}`,
    'jetty.http.host=127.0.0.1',
    `jetty.http.port=${port}`,
  ]);
  // Slow to start where the machine is busy.
  await waitUntilUp(port).catch(() => waitUntilUp(port));
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

function context(scratch: Scratch): string {
  return `<?xml version="1.0"?>
<!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "http://www.eclipse.org/jetty/configure_9_3.dtd">
<Configure class="org.eclipse.jetty.webapp.WebAppContext">
  <Set name="contextPath">/</Set>
  <Set name="war">${scratch.path('webapps/ROOT')}</Set>
  <Get name="securityHandler"><Set name="loginService">
    <New class="org.eclipse.jetty.security.HashLoginService">
      <Set name="name">Desk</Set>
      <Set name="config">${scratch.path('etc/users.properties')}</Set>
    </New>
  </Set></Get>
</Configure>
`;
}

const html = (body: string) =>
  `<!doctype html><title>Desk</title><link rel="icon" href="data:,">${body}`;

/** As in the servlet specification's own example of a FORM login. */
const SITE = {
  'index.html': html('<h1>Welcome</h1><a href="/desk/index.jsp">Desk</a>'),
  'login.jsp': html(`<form method="post" action="j_security_check">
<input name="j_username"><input type="password" name="j_password"><button>Log in</button></form>`),
  'error.jsp': html('<p>Wrong.</p><a href="/desk/index.jsp">Again</a>'),
  'desk/index.jsp': `<%@ page import="java.util.*" %><%
List notes = (List) session.getAttribute("notes");
if (notes == null) session.setAttribute("notes", notes = new ArrayList());
if (request.getParameter("note") != null) notes.add(request.getParameter("note"));
%>${html(`<p id="who"><%= request.getRemoteUser() %></p><p><%= notes.size() %> notes</p>
<form method="post" action="/desk/index.jsp"><input name="note"><button id="add">Add</button></form>
<a href="/desk/notes.jsp">Notes</a>
<form method="post" action="/out.jsp"><button id="out">Log out</button></form>`)}`,
  'desk/notes.jsp': html(
    '<p><%= session.getAttribute("notes") %></p><a id="back" href="/desk/index.jsp">Back</a>',
  ),
  'out.jsp': '<% request.logout(); session.invalidate(); response.sendRedirect("/"); %>',
  'WEB-INF/web.xml': `<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="3.1">
  <security-constraint>
    <web-resource-collection>
      <web-resource-name>desk</web-resource-name><url-pattern>/desk/*</url-pattern>
    </web-resource-collection>
    <auth-constraint><role-name>clerk</role-name></auth-constraint>
  </security-constraint>
  <login-config>
    <auth-method>FORM</auth-method><realm-name>Desk</realm-name>
    <form-login-config>
      <form-login-page>/login.jsp</form-login-page><form-error-page>/error.jsp</form-error-page>
    </form-login-config>
  </login-config>
  <security-role><role-name>clerk</role-name></security-role>
</web-app>
`,
};
