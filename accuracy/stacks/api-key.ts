import { randomBytes } from 'node:crypto';
import express from 'express';
import { waitForText } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { html } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const KEY = randomBytes(20).toString('hex');

/** A map page that identifies itself, not its user, with a key in a header. */
export const stack: Stack = {
  name: 'api-key',
  half: 'tuning',
  docs: [
    // "Some APIs use API keys for authorization … X-API-Key: abcdef12345".
    'https://swagger.io/docs/specification/v3_0/authentication/api-keys/',
  ],
  noSecondLogin: 'nobody logs in: the page has a key',
  truth: {
    mechanism: 'api-key',
    host: 'api-key.test',
    credentials: [
      { carrier: 'header', name: 'x-api-key', role: 'api-key' },
      { carrier: 'localStorage', name: 'zoom', role: 'preference' },
    ],
  },
  start: () => serve('api-key.test', () => app()),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await waitForText(page, '#answer', 'tile');
    await step('use');
    await page.click('#more');
    await waitForText(page, '#answer', 'tile 2');
    await step('logout');
    await page.reload();
    await waitForText(page, '#answer', 'tile');
  },
};

const PAGE = html(
  'Map',
  `<p id="answer"></p><button id="more">More</button><script>
localStorage.setItem('zoom', '7');
let next = 1;
async function load() {
  const answer = await fetch('/api/tiles/' + next++, { headers: { 'X-API-Key': '${KEY}' } });
  document.querySelector('#answer').textContent = (await answer.json()).name;
}
document.querySelector('#more').onclick = load;
load();
</script>`,
);

function app() {
  const site = express();
  site.get('/', (_, response) => void response.send(PAGE));
  site.use((request, response, next) =>
    request.get('x-api-key') === KEY ? next() : void response.sendStatus(401),
  );
  site.get(
    '/api/tiles/:id',
    (request, response) => void response.json({ name: `tile ${request.params.id}` }),
  );
  return site;
}
