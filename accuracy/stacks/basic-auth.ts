import express from 'express';
import basicAuth from 'express-basic-auth';
import { serve } from '../support/serve.js';
import { html, PROFILE, USER } from '../support/site.js';
import type { Stack } from '../support/stack.js';

/** The browser's own login dialog. */
export const stack: Stack = {
  name: 'basic-auth',
  half: 'tuning',
  docs: [
    // "The module will … inspect the Authorization header"; challenge: "the middleware … responds
    // with WWW-Authenticate: Basic". RFC 7617: user-id and password with every request.
    'https://github.com/LionC/express-basic-auth#readme',
  ],
  noSecondLogin:
    'a browser sends name and password until it is closed (RFC 9110 §11.6.1): nobody logs out',
  truth: {
    mechanism: 'basic',
    host: 'basic-auth.test',
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'cookie', name: 'theme', role: 'preference' },
    ],
  },
  start: () => serve('basic-auth.test', () => app()),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/reports`).catch(() => undefined);
    await step('login');
    await page.authenticate({ username: USER.name, password: USER.password });
    await page.goto(`${url}/reports`);
    await step('use');
    for (const path of ['/reports/1', '/reports/2', '/api/profile']) await page.goto(url + path);
    await step('logout');
    await page.goto(`${url}/`);
  },
};

function app() {
  const site = express();
  site.use((_, response, next) => {
    response.cookie('theme', 'light', { maxAge: 31_536_000_000 });
    next();
  });
  site.get(
    '/',
    (_, response) => void response.send(html('Home', '<a href="/reports">Reports</a>')),
  );
  site.use(basicAuth({ users: { [USER.name]: USER.password }, challenge: true, realm: 'reports' }));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.get(
    /^\/reports/,
    (request, response) => void response.send(html('Reports', `<p>${request.path}</p>`)),
  );
  return site;
}
