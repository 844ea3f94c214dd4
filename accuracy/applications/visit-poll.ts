import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { pages, script, serveParties } from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'ballot.test';

/**
 * Polls in which everybody may vote once: a cookie remembers it, and what the browser looks like.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-poll',
  docs: [
    // "XSRF-TOKEN … read by script and sent back as X-XSRF-TOKEN": a double submit cookie.
    'https://axios-http.com/docs/req_config (xsrfCookieName, xsrfHeaderName)',
    // "visitorId: the visitor identifier" computed from the browser's traits.
    'https://github.com/fingerprintjs/fingerprintjs/blob/master/docs/api.md',
    // "voted_<poll id>": which answer was given (WP-Polls).
    'https://github.com/lesterchan/wp-polls#readme (cookie logging)',
    'https://github.com/js-cookie/js-cookie#readme',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'XSRF-TOKEN', role: 'csrf' },
      { carrier: 'header', name: 'x-xsrf-token', role: 'csrf' },
      { carrier: 'cookie', name: /^voted_\d+$/, role: ['other', 'preference'] },
      // A number for each browser, so that nobody votes twice.
      { carrier: 'cookie', name: 'voter', role: ['device', 'tracking'], format: 'uuid' },
      { carrier: 'body', name: '/visitorId', role: ['device', 'tracking'] },
      { carrier: 'localStorage', name: 'visitorId', role: ['device', 'tracking'] },
      { carrier: 'localStorage', name: /^polls/, role: ['preference', 'other'] },
      { carrier: 'cookie', name: 'results_view', role: 'preference' },
      { carrier: 'body', name: /^\/(?:choice|poll|result|receipt)/, role: 'other' },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: ballot }),
  async visit(visit) {
    const { page, url, step } = visit;
    const vote = async (poll: string) => {
      await page.goto(`${url}/${poll}`);
      await page.click('#yes');
      await waitForText(page, '#result', 'votes');
    };
    await step('anonymous');
    await read(visit, ['/', '/cats']);
    await step('use');
    await vote('cats');
    await page.reload();
    await settle(visit);
    await vote('dogs');
    await page.click('#yes');
    await settle(visit);
    await page.goto('about:blank');
    await read(visit, ['/', '/dogs']);
  },
};

const cookiesOf = (header = '') =>
  new Map(header.split('; ').map((pair) => pair.split('=') as [string, string]));

function ballot(app: Express): void {
  app.use(express.json());
  app.use((request, response, next) => {
    const held = cookiesOf(request.get('cookie'));
    if (!held.has('XSRF-TOKEN'))
      response.cookie('XSRF-TOKEN', randomBytes(24).toString('base64url'), {
        secure: true,
        sameSite: 'strict',
      });
    if (!held.has('voter'))
      response.cookie('voter', randomUUID(), {
        secure: true,
        httpOnly: true,
        sameSite: 'lax',
        maxAge: 31_536_000_000,
      });
    next();
  });
  const voted = new Set<string>();
  app.post('/vote', (request, response) => {
    const held = cookiesOf(request.get('cookie'));
    if (request.get('x-xsrf-token') !== held.get('XSRF-TOKEN'))
      return void response.sendStatus(403);
    const { poll, visitorId } = request.body as { poll: string; visitorId: string };
    const again = voted.has(poll + visitorId);
    voted.add(poll + visitorId);
    response.cookie(`voted_${poll === 'cats' ? 17 : 18}`, '1', {
      maxAge: 2_592_000_000,
      secure: true,
    });
    response.json({
      result: `${again ? 41 : 42} votes`,
      receipt: again ? 'counted before' : 'counted',
    });
  });
  script(
    app,
    '/poll.js',
    `import FingerprintJS from '@fingerprintjs/fingerprintjs';
import Cookies from 'js-cookie';
const visitor = FingerprintJS.load({ monitoring: false }).then((agent) => agent.get()).then(({ visitorId }) => { localStorage.setItem('visitorId', visitorId); return visitorId; });
Cookies.set('results_view', 'bars', { expires: 365 });
document.querySelector('#yes').onclick = async () => {
  const poll = location.pathname.slice(1);
  const answer = await fetch('/vote', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': Cookies.get('XSRF-TOKEN') }, body: JSON.stringify({ poll, choice: 'yes', visitorId: await visitor }) });
  document.querySelector('#result').textContent = (await answer.json()).result;
  localStorage.setItem('polls', JSON.stringify([...JSON.parse(localStorage.getItem('polls') ?? '[]'), poll]));
};`,
  );
  pages(app, ['', 'cats', 'dogs'], {
    head: () => '<script defer src="/poll.js"></script>',
    body: () => '<button id="yes">Yes</button><p id="result"></p>',
  });
}
