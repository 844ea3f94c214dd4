import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { GATE, gate } from './support/gate-cookies.js';
import { guestToken, isGuest } from './support/guest-token.js';
import {
  allowAll,
  type OriginOf,
  pages,
  serveParties,
  thirdPartyCookie,
} from './support/parties.js';
import { scriptOf } from './support/trips-page.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'voyages.test';
const GRAPH = 'graph.voyages.test';
const GUARD = 'guard.botward.test';
const PARTNER = 'fares.comparer.test';

/** Ships and trains to compare: each guest gets a token for the prices, behind a waiting room. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-travel',
  docs: [
    // "anonymous session … access_token, refresh_token, scope … anonymous_id"; Authorization:
    // Bearer.
    'https://docs.commercetools.com/api/authorization#access-token-for-anonymous-sessions',
    // "sessionToken": names the results of one search, to be asked for again until they are
    // complete.
    'https://developers.skyscanner.net/docs/flights-live-prices/overview',
    // "QueueITAccepted-SDFrts345E-V3_<event>": who has waited; "queueittoken" in the address.
    'https://github.com/queueit/KnownUser.V3.JavaScript#readme',
    'https://developers.cloudflare.com/waiting-room/reference/waiting-room-cookie/ (__cfwaitingroom)',
    'https://docs.aws.amazon.com/waf/latest/developerguide/waf-tokens.html (aws-waf-token)',
    'https://docs.imperva.com/bundle/advanced-bot-protection (reese84)',
    'https://docs.kasada.io (KP_UIDz, x-kpsdk-ct, x-kpsdk-cd)',
    'https://nextjs.org/docs/pages/building-your-application/routing/internationalization (NEXT_LOCALE)',
  ],
  truth: {
    // Nobody is known: the token lets any guest ask for prices.
    mechanism: ['none', 'bearer-token'],
    host: HOST,
    credentials: [
      // A token of OAuth for a guest's own basket of trips: real, but of nobody who has logged in.
      { carrier: 'body', name: '/access_token', role: ['access-token', 'other'], format: 'jwt' },
      { carrier: 'header', name: 'authorization', role: ['access-token', 'other'], format: 'jwt' },
      {
        carrier: 'sessionStorage',
        name: /^guest.*access_token$/,
        role: ['access-token', 'other'],
        format: 'jwt',
      },
      { carrier: 'body', name: '/scope', role: 'other' },
      { carrier: 'sessionStorage', name: /^guest/, role: ['other', 'device', 'tracking'] },
      {
        carrier: 'cookie',
        name: 'anonymous_id',
        role: ['device', 'tracking', 'other'],
        format: 'uuid',
      },
      { carrier: 'body', name: /anonymous_id$/, role: ['device', 'tracking', 'other'] },
      // The results of a search, which may be shared as a link.
      { carrier: 'url', name: /^(?:searchId|session_id|sessionToken)$/, role: 'other' },
      { carrier: 'body', name: /(?:sessionToken|searchId|offerToken)$/, role: 'other' },
      { carrier: 'cookie', name: /^(?:NEXT_LOCALE|region|currency|market)$/, role: 'preference' },
      { carrier: 'localStorage', name: /^(?:recentSearches|cabin)/, role: ['preference', 'other'] },
      { carrier: 'url', name: /^(?:from|to|page|lang|aff|queueittoken)$/, role: 'other' },
      { carrier: 'header', name: /^x-kpsdk-/, role: ['device', 'other'] },
      {
        carrier: 'header',
        name: /^x-(?:market|request-id|client-version)$/,
        role: ['other', 'preference', 'tracking'],
      },
      { carrier: 'cookie', name: 'cmp_click', role: 'tracking' },
      ...GATE.map(({ name, role }) => ({ carrier: 'cookie' as const, name, role })),
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  start: () =>
    serveParties(HOST, { [HOST]: voyages, [GRAPH]: graph, [GUARD]: guard, [PARTNER]: partner }),
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string) => {
      await page.goto(`${url}${path}`);
      await settle(visit);
    };
    await step('anonymous');
    await open('/');
    await step('use');
    await page.click('#search');
    await waitForText(page, '#found', '3 trips');
    await page.reload();
    await waitForText(page, '#found', '3 trips');
    await page.click('#hold');
    await waitForText(page, '#held', 'held');
    await open('/ferries?lang=fr');
    await page.click('#search');
    await waitForText(page, '#found', '3 trips');
    await open('/trains');
    await page.goto('about:blank');
    await open('/');
    await page.click('#search');
    await waitForText(page, '#found', '3 trips');
  },
};

function voyages(app: Express, originOf: OriginOf): void {
  // The waiting room sends the first request back with its token.
  app.use((request, response, next) => {
    const held = request.get('cookie') ?? '';
    if (!held.includes('QueueITAccepted') && !request.query['queueittoken']) {
      const token =
        `e_spring26~q_${randomUUID()}~ts_${Math.floor(Date.now() / 1000) + 180}` +
        `~ce_true~rt_queue~h_${randomBytes(32).toString('hex')}`;
      return void response.redirect(`${request.path}?queueittoken=${token}`);
    }
    gate(request, response);
    const year = { maxAge: 31_536_000_000, secure: true, sameSite: 'lax' } as const;
    if (!held.includes('anonymous_id')) response.cookie('anonymous_id', randomUUID(), year);
    response.cookie('NEXT_LOCALE', String(request.query['lang'] ?? 'en-GB'), year);
    if (!held.includes('region'))
      response
        .cookie('region', 'GB-SCT', year)
        .cookie('market', 'uk', year)
        .cookie('currency', 'GBP', year);
    next();
  });
  pages(app, ['', 'ferries', 'trains'], {
    body: () => `<button id="search">Search</button><p id="found"></p><button id="hold">Hold</button><p id="held"></p>
<img src="${originOf(PARTNER)}/click.gif?aff=4471" alt=""><script>${scriptOf(originOf(GRAPH), originOf(GUARD))}</script>`,
  });
}

function graph(app: Express): void {
  allowAll(app);
  app.use(express.json(), express.urlencoded({ extended: false }));
  app.post(
    '/oauth/voyages/anonymous/token',
    async (request, response) =>
      void response.json(await guestToken(String(request.body.anonymous_id))),
  );
  app.post('/graphql', async (request, response) => {
    if (!(await isGuest(request.get('authorization'))))
      return void response.status(401).json({ errors: [{ message: 'Unauthenticated' }] });
    const trips = ['a', 'b', 'c'].map((id) => ({
      id,
      offerToken: randomBytes(40).toString('base64url'),
    }));
    const answers: Record<string, object> = {
      CreateSearch: {
        createSearch: {
          searchId: randomUUID(),
          sessionToken: `${randomBytes(24).toString('base64url')}-cells1`,
        },
      },
      Poll: { search: { status: 'COMPLETE', trips } },
      Hold: { hold: { until: '18:04' } },
    };
    response.json({ data: answers[String(request.body.operationName)] });
  });
}

function guard(app: Express): void {
  allowAll(app);
  app.post('/149e9513/fp', (_, response) => {
    response.set({
      'Access-Control-Expose-Headers': 'x-kpsdk-ct',
      'x-kpsdk-ct': `0${randomBytes(64).toString('base64url')}`,
    });
    thirdPartyCookie(response, 'KP_UIDz', `0${randomBytes(64).toString('base64url')}`, 1);
    response.json({ reload: true });
  });
}

function partner(app: Express): void {
  app.get('/click.gif', (_, response) => {
    thirdPartyCookie(response, 'cmp_click', `${randomUUID()}.4471`);
    response.type('gif').send('');
  });
}
