import { retype, waitForText } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';
import { programEnv, programFile } from './support/program.js';

const HOST = 'socketcluster.test';

/**
 * SocketCluster: the login is a message of a WebSocket, and so is the JWT that it is answered with.
 */
export const application: Application = {
  name: 'socketcluster',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "socket.setAuthToken(…)": a JWT, sent to the client, kept as `socketcluster.authToken`, and
    // brought in the handshake when it connects again; "socket.deauthenticate()".
    'https://socketcluster.io/docs/authentication/',
    // "#setAuthToken", "#authenticate", "#removeAuthToken", "#handshake" with `authToken`.
    'https://github.com/SocketCluster/socketcluster/blob/master/socketcluster-protocol.md',
    // _generateAuthTokenNameFromURI(), saveToken() into localStorage.
    'node_modules/socketcluster-client/lib/clientsocket.js, auth.js',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      {
        carrier: 'localStorage',
        name: /^socketcluster\.authToken/,
        role: 'access-token',
        format: 'jwt',
      },
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'websocket', name: /token$/i, role: 'access-token', format: 'jwt' },
      // Names the connection.
      { carrier: 'websocket', name: /id$/, role: 'other' },
      { carrier: 'localStorage', name: /^(chat\.theme|__scLocalStorageTest)$/, role: 'preference' },
    ],
  },
  proof: { url: /\/history$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const { node, path } = npmPackages('socketcluster');
    const port = await freePort();
    const env = { ...programEnv(port), PACKAGES: path('_') };
    scratch.serve(node, [programFile('socketcluster.cjs')], { env });
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#said', answer);
    };
    const logIn = async (password: string, answer: string) => {
      await retype(page, 'input[name=username]', USER.name);
      await retype(page, 'input[name=password]', password);
      await press('#login button', answer);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await waitForText(page, '#said', 'connected');
    await press('#dark', 'dark');
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'refused');
    await step('login');
    await logIn(USER.password, 'joined');
    await step('use');
    await page.type('#line', 'Good morning');
    await press('#send', 'sent');
    await press('#load', 'lines');
    await page.reload();
    await waitForText(page, '#said', 'welcome back');
    await press('#load', 'lines');
    await page.type('#line', 'Good evening');
    await press('#send', 'sent');
    await step('logout');
    await press('#out', 'left');
    await press('#load', 'refused');
    await step('login-2');
    await logIn(USER.password, 'joined');
    await press('#load', 'lines');
  },
};
