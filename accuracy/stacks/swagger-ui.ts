import { randomBytes } from 'node:crypto';
import express from 'express';
import { packageFolder } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { html, PROFILE } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const KEY = randomBytes(24).toString('base64url');

/** Swagger UI, where a person enters an API key that it keeps and sends. */
export const stack: Stack = {
  name: 'swagger-ui',
  half: 'held-out',
  docs: [
    // "persistAuthorization: If set to true, it persists authorization data and it would not be
    // lost on browser close/refresh" (localStorage item `authorized`).
    'https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/',
  ],
  noSecondLogin: 'a key is typed into the page: no request is a login',
  truth: {
    mechanism: 'api-key',
    host: 'swagger-ui.test',
    credentials: [
      { carrier: 'header', name: 'x-shop-key', role: 'api-key' },
      { carrier: 'localStorage', name: 'authorized/shopKey/value', role: 'api-key' },
      { carrier: 'localStorage', name: /^authorized\//, role: 'other' },
    ],
  },
  start: () => serve('swagger-ui.test', () => app()),
  async visit({ page, url, step }) {
    const execute = async (answer: string) => {
      await page.click('.btn.execute');
      await page.waitForFunction(
        (text) => document.querySelector('.live-responses-table')?.textContent?.includes(text),
        {},
        answer,
      );
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await (await page.waitForSelector('.opblock-summary'))?.click();
    await (await page.waitForSelector('.try-out__btn'))?.click();
    await page.waitForSelector('.btn.execute');
    await execute('401');
    await step('login');
    await page.click('.btn.authorize');
    await (await page.waitForSelector('.auth-container input'))?.type(KEY);
    await page.click('.auth-btn-wrapper .authorize');
    await page.click('.auth-btn-wrapper .btn-done');
    await step('use');
    await execute('Ada');
    await execute('Ada');
    await step('logout');
    await page.click('.btn.authorize');
    await (await page.waitForSelector('.auth-btn-wrapper .btn.modal-btn.auth'))?.click();
    await page.click('.auth-btn-wrapper .btn-done');
    await execute('401');
  },
};

const PAGE = html(
  'API',
  '<div id="ui"></div><script>SwaggerUIBundle({ url: "/openapi.json", dom_id: "#ui", ' +
    'persistAuthorization: true });</script>',
  '<link rel="stylesheet" href="/ui/swagger-ui.css"><script src="/ui/swagger-ui-bundle.js">' +
    '</script>',
);

const OPENAPI = {
  openapi: '3.0.3',
  info: { title: 'Shop', version: '1.2.3' },
  paths: {
    '/profile': {
      get: { security: [{ shopKey: [] }], responses: { 200: { description: 'The profile' } } },
    },
  },
  components: {
    securitySchemes: { shopKey: { type: 'apiKey', in: 'header', name: 'X-Shop-Key' } },
  },
};

function app() {
  const site = express();
  site.get('/', (_, response) => void response.send(PAGE));
  site.get('/openapi.json', (_, response) => void response.json(OPENAPI));
  site.use('/ui', express.static(packageFolder('swagger-ui-dist')));
  site.get('/profile', (request, response) => {
    const known = request.get('x-shop-key') === KEY;
    response.status(known ? 200 : 401).json(known ? PROFILE : { error: 'unauthorized' });
  });
  return site;
}
