import { randomBytes, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Label } from '../support/stack.js';
import type { Application } from './support/application.js';
import { allowAll, clientFiles, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'lampworks.test';
const GROWTHBOOK = 'cdn.growing.test';
const UNLEASH = 'edge.unleashed.test';
const LAUNCH = 'clientsdk.launching.test';
const STATSIG = 'api.statistics.test';
const GB_KEY = `sdk-${randomBytes(10).toString('base64url')}`;
const UNLEASH_KEY = `default:production.${randomBytes(28).toString('hex')}`;
const LD_ID = randomBytes(12).toString('hex');
const STATSIG_KEY = `client-${randomBytes(32).toString('base64url')}`;
/** Which share of an experiment a browser is in. */
const BUCKET: Label['role'] = ['tracking', 'preference', 'other'];
/** Who a browser is for that: no setting of anybody's. */
const VISITOR: Label['role'] = ['tracking', 'device'];
/** The same where it is told, or kept for the next page or for this one alone. */
const SEEN: Label['role'] = ['tracking', 'device', 'other'];
/** Names the site to the service, never its visitor. */
const PROJECT: Label['role'] = ['api-key', 'other'];

/** A lamp shop's pages under test by four services. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-ab-test',
  docs: [
    // "clientKey: sdk-…"; "sticky bucketing … gbStickyBuckets__" in cookies or localStorage;
    // "gbFeaturesCache".
    'https://docs.growthbook.io/lib/js',
    // "Front-end tokens … in the Authorization header"; "sessionId … stickiness".
    'https://docs.getunleash.io/concepts/api-tokens-and-client-keys',
    // "Client-side IDs … are not secret"; "ld:$anonUserId", "ld:<env>:…" in localStorage.
    'https://launchdarkly.com/docs/sdk/client-side/javascript',
    // "client-… keys … can be embedded"; STATSIG_LOCAL_STORAGE_STABLE_ID.
    'https://docs.statsig.com/client/javascript-sdk',
    'https://support.optimizely.com/hc/en-us/articles/4410289598989 (optimizelyEndUserId)',
    'https://help.vwo.com/hc/en-us/articles/360020439773 (_vwo_uuid, _vis_opt_exp_n_combi)',
    'https://support.google.com/analytics/answer/11397207 (_gaexp, _opt_expid)',
  ],
  truth: {
    // Keys of projects are sent, which stand for the site and not for its visitor.
    mechanism: ['none', 'api-key'],
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', host: UNLEASH, role: 'api-key' },
      { carrier: 'header', name: /^(?:x-)?unleash-/, role: ['tracking', 'other'] },
      {
        carrier: 'header',
        name: /^(?:statsig-|x-launchdarkly-)/,
        role: ['tracking', 'other'],
      },
      { carrier: 'url', name: 'k', host: STATSIG, role: PROJECT },
      { carrier: 'url', name: /./, host: STATSIG, role: ['tracking', 'other'] },
      { carrier: 'url', name: /^(?:sessionId|userId)$/, role: SEEN },
      { carrier: 'url', name: /^(?:appName|environment|currentTime)$/, role: 'other' },
      { carrier: 'url', name: /./, host: LAUNCH, role: ['tracking', 'other'] },
      { carrier: 'body', name: /(?:sdkKey|clientKey)$/, role: PROJECT },
      { carrier: 'body', name: /(?:stableID|sessionID|context\/key)$/, role: SEEN },
      { carrier: 'body', name: /./, role: ['tracking', 'other'] },
      { carrier: 'cookie', name: /^(?:optimizelyEndUserId|_vwo_uuid|gb_visitor)$/, role: VISITOR },
      { carrier: 'cookie', name: /^(?:_vis_opt_|_gaexp|_opt_expid)/, role: BUCKET },
      {
        carrier: 'localStorage',
        name: /(?:anonUserId|stable_?id.*|session_?id.*|attributeValue)$/i,
        role: SEEN,
      },
      // The features of the site, with the key that they were asked with.
      {
        carrier: 'localStorage',
        name: /^gbFeaturesCache/,
        role: ['other', 'preference', 'api-key'],
      },
      {
        carrier: 'localStorage',
        name: /^(?:gbStickyBuckets__|unleash:repository:|ld:|statsig)/,
        role: BUCKET,
      },
    ],
  },
  start: () =>
    serveParties(HOST, {
      [HOST]: shop,
      [GROWTHBOOK]: growthbook,
      [UNLEASH]: unleash,
      [LAUNCH]: launch,
      [STATSIG]: statsig,
    }),
  async visit(visit) {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, ['/']);
    await step('use');
    await read(visit, ['/lamps', '/shades']);
    await page.click('#buy');
    await settle(visit);
    await page.reload();
    await settle(visit);
    await page.goto('about:blank');
    await read(visit, ['/', '/lamps']);
  },
};

function shop(app: Express, originOf: OriginOf): void {
  clientFiles(app, {
    '/growthbook.js': '@growthbook/growthbook/dist/bundles/index.min.js',
    '/unleash.js': 'unleash-proxy-client/build/main.min.js',
    '/launch.js': 'launchdarkly-js-client-sdk/dist/ldclient.min.js',
    '/statsig.js': '@statsig/js-client/build/statsig-js-client.min.js',
  });
  const names = ['growthbook', 'unleash', 'launch', 'statsig'];
  pages(app, ['', 'lamps', 'shades'], {
    head: () => names.map((name) => `<script src="/${name}.js"></script>`).join(''),
    body: () => `<button id="buy">Buy</button><script>${starts(originOf)}</script>`,
  });
}

function starts(originOf: OriginOf): string {
  return `
const keep = (name, value, days) => { if (!document.cookie.includes(name + '=')) document.cookie = name + '=' + value + '; path=/; max-age=' + days * 86400; return document.cookie.match(name + '=([^;]+)')[1]; };
keep('optimizelyEndUserId', 'oeu' + Date.now() + 'r' + Math.random(), 180);
keep('_vwo_uuid', 'D${randomBytes(16).toString('hex').toUpperCase()}', 366);
keep('_vis_opt_exp_12_combi', '2', 100);
keep('_vis_opt_s', '1%7C', 100);
keep('_gaexp', 'GAX1.2.Xr8aBcQ9T1mOpQZ2.20170.1', 90);
const id = keep('gb_visitor', '${randomUUID()}', 365);
const gb = new growthbook.GrowthBook({ apiHost: '${originOf(GROWTHBOOK)}', clientKey: '${GB_KEY}', attributes: { id }, stickyBucketService: new growthbook.LocalStorageStickyBucketService() });
gb.init({ timeout: 2000 }).then(() => document.documentElement.classList.toggle('green', gb.isOn('green-button')));
const flags = new unleash.UnleashClient({ url: '${originOf(UNLEASH)}/api/frontend', clientKey: '${UNLEASH_KEY}', appName: 'lampworks', refreshInterval: 30, metricsInterval: 1 });
flags.on('ready', () => flags.isEnabled('new-header')); flags.start();
const ld = LDClient.initialize('${LD_ID}', { kind: 'user', anonymous: true }, { baseUrl: '${originOf(LAUNCH)}', streamUrl: '${originOf(LAUNCH)}', eventsUrl: '${originOf(LAUNCH)}', bootstrap: 'localStorage', flushInterval: 2000 });
ld.on('ready', () => ld.variation('free-shipping', false));
const { StatsigClient } = window.Statsig;
const statsig = new StatsigClient('${STATSIG_KEY}', {}, { networkConfig: { api: '${originOf(STATSIG)}/v1', logEventUrl: '${originOf(STATSIG)}/v1/rgstr', initializeUrl: '${originOf(STATSIG)}/v1/initialize' } });
statsig.initializeAsync().then(() => { statsig.checkGate('big_pictures'); statsig.flush(); });
document.querySelector('#buy').onclick = () => { ld.track('bought'); ld.flush(); statsig.logEvent('bought'); statsig.flush(); };`;
}

function growthbook(app: Express): void {
  allowAll(app);
  app.get('/api/features/:key', (_, response) => {
    const rule = {
      variations: [false, true],
      hashAttribute: 'id',
      key: 'green',
      weights: [0.5, 0.5],
      meta: [{ key: '0' }, { key: '1' }],
    };
    response.json({
      status: 200,
      features: { 'green-button': { defaultValue: false, rules: [rule] } },
      dateUpdated: new Date(),
    });
  });
}

function unleash(app: Express): void {
  allowAll(app);
  app.use((request, response, next) =>
    request.get('authorization') === UNLEASH_KEY ? next() : void response.sendStatus(401),
  );
  const variant = { name: 'disabled', enabled: false };
  app.get(
    '/api/frontend',
    (_, response) =>
      void response.json({
        toggles: [{ name: 'new-header', enabled: true, variant, impressionData: false }],
      }),
  );
  app.use((_, response) => void response.sendStatus(202));
}

function launch(app: Express): void {
  allowAll(app);
  app.get(
    /^\/sdk\/evalx/,
    (_, response) =>
      void response.json({
        'free-shipping': {
          value: true,
          variation: 0,
          version: 7,
          flagVersion: 3,
          trackEvents: true,
        },
      }),
  );
  app.use((_, response) => void response.sendStatus(202));
}

function statsig(app: Express): void {
  allowAll(app);
  app.use(
    '/v1/initialize',
    (_, response) =>
      void response.json({
        feature_gates: {},
        dynamic_configs: {},
        layer_configs: {},
        has_updates: true,
        time: Date.now(),
        hash_used: 'djb2',
      }),
  );
  app.use((_, response) => void response.json({ success: true }));
}
