import { randomBytes } from 'node:crypto';
import express from 'express';
import { waitForText } from '../support/drive.js';
import { packageFile, packageFolder } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { html } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const SEARCH_KEY = randomBytes(32).toString('hex');
const APP_KEY = randomBytes(20).toString('hex');

/**
 * A handbook whose search sends its public key as bearer; nobody logs in. Countly counts the
 * visits.
 */
export const stack: Stack = {
  name: 'meilisearch',
  half: 'tuning',
  docs: [
    // "Default Search API Key: intended for frontend"; "Authorization: Bearer API_KEY".
    'https://www.meilisearch.com/docs/learn/security/basic_security',
    'https://www.meilisearch.com/docs/reference/api/overview#authorization',
    // "app_key … used to identify and authenticate the app"; cly_id "device id", cly_session.
    'https://support.countly.com/hc/en-us/articles/360037441932-Web-analytics-JavaScript',
  ],
  noSecondLogin: 'nobody logs in: the page has a key',
  truth: {
    mechanism: 'api-key',
    host: 'meilisearch.test',
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'api-key' },
      { carrier: 'localStorage', name: /\/cly_id$/, role: ['tracking', 'device'] },
      { carrier: 'localStorage', name: /\/cly_/, role: ['tracking', 'other'] },
      // Public, but what the server lets an app report by.
      { carrier: 'body', name: 'app_key', role: ['api-key', 'tracking', 'other'] },
      { carrier: 'url', name: 'app_key', role: ['api-key', 'tracking', 'other'] },
      { carrier: 'body', name: 'device_id', role: ['tracking', 'device'] },
      { carrier: 'url', name: 'device_id', role: ['tracking', 'device'] },
      { carrier: 'localStorage', name: /^recentSearches/, role: 'preference' },
      // "analyticsBatch", "requestUid": numbers of requests.
      { carrier: 'body', name: /uid$/i, role: 'other' },
    ],
  },
  start: () => serve('meilisearch.test', () => app()),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await step('use');
    for (const word of ['cookie', 'token']) {
      await page.goto(`${url}/?about=${word}`);
      await page.type('#query', word);
      await waitForText(page, '#hits', `About ${word}`);
    }
    await step('logout');
    await page.goto(`${url}/`);
  },
};

const PAGE = html(
  'Handbook',
  `<input id="query"><p id="hits"></p><script>
Countly.init({ app_key: '${APP_KEY}', url: location.origin, interval: 200 });
Countly.track_sessions();
Countly.track_pageview();
</script><script type="module">
import { Meilisearch } from '/meilisearch/index.js';
const client = new Meilisearch({ host: location.origin, apiKey: '${SEARCH_KEY}' });
document.querySelector('#query').oninput = async ({ target }) => {
  localStorage.setItem('recentSearches', JSON.stringify([target.value]));
  const { hits } = await client.index('pages').search(target.value);
  document.querySelector('#hits').textContent = hits.map(({ title }) => title).join(', ');
};
</script>`,
  '<script src="/countly.js"></script>',
);

function app() {
  const site = express();
  site.use('/meilisearch', express.static(`${packageFolder('meilisearch')}/dist`));
  site.get('/countly.js', (_, response) =>
    response.sendFile(packageFile('countly-sdk-web', 'lib/countly.min.js')),
  );
  site.get('/', (_, response) => void response.send(PAGE));
  site.use(/^\/(i|o)(\/.*)?$/, (_, response) => void response.json({ result: 'Success' }));
  site.post('/indexes/:index/search', express.json(), (request, response) => {
    if (request.get('authorization') !== `Bearer ${SEARCH_KEY}`)
      return void response
        .status(403)
        .json({ message: 'The provided API key is invalid.', code: 'invalid_api_key' });
    response.json({
      hits: [{ id: 1, title: `About ${request.body.q}` }],
      query: request.body.q,
      processingTimeMs: 1,
      requestUid: crypto.randomUUID(),
    });
  });
  return site;
}
