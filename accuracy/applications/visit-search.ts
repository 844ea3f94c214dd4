import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import {
  allowAll,
  clientFiles,
  type OriginOf,
  pages,
  script,
  serveParties,
} from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'bookshelf.test';
const ALGOLIA = 'b1g2gm9ng0-dsn.findings.test';
const INSIGHTS = 'insights.findings.test';
const MEILI = 'ms-4f2a.searching.test';
const APP_ID = 'B1G2GM9NG0';
const SEARCH_KEY = randomBytes(16).toString('hex');
const MEILI_KEY = randomBytes(32).toString('hex');
const BOOKS = ['Middlemarch', 'Mansfield Park', 'Emma', 'Evelina', 'Persuasion'];

/** A shelf of books, searched by two services with keys that can only search. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-search',
  docs: [
    // "Search-only API key: … can be safely used in your frontend code".
    'https://www.algolia.com/doc/guides/security/api-keys/',
    'https://www.algolia.com/doc/rest-api/search/ (x-algolia-api-key, x-algolia-application-id)',
    // "_ALGOLIA: anonymous user token", "userToken", "queryID".
    'https://www.algolia.com/doc/guides/sending-events/concepts/usertoken/',
    // "Default Search API Key: … can be used from the front end"; Authorization: Bearer.
    'https://www.meilisearch.com/docs/learn/security/basic_security',
  ],
  truth: {
    // The search has a key, which stands for the site and not for its visitor.
    mechanism: ['none', 'api-key'],
    host: HOST,
    credentials: [
      { carrier: 'url', name: /^x-algolia-api-key$/i, role: 'api-key' },
      { carrier: 'header', name: 'x-algolia-api-key', role: 'api-key' },
      { carrier: 'body', name: /(?:apiKey|x-algolia-api-key)$/i, role: 'api-key' },
      {
        carrier: 'url',
        name: /^x-algolia-(?:application-id|agent|usertoken|request-id)$/i,
        role: ['other', 'tracking'],
      },
      { carrier: 'header', name: /^x-algolia-(?!api-key)/, role: ['other', 'tracking'] },
      { carrier: 'header', name: 'authorization', host: MEILI, role: 'api-key' },
      { carrier: 'header', name: 'x-meilisearch-client', role: 'other' },
      { carrier: 'cookie', name: '_ALGOLIA', role: 'tracking' },
      {
        carrier: 'localStorage',
        name: /^(?:algoliasearch-client-js|ALGOLIA)/,
        role: ['other', 'tracking', 'preference'],
      },
      { carrier: 'localStorage', name: /^(?:recent|shelf)/, role: 'preference' },
      {
        carrier: 'body',
        name: /(?:userToken|queryID|authenticatedUserToken)$/,
        role: ['tracking', 'other'],
      },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  start: () =>
    serveParties(HOST, { [HOST]: shelf, [ALGOLIA]: algolia, [INSIGHTS]: insights, [MEILI]: meili }),
  async visit(visit) {
    const { page, url, step } = visit;
    const search = async (field: string, text: string, found: string) => {
      await page.type(field, text);
      await waitForText(page, '#hits', found);
      await settle(visit);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await waitForText(page, '#hits', 'Emma');
    await step('use');
    await search('.ais-SearchBox-input', 'Midd', 'Middlemarch');
    await page.goto(`${url}/second-hand`);
    await search('#query', 'Pers', 'Persuasion');
    await page.reload();
    await search('#query', 'Ev', 'Evelina');
    await page.goto('about:blank');
    await page.goto(`${url}/`);
    await search('.ais-SearchBox-input', 'Man', 'Mansfield');
  },
};

function shelf(app: Express, originOf: OriginOf): void {
  clientFiles(app, {
    '/instantsearch.js': 'instantsearch.js/dist/instantsearch.production.min.js',
  });
  const host = (name: string) => originOf(name).replace('https://', '');
  script(
    app,
    '/algolia.js',
    `import { liteClient } from 'algoliasearch/lite';
window.algolia = liteClient('${APP_ID}', '${SEARCH_KEY}', { hosts: [{ url: '${host(ALGOLIA)}', accept: 'readWrite', protocol: 'https' }] });`,
  );
  script(
    app,
    '/meili.js',
    `import { Meilisearch } from 'meilisearch';
const books = new Meilisearch({ host: '${originOf(MEILI)}', apiKey: '${MEILI_KEY}' }).index('books');
document.querySelector('#query').oninput = async ({ target }) => {
  const { hits } = await books.search(target.value, { limit: 5 });
  document.querySelector('#hits').textContent = hits.map(({ name }) => name).join(', ');
  localStorage.setItem('recent', JSON.stringify([target.value]));
};`,
  );
  const instant = `
const search = instantsearch({ indexName: 'books', searchClient: algolia });
search.addWidgets([
  instantsearch.widgets.searchBox({ container: '#box' }),
  instantsearch.widgets.hits({ container: '#hits', templates: { item: ({ name }) => name } }),
]);
search.start();
const anonymous = document.cookie.match(/_ALGOLIA=([^;]+)/)?.[1] ?? 'anonymous-' + crypto.randomUUID();
document.cookie = '_ALGOLIA=' + anonymous + '; path=/; max-age=15552000';
fetch('${originOf(INSIGHTS)}/1/events?X-Algolia-Application-Id=${APP_ID}&X-Algolia-API-Key=${SEARCH_KEY}', { method: 'POST', body: JSON.stringify({ events: [{ eventType: 'view', eventName: 'Shelf', index: 'books', userToken: anonymous, objectIDs: ['1'] }] }) });
localStorage.setItem('shelf', 'grid');`;
  pages(app, ['', 'second-hand'], {
    head: (name) =>
      name ? '' : '<script src="/algolia.js"></script><script src="/instantsearch.js"></script>',
    body: (name) =>
      name
        ? '<input id="query"><p id="hits"></p><script src="/meili.js"></script>'
        : `<div id="box"></div><div id="hits"></div><script>${instant}</script>`,
  });
}

const hitsFor = (text: string) =>
  BOOKS.filter((name) => name.toLowerCase().startsWith(text.toLowerCase())).map((name) => ({
    objectID: String(BOOKS.indexOf(name)),
    name,
  }));

function algolia(app: Express): void {
  allowAll(app);
  app.use(express.text({ type: () => true }));
  app.post(/queries$/, (request, response) => {
    const key = request.get('x-algolia-api-key') ?? request.query['x-algolia-api-key'];
    if (key !== SEARCH_KEY) return void response.status(403).json({ message: 'Invalid API key' });
    const { requests } = JSON.parse(String(request.body)) as {
      requests: { indexName: string; query?: string; params?: { query?: string } }[];
    };
    response.json({
      results: requests.map(({ indexName, query, params }) => {
        const text = query ?? params?.query ?? '';
        const hits = hitsFor(text);
        return {
          hits,
          index: indexName,
          query: text,
          nbHits: hits.length,
          page: 0,
          nbPages: 1,
          hitsPerPage: 20,
          processingTimeMS: 1,
          exhaustiveNbHits: true,
          params: '',
          queryID: randomBytes(16).toString('hex'),
        };
      }),
    });
  });
}

function insights(app: Express): void {
  allowAll(app);
  app.use((_, response) => void response.json({ status: 200, message: 'OK' }));
}

function meili(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.post('/indexes/books/search', (request, response) => {
    if (request.get('authorization') !== `Bearer ${MEILI_KEY}`)
      return void response.sendStatus(403);
    const query = String((request.body as { q?: string }).q ?? '');
    response.json({
      hits: hitsFor(query),
      query,
      processingTimeMs: 0,
      limit: 5,
      offset: 0,
      estimatedTotalHits: 1,
      requestUid: randomUUID(),
    });
  });
}
