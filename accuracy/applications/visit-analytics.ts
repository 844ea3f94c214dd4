import { randomBytes, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Label } from '../support/stack.js';
import type { Application } from './support/application.js';
import {
  allowAll,
  clientFiles,
  type OriginOf,
  pages,
  script,
  serveParties,
  thirdPartyCookie,
} from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'planter.test';
const COLLECTORS = {
  posthog: 'eu.posthog-collector.test',
  mixpanel: 'api.mixpanel-collector.test',
  amplitude: 'api.amplitude-collector.test',
  snowplow: 'spc.snowplow-collector.test',
  countly: 'count.countly-collector.test',
  segment: 'api.segment-collector.test',
  plausible: 'plausible-collector.test',
};
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** What is sent to a collector: names of events, of visitors, of projects; none is a login. */
const beacons: Label[] = Object.values(COLLECTORS).flatMap((host): Label[] => [
  // Project tokens that pages are meant to show.
  {
    carrier: 'body',
    name: /(?:api_key|apiKey|token|writeKey|app_key)$/,
    host,
    role: ['api-key', 'tracking', 'other'],
  },
  { carrier: 'url', name: 'app_key', host, role: ['api-key', 'tracking', 'other'] },
  { carrier: 'body', name: /./, host, role: ['tracking', 'other'] },
  { carrier: 'url', name: /./, host, role: ['tracking', 'other'] },
]);

/** A shop window that seven makers of analytics watch, each with its own script and collector. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-analytics',
  docs: [
    'https://posthog.com/docs/libraries/js/persistence (ph_<project token>_posthog)',
    'https://docs.mixpanel.com/docs/privacy/protecting-user-data (mp_<token>_mixpanel)',
    'https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management (AMP_, AMP_MKTG_)',
    // "_sp_id … domain_userid"; "_sp_ses"; collector: "sp … network_userid".
    'https://docs.snowplow.io/docs/sources/web-trackers/cookies-and-local-storage/',
    'https://support.countly.com/hc/en-us/articles/360037441932 (cly_id, cly_event, cly_queue, cly_session)',
    'https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/cookie-tracking/ (ajs_anonymous_id)',
    // "The write key is a unique identifier for each source", sent as the user name of Basic.
    'https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/#authentication',
    'https://plausible.io/data-policy (no cookies)',
    'https://matomo.org/faq/general/faq_146/ (_pk_id, _pk_ses)',
    'https://help.hotjar.com/hc/en-us/articles/6952777582999 (_hjSessionUser_, _hjSession_)',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^(?:ph_|mp_|AMP_|_sp_|ajs_|_pk_|_hj|_ga)/, role: 'tracking' },
      { carrier: 'cookie', name: 'sp', role: 'tracking' },
      { carrier: 'localStorage', name: /^(?:ph_|__ph|mp_|__mp|AMP_|ajs_)/, role: 'tracking' },
      {
        carrier: 'localStorage',
        name: /^(?:cly_|_?sp_|snowplow|analytics|amp|mp)/i,
        role: 'tracking',
      },
      { carrier: 'localStorage', name: /^\w+\/cly_/, role: 'tracking' },
      { carrier: 'sessionStorage', name: /./, role: ['tracking', 'other'] },
      { carrier: 'header', name: 'authorization', role: ['api-key', 'basic'], format: 'basic' },
      { carrier: 'header', name: /^(?:sp-anonymous|x-)/, role: ['tracking', 'other'] },
      ...beacons,
    ],
  },
  start: () =>
    serveParties(HOST, {
      [HOST]: shopWindow,
      ...Object.fromEntries(Object.values(COLLECTORS).map((host) => [host, collector])),
    }),
  async visit(visit) {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, ['/?utm_source=newsletter&utm_campaign=spring']);
    await step('use');
    await read(visit, ['/pots', '/seeds']);
    await page.click('#buy');
    await settle(visit);
    await page.reload();
    await settle(visit);
    await page.goto('about:blank');
    await read(visit, ['/', '/tools']);
  },
};

function shopWindow(app: Express, originOf: OriginOf): void {
  clientFiles(app, {
    '/posthog.js': 'posthog-js/dist/array.full.no-external.js',
    '/mixpanel.js': 'mixpanel-browser/dist/mixpanel.umd.js',
    '/amplitude.js': '@amplitude/analytics-browser/lib/scripts/amplitude-min.umd.js',
    '/snowplow.js': '@snowplow/browser-tracker/dist/index.umd.min.js',
    '/countly.js': 'countly-sdk-web/lib/countly.min.js',
    '/segment.js': '@segment/analytics-next/dist/umd/index.js',
  });
  script(
    app,
    '/plausible.js',
    `import Plausible from 'plausible-tracker';
Plausible({ domain: '${HOST}', trackLocalhost: true, apiHost: '${originOf(COLLECTORS.plausible)}' }).trackPageview();`,
  );
  const names = ['posthog', 'mixpanel', 'amplitude', 'snowplow', 'countly', 'segment'];
  const start = starts(originOf);
  pages(app, ['', 'pots', 'seeds', 'tools'], {
    head: () => names.map((name) => `<script src="/${name}.js"></script>`).join(''),
    body: () =>
      `<button id="buy">Buy</button><script>${start}</script><script src="/plausible.js"></script>`,
  });
}

function starts(originOf: OriginOf): string {
  const at = (name: keyof typeof COLLECTORS) => originOf(COLLECTORS[name]);
  const writeKey = hex(16);
  return `
posthog.init('phc_${hex(22)}', { api_host: '${at('posthog')}', persistence: 'localStorage+cookie', advanced_disable_flags: true, disable_session_recording: true, disable_surveys: true, disable_compression: true, request_batching: false });
mixpanel.init('${hex(16)}', { api_host: '${at('mixpanel')}', track_pageview: true, batch_requests: false, api_payload_format: 'json' });
amplitude.init('${hex(16)}', { serverUrl: '${at('amplitude')}/2/httpapi', autocapture: true, fetchRemoteConfig: false, remoteConfig: { fetchRemoteConfig: false }, flushIntervalMillis: 100 });
snowplowBrowserTracking.newTracker('planter', '${at('snowplow')}', { appId: 'planter', bufferSize: 1, stateStorageStrategy: 'cookieAndLocalStorage' });
snowplowBrowserTracking.trackPageView();
Countly.init({ app_key: '${hex(20)}', url: '${at('countly')}', interval: 300 });
Countly.track_sessions(); Countly.track_pageview();
const { AnalyticsBrowser } = window.AnalyticsNext ?? window;
const segment = AnalyticsBrowser.load({ writeKey: '${writeKey}', cdnURL: '${at('segment')}', cdnSettings: { integrations: { 'Segment.io': { apiKey: '${writeKey}', apiHost: '${at('segment').replace('https://', '')}/v1' } } } });
segment.page();
document.cookie = '_pk_id.1.4f2a=' + '${hex(8)}' + '.1732600000.; path=/; max-age=33955200';
document.cookie = '_pk_ses.1.4f2a=1; path=/; max-age=1800';
document.cookie = '_hjSessionUser_3141592=' + btoa(JSON.stringify({ id: '${randomUUID()}', created: 1732600000000, existing: true })) + '; path=/; max-age=31536000';
document.querySelector('#buy').onclick = () => { posthog.capture('bought'); mixpanel.track('Bought', { price: 12 }); amplitude.track('Bought'); segment.track('Bought'); snowplowBrowserTracking.trackStructEvent({ category: 'shop', action: 'buy' }); Countly.add_event({ key: 'bought' }); };
`;
}

/** Takes what is sent; Snowplow's answers with a cookie of its own, as its collector does. */
function collector(app: Express): void {
  allowAll(app);
  app.use((request, response) => {
    if (
      request.hostname === COLLECTORS.snowplow &&
      !/(?:^|; )sp=/.test(request.get('cookie') ?? '')
    )
      thirdPartyCookie(response, 'sp', randomUUID());
    response.json({ status: 1, result: 'Success', success: true, code: 200 });
  });
}
