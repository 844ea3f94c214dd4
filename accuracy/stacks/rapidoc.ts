import { randomBytes } from 'node:crypto';
import express from 'express';
import type { Page } from 'puppeteer-core';
import { packageFile } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { html } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const HEADER_KEY = randomBytes(24).toString('base64url');
const QUERY_KEY = randomBytes(16).toString('hex');

/**
 * An API explorer into which a developer types two keys: one goes into a header, one into the
 * address.
 */
export const stack: Stack = {
  name: 'rapidoc',
  half: 'tuning',
  docs: [
    // "persist-auth: … If set to true … the authentication keys … are persisted in local storage".
    'https://rapidocweb.com/api.html',
    // "apiKey … in: query, header, cookie".
    'https://spec.openapis.org/oas/v3.1.0.html#security-scheme-object',
  ],
  noSecondLogin: 'a key is typed into the page: no request is a login',
  truth: {
    mechanism: 'api-key',
    host: 'rapidoc.test',
    credentials: [
      { carrier: 'header', name: 'x-weather-key', role: 'api-key' },
      { carrier: 'url', name: 'appid', role: 'api-key' },
      { carrier: 'localStorage', name: /^rapidoc\/\w+\/(value|finalKeyValue)$/, role: 'api-key' },
      // The rest of the scheme, as the API's description has it.
      { carrier: 'localStorage', name: /^rapidoc/, role: 'other' },
      { carrier: 'url', name: 'city', role: 'other' },
      { carrier: 'cookie', name: 'units', role: 'preference' },
    ],
  },
  start: () => serve('rapidoc.test', (origin) => app(origin)),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await tryOut(page, 401);
    await step('login');
    await typeKey(page, 'headerKey', HEADER_KEY);
    await typeKey(page, 'queryKey', QUERY_KEY);
    await step('use');
    await tryOut(page, 200);
    await step('logout');
    await page.goto(`${url}/`);
  },
};

async function typeKey(page: Page, scheme: string, key: string): Promise<void> {
  await page.locator(`rapi-doc >>> #security-scheme-${scheme} .api-key-input`).fill(key);
  const button = await page.waitForSelector(`rapi-doc >>> #security-scheme-${scheme} button`);
  await button!.evaluate((element) => (element as HTMLElement).click());
}

async function tryOut(page: Page, status: number): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.url().includes('/v1/weather') && response.status() === status,
  );
  // By script: the page moves while it renders, and a click of the mouse would miss.
  const button = await page.waitForSelector('rapi-doc >>> api-request >>> button[part~="btn-try"]');
  await button!.evaluate((element) => (element as HTMLElement).click());
  await answered;
}

const PAGE = html(
  'Weather API',
  '<rapi-doc spec-url="/openapi.json" render-style="read" persist-auth="true" ' +
    'load-fonts="false"></rapi-doc>',
  '<script type="module" src="/rapidoc-min.js"></script>',
);

const description = (origin: string) => ({
  openapi: '3.1.0',
  info: { title: 'Weather', version: '1' },
  servers: [{ url: origin }],
  security: [{ headerKey: [], queryKey: [] }],
  paths: {
    '/v1/weather': {
      get: {
        summary: 'Weather now',
        parameters: [{ name: 'city', in: 'query', schema: { type: 'string' }, example: 'London' }],
        responses: { 200: { description: 'Weather' } },
      },
    },
  },
  components: {
    securitySchemes: {
      headerKey: { type: 'apiKey', in: 'header', name: 'X-Weather-Key' },
      queryKey: { type: 'apiKey', in: 'query', name: 'appid' },
    },
  },
});

function app(origin: string) {
  const site = express().disable('etag');
  site.get(
    '/',
    (_, response) => void response.cookie('units', 'metric', { maxAge: 31_536_000_000 }).send(PAGE),
  );
  site.get('/rapidoc-min.js', (_, response) =>
    response.sendFile(packageFile('rapidoc', 'dist/rapidoc-min.js')),
  );
  site.get('/openapi.json', (_, response) => void response.json(description(origin)));
  site.get('/v1/weather', (request, response) => {
    const known = request.get('x-weather-key') === HEADER_KEY && request.query.appid === QUERY_KEY;
    response
      .status(known ? 200 : 401)
      .json(known ? { temperature: 11 } : { message: 'Invalid API key' });
  });
  return site;
}
