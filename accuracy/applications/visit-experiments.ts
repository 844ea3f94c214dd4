import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  cookieLabels,
  type GuestCookies,
  gives,
  hex,
  restIs,
  signedToken,
  strolls,
  TRACKED,
  url64,
  writes,
} from './support/guest-site.js';
import { allowAll, type OriginOf, pages, script, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'gardeners.test';
const SIG = 'featuregates.testsig.test';
const SPLIT = 'auth.splitting.test';
const STREAM = 'streaming.splitting.test';
const SIG_KEY = `client-${url64(33)}`;
const SPLIT_KEY = hex(18);
const TESTED = [...TRACKED, 'preference'] as const;
const COOKIES: GuestCookies = {
  kameleoonVisitorCode: {
    role: TESTED,
    line: '; Max-Age=31536000; SameSite=Lax',
    make: () => url64(12).toLowerCase(),
  },
  ABTasty: {
    role: TESTED,
    make: () => `uid=${url64(12)}&fst=1764259200000&pst=-1&cst=1764259200000&ns=1&pvt=1&pvis=1&th=`,
  },
  ABTastySession: {
    role: TESTED,
    make: () => 'mrasn=&lp=https%253A%252F%252Fgardeners.test%252F&sen=1',
  },
  _vwo_uuid_v2: { role: TESTED, make: () => `D${hex(16).toUpperCase()}|${hex(16)}` },
  _vis_opt_s: { role: TESTED, make: () => '1%7C' },
  _conv_v: {
    role: TESTED,
    make: () =>
      'vi%3A1*sc%3A1*cs%3A1764259200*fs%3A1764259200*pv%3A1*exp%3A%7B1004.%7Bv.10045-g.%7B%7D%7D%7D',
  },
  _conv_s: { role: TESTED, make: () => `sh%3A1764259200000-0.${hex(6)}*si%3A1*pv%3A1` },
  'vercel-experiment-uid': {
    role: TESTED,
    line: '; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax',
    make: () => url64(16),
  },
  ajs_anonymous_id: { role: TRACKED, make: () => randomUUID() },
  bucket: { role: TESTED, line: '; Max-Age=31536000; HttpOnly', make: () => '7' },
};

/**
 * Tests of two headlines by scripts and at the edge; one maker hands out tokens for a stream of
 * changes.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-experiments',
  docs: [
    // "client SDK key … can be embedded"; STATSIG_LOCAL_STORAGE: stableID, sessionID.
    'https://docs.statsig.com/client/javascript-sdk',
    // Browser SDK key in Authorization; auth?users= gives a JWT for the stream, sent as
    // accessToken.
    'https://help.split.io/hc/en-us/articles/360020448791-JavaScript-SDK',
    'https://developers.kameleoon.com/web-experimentation/cookies (kameleoonVisitorCode)',
    'https://docs.abtasty.com/client-side/cookies-and-storages',
    'https://help.vwo.com/hc/en-us/articles/360020464493 (_vwo_uuid_v2, _vis_opt_s)',
    'https://support.convert.com/hc/en-us/articles/204506339 (_conv_v, _conv_s)',
  ],
  truth: {
    mechanism: ['none', 'api-key', 'bearer-token'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      { carrier: 'header', name: 'authorization', role: ['api-key', 'other'] },
      { carrier: 'header', name: 'statsig-api-key', role: 'api-key' },
      // For a channel of flags that every visitor may read.
      { carrier: 'body', name: '/token', role: ['access-token', 'other', 'api-key'] },
      { carrier: 'url', name: 'accessToken', role: ['access-token', 'other', 'api-key'] },
      { carrier: 'url', name: /^k$/, role: 'api-key' },
      ...restIs([...TRACKED, 'api-key']),
    ],
  },
  start: () =>
    serveParties(HOST, { [HOST]: gardeners, [SIG]: sig, [SPLIT]: split, [STREAM]: stream }),
  visit: strolls(
    ['/', '/roses'],
    [
      { on: '/roses', press: '#sow' },
      { on: '/', press: '#sow' },
    ],
  ),
};

function gardeners(app: Express, originOf: OriginOf): void {
  app.use(gives(COOKIES));
  script(
    app,
    '/tests.js',
    `
import { StatsigClient } from '@statsig/js-client';
const client = new StatsigClient('${SIG_KEY}', {}, { networkConfig: { api: '${originOf(SIG)}/v1' } });
client.initializeAsync().then(() => client.checkGate('headline'));
document.querySelector('#sow').onclick = () => { client.logEvent('sown'); client.flush(); };
const key = localStorage.getItem('splitio.key') ?? crypto.randomUUID();
localStorage.setItem('splitio.key', key);
fetch('${originOf(SPLIT)}/api/v2/auth?s=1.3&users=' + key, { headers: { Authorization: 'Bearer ${SPLIT_KEY}', SplitSDKVersion: 'javascript-10.28.0' } }).then((answer) => answer.json()).then(({ token }) => {
  const source = new EventSource('${originOf(STREAM)}/sse?channels=NzM2_flags&accessToken=' + token + '&v=1.1');
  source.onmessage = () => source.close();
});
localStorage.setItem('SPLITIO.splits.till', '1764259200000'); localStorage.setItem('SPLITIO.hash', '${hex(4)}');`,
  );
  pages(app, ['', 'roses'], {
    body: () => `<button id="sow">Sow</button>${writes(COOKIES)}<script src="/tests.js"></script>`,
  });
}

function sig(app: Express): void {
  allowAll(app);
  app.post('/v1/initialize', (_, response) => {
    response.json({
      feature_gates: {},
      dynamic_configs: {},
      layer_configs: {},
      has_updates: true,
      time: Date.now(),
      hash_used: 'djb2',
      derived_fields: { ip: '192.0.2.1', country: 'IE' },
    });
  });
  app.post('/v1/rgstr', (_, response) => void response.status(202).json({ success: true }));
}

function split(app: Express): void {
  allowAll(app);
  app.get('/api/v2/auth', (request, response) => {
    if (request.get('authorization') !== `Bearer ${SPLIT_KEY}`)
      return void response.sendStatus(401);
    const claims = {
      'x-ably-capability': '{"NzM2_flags":["subscribe"]}',
      'x-ably-clientId': 'clientId',
    };
    response.json({
      pushEnabled: true,
      connDelay: 60,
      token: signedToken(claims, 3600, { kid: '9mM6ag.SDaWhA' }),
    });
  });
}

function stream(app: Express): void {
  allowAll(app);
  app.use(express.text());
  app.get(
    '/sse',
    (_, response) =>
      void response
        .type('text/event-stream')
        .send('id: 1@2\nevent: message\ndata: {"type":"SPLIT_UPDATE"}\n\n'),
  );
}
