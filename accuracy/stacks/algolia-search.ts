import { randomBytes, randomUUID } from 'node:crypto';
import express from 'express';
import { waitForText } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { html } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const SEARCH_KEY = randomBytes(16).toString('hex');

/** A shop's search: Algolia's client with a public key, a consent banner and Snowplow around it. */
export const stack: Stack = {
  name: 'algolia-search',
  half: 'tuning',
  docs: [
    // "Search-only API key: This is the public key which can be safely used in your frontend code".
    'https://www.algolia.com/doc/guides/security/api-keys/',
    // "x-algolia-api-key", "x-algolia-application-id": parameters or headers.
    'https://www.algolia.com/doc/rest-api/search/',
    // "cookieconsent_status": 'dismiss' | 'allow' | 'deny'.
    'https://github.com/osano/cookieconsent/wiki',
    // "_sp_id … domain_userid"; "_sp_ses"; collector: "sp … network_userid".
    'https://docs.snowplow.io/docs/sources/web-trackers/cookies-and-local-storage/',
  ],
  noSecondLogin: 'nobody logs in: the page has a key',
  truth: {
    mechanism: 'api-key',
    host: 'algolia-search.test',
    credentials: [
      { carrier: 'url', name: 'x-algolia-api-key', role: 'api-key' },
      { carrier: 'header', name: 'x-algolia-api-key', role: 'api-key' },
      { carrier: 'url', name: /^x-algolia-(application-id|agent)$/, role: 'other' },
      { carrier: 'cookie', name: 'cookieconsent_status', role: 'consent' },
      { carrier: 'cookie', name: /^_sp_(id|ses)\./, role: 'tracking' },
      { carrier: 'cookie', name: 'sp', role: 'tracking' },
      { carrier: 'localStorage', name: /^snowplowOutQueue/, role: ['tracking', 'other'] },
      // "duid: domain user id", "nuid: network user id", "sid: session id" of the tracker protocol.
      { carrier: 'body', name: /^\/data\/\d+\//, role: ['tracking', 'other'] },
      { carrier: 'body', name: /^\/(queryID|results)/, role: ['tracking', 'other'] },
    ],
  },
  start: () => serve('algolia-search.test', () => app()),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.locator('.cc-allow').click();
    await step('use');
    await page.type('#query', 'lamp');
    await waitForText(page, '#hits', 'Lamp');
    await page.reload();
    await page.type('#query', 'desk');
    await waitForText(page, '#hits', 'Desk');
    await step('logout');
    await page.goto(`${url}/`);
  },
};

const PAGE = html(
  'Shop',
  `<input id="query"><p id="hits"></p><script>
cookieconsent.initialise({ type: 'opt-in', content: { href: '/' } });
snowplowBrowserTracking.newTracker('shop', location.origin, { appId: 'shop', bufferSize: 1, cookieSecure: false });
snowplowBrowserTracking.trackPageView();
const { liteClient } = window['algoliasearch/lite'];
const client = liteClient('B1G2GM9NG0', '${SEARCH_KEY}', { hosts: [{ url: location.host, accept: 'readWrite', protocol: 'http' }] });
document.querySelector('#query').oninput = async ({ target }) => {
  const { results } = await client.search({ requests: [{ indexName: 'products', query: target.value, clickAnalytics: true }] });
  document.querySelector('#hits').textContent = results[0].hits.map(({ name }) => name).join(', ');
};
</script>`,
  ['cookieconsent', 'snowplow', 'algolia']
    .map((name) => `<script src="/${name}.js"></script>`)
    .join(''),
);

function app() {
  const site = express();
  const script = (path: string, file: string) =>
    site.get(path, (_, response) => response.sendFile(file));
  script('/cookieconsent.js', packageFile('cookieconsent', 'build/cookieconsent.min.js'));
  script('/snowplow.js', packageFile('@snowplow/browser-tracker', 'dist/index.umd.min.js'));
  script('/algolia.js', packageFile('algoliasearch', 'dist/lite/builds/browser.umd.js'));
  site.get('/', (_, response) => void response.send(PAGE));
  site.post('/com.snowplowanalytics.snowplow/tp2', (_, response) => {
    response.cookie('sp', randomUUID(), { maxAge: 31_536_000_000 }).send('ok');
  });
  // Sent as text/plain, so that the browser asks no permission of another origin.
  site.post(
    '/1/indexes/*index/queries',
    express.json({ type: () => true }),
    (request, response) => {
      const key = request.get('x-algolia-api-key') ?? request.query['x-algolia-api-key'];
      if (key !== SEARCH_KEY)
        return void response
          .status(403)
          .json({ message: 'Invalid Application-ID or API key', status: 403 });
      const hits = [
        { objectID: '1', name: 'Lamp' },
        { objectID: '2', name: 'Desk' },
      ];
      response.json({
        results: [
          { hits, nbHits: 2, page: 0, index: 'products', queryID: randomBytes(16).toString('hex') },
        ],
      });
    },
  );
  return site;
}
