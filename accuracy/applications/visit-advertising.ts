import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Label } from '../support/stack.js';
import { PARTIES } from './support/ad-cookies.js';
import type { Application } from './support/application.js';
import {
  allowAll,
  type OriginOf,
  pages,
  PIXEL,
  script,
  serveParties,
  thirdPartyCookie,
} from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'crosswords.test';
const BIDDER = 'prebid.auctioneer.test';
const ADS = 'cdn.bannerworks.test';
const SYNCS = [
  'ib.nexus.test',
  'match.tradedesk.test',
  'image.pubmat.test',
  'gum.critic.test',
  'ad.doubleclicks.test',
];

/** Crosswords paid for by advertisements: Prebid.js with an auction of its own, and cookie syncs. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-advertising',
  docs: [
    // "_sharedID"/"_pubcid: a random UUID", kept as cookie or in localStorage.
    'https://docs.prebid.org/dev-docs/modules/userid-submodules/sharedid.html',
    // "pubProvidedId", "user.ext.eids": ids in the bid request.
    'https://docs.prebid.org/dev-docs/modules/userId.html',
    // "uids: a cookie of base64 JSON with the ids of the bidders"; /cookie_sync, /setuid.
    'https://docs.prebid.org/prebid-server/developers/pbs-cookie-sync.html',
    'https://docs.prebid.org/prebid-server/endpoints/openrtb2/pbs-endpoint-auction.html',
    'accuracy/applications/support/ad-cookies.ts (each company and its list of cookies)',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^(?:_sharedID|_pubcid)/, role: 'tracking' },
      {
        carrier: 'localStorage',
        name: /^(?:_sharedID|_pubcid|pbjs|_prebid|sharedid)/,
        role: 'tracking',
      },
      { carrier: 'cookie', name: 'uids', host: BIDDER, role: 'tracking' },
      {
        carrier: 'cookie',
        name: /^(?:frequency|seen_ads)$/,
        role: ['tracking', 'preference', 'other'],
      },
      ...SYNCS.flatMap((host) =>
        PARTIES[host]!.map(({ name, role }): Label => ({ carrier: 'cookie', name, host, role })),
      ),
      {
        carrier: 'url',
        name: /^(?:bidder|uid|gdpr|gdpr_consent|us_privacy|redir|cb|price|slot|f)$/,
        role: ['tracking', 'consent', 'other'],
      },
      { carrier: 'body', name: /./, host: BIDDER, role: ['tracking', 'consent', 'other'] },
    ],
  },
  start: () =>
    serveParties(HOST, {
      [HOST]: crosswords,
      [BIDDER]: auction,
      [ADS]: banners,
      ...Object.fromEntries(
        SYNCS.map((host) => [host, (app: Express, of: OriginOf) => sync(app, of, host)]),
      ),
    }),
  async visit(visit) {
    const { page, step } = visit;
    const solve = async (path: string) => {
      await read(visit, [path]);
      await page.waitForSelector('#slot img');
      await settle(visit);
    };
    await step('anonymous');
    await solve('/');
    await step('use');
    await solve('/easy');
    await solve('/cryptic');
    await page.reload();
    await settle(visit);
    await page.goto('about:blank');
    await solve('/');
  },
};

function crosswords(app: Express, originOf: OriginOf): void {
  const bidder = originOf(BIDDER);
  script(
    app,
    '/ads.js',
    `import pbjs from 'prebid.js';
import 'prebid.js/modules/prebidServerBidAdapter';
import 'prebid.js/modules/userId';
import 'prebid.js/modules/sharedIdSystem';
pbjs.processQueue();
pbjs.que.push(() => {
  pbjs.setConfig({
    bidderTimeout: 3000,
    userSync: { userIds: [{ name: 'sharedId', storage: { name: '_sharedID', type: 'cookie', expires: 28 } }], auctionDelay: 50, syncDelay: 100 },
    s2sConfig: [{ accountId: 'crosswords', bidders: ['nexus'], defaultVendor: undefined, timeout: 2000, enabled: true, adapter: 'prebidServer',
      endpoint: { p1Consent: '${bidder}/openrtb2/auction', noP1Consent: '${bidder}/openrtb2/auction' },
      syncEndpoint: { p1Consent: '${bidder}/cookie_sync', noP1Consent: '${bidder}/cookie_sync' } }],
  });
  pbjs.addAdUnits([{ code: 'slot', mediaTypes: { banner: { sizes: [[300, 250]] } }, bids: [{ bidder: 'nexus', params: { placementId: 13144370 } }] }]);
  pbjs.requestBids({ bidsBackHandler: () => {
    const [bid] = pbjs.getHighestCpmBids('slot');
    const seen = Number(document.cookie.match(/frequency=(\\d+)/)?.[1] ?? 0) + 1;
    document.cookie = 'frequency=' + seen + '; path=/; max-age=86400';
    document.querySelector('#slot').innerHTML = bid?.ad ?? '<img src="${originOf(ADS)}/house.gif">';
  } });
});`,
  );
  pages(app, ['', 'easy', 'cryptic'], {
    head: () => '<script defer src="/ads.js"></script>',
    body: () => '<p>Seven down: a flower (4)</p><div id="slot"></div>',
  });
}

function auction(app: Express, originOf: OriginOf): void {
  allowAll(app);
  app.use(express.text({ type: () => true, limit: '1mb' }));
  app.post('/openrtb2/auction', (request, response) => {
    const { id, imp, cur } = JSON.parse(String(request.body)) as {
      id: string;
      imp: { id: string }[];
      cur?: string[];
    };
    const bids = imp.map(({ id: impid }) => ({
      id: randomUUID(),
      impid,
      price: 1.25,
      adm: `<img src="${originOf(ADS)}/banner.gif?price=1.25&slot=${impid}" alt="">`,
      crid: '29681110',
      w: 300,
      h: 250,
      ext: { prebid: { type: 'banner' } },
    }));
    response.json({ id, cur: cur?.[0] ?? 'USD', seatbid: [{ seat: 'nexus', bid: bids }] });
  });
  app.post('/cookie_sync', (_, response) => {
    const bidder_status = SYNCS.map((host) => ({
      bidder: host.split('.')[1],
      no_cookie: true,
      usersync: {
        url: `${originOf(host)}/getuid?redir=${encodeURIComponent(`${originOf(BIDDER)}/setuid?bidder=${host.split('.')[1]}&uid=`)}`,
        type: 'redirect',
        supportCORS: false,
      },
    }));
    response.json({ status: 'ok', bidder_status });
  });
  app.get('/setuid', (request, response) => {
    const uids = {
      tempUIDs: {
        [String(request.query['bidder'])]: {
          uid: String(request.query['uid']),
          expires: new Date(Date.now() + 1_209_600_000),
        },
      },
      bday: new Date(),
    };
    if (!request.get('cookie')?.includes('uids=') || request.query['bidder'] === 'nexus')
      thirdPartyCookie(
        response,
        'uids',
        Buffer.from(JSON.stringify(uids)).toString('base64url'),
        90,
      );
    response.type('gif').send(PIXEL);
  });
}

function sync(app: Express, _: OriginOf, host: string): void {
  app.get('/getuid', (request, response) => {
    const held = request.get('cookie') ?? '';
    for (const { name, days, make } of PARTIES[host]!)
      if (!held.includes(`${name}=`)) thirdPartyCookie(response, name, make(), days);
    response.redirect(`${String(request.query['redir'])}${randomBytes(8).readBigUInt64BE(0)}`);
  });
}

function banners(app: Express): void {
  app.use((request, response) => {
    if (!request.get('cookie'))
      thirdPartyCookie(response, 'seen_ads', `29681110.${Date.now()}`, 30);
    response.type('gif').send(PIXEL);
  });
}
