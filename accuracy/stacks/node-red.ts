import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { listen } from '../support/serve.js';
import { isUser, USER } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'node-red.test';

interface NodeRed {
  init(server: http.Server, settings: object): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  httpAdmin: express.Express;
}

/**
 * Node-RED's editor with `adminAuth`: an opaque bearer token in localStorage, sent over HTTP and a
 * WebSocket.
 */
export const stack: Stack = {
  name: 'node-red',
  half: 'tuning',
  docs: [
    // "POST /auth/token … { access_token, expires_in, token_type: Bearer }"; "Authorization: Bearer
    // <access_token>".
    'https://nodered.org/docs/api/admin/oauth',
    'https://nodered.org/docs/user-guide/runtime/securing-node-red',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'localStorage', name: 'auth-tokens/access_token', role: 'access-token' },
      { carrier: 'localStorage', name: /^(?!auth-tokens)/, role: 'preference' },
      { carrier: 'localStorage', name: 'auth-tokens/token_type', role: 'other' },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'header', name: 'authorization', role: 'access-token' },
      { carrier: 'body', name: '/access_token', role: 'access-token' },
      { carrier: 'body', name: /^token$/, role: 'access-token' },
    ],
  },
  start,
  async visit({ page, url, step }) {
    const logIn = async () => {
      await page.type('#node-dialog-login-username', USER.name);
      await page.type('#node-dialog-login-password', USER.password);
      await page.click('#node-dialog-login-submit');
      await page.waitForSelector('.red-ui-palette-node');
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('#node-dialog-login-username');
    await step('login');
    await logIn();
    await step('use');
    await page.reload();
    await page.waitForSelector('.red-ui-palette-node');
    await step('logout');
    await page.evaluate('RED.user.logout()');
    await page.waitForSelector('#node-dialog-login-username');
    await step('login-2');
    await logIn();
  },
};

async function start(): Promise<Running> {
  const red = createRequire(import.meta.url)('node-red') as NodeRed;
  const userDir = await mkdtemp(join(tmpdir(), 'credtrail-red-'));
  const app = express();
  const server = http.createServer(app);
  const account = { username: USER.name, permissions: '*' };
  red.init(server, {
    userDir,
    httpAdminRoot: '/',
    httpNodeRoot: '/api',
    credentialSecret: false,
    logging: { console: { level: 'fatal' } },
    telemetry: { enabled: false },
    editorTheme: { tours: false },
    adminAuth: {
      type: 'credentials',
      users: async (name: string) => (name === USER.name ? account : null),
      authenticate: async (name: string, password: string) =>
        isUser(name, password) ? account : null,
    },
  });
  app.use('/', red.httpAdmin);
  const url = await listen(server, HOST);
  await red.start();
  const stop = async () => {
    await red.stop();
    server.closeAllConnections();
    await rm(userDir, { recursive: true, force: true });
  };
  return { url, stop };
}
