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
import {
  allowAll,
  type OriginOf,
  pages,
  serveParties,
  thirdPartyCookie,
} from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'allotments.test';
const BAM = 'bam.relicwatch.test';
const RUM = 'browser-intake.doghouse.test';
const TALK = 'api-iam.talkhere.test';
const KEY = `pub${hex(16)}`;
const COOKIES: GuestCookies = {
  _dd_s: {
    role: TRACKED,
    make: () =>
      `aid=${randomUUID()}&rum=2&id=${randomUUID()}&created=1764259200000&expire=1764260100000`,
  },
  ADRUM: {
    role: TRACKED,
    line: '; Max-Age=30',
    always: true,
    make: () => 's=1764259200000&r=https%3A%2F%2Fallotments.test%2F%3F0',
  },
  fs_uid: {
    role: TRACKED,
    make: () =>
      `#o-1ABCDE-na1#${randomUUID()}:${randomUUID()}:1764259200000::1#${hex(4)}#/1795795200`,
  },
  _lr_uf_: { role: TRACKED, make: () => randomUUID() },
  '_lr_tabs_-allotments%2Fmain': {
    role: TRACKED,
    make: () => `%7B%22recordingID%22%3A%226-${randomUUID()}%22%2C%22sessionID%22%3A0%7D`,
  },
  _clck: { role: TRACKED, make: () => '1abcde2%7C2%7Cfzw%7C0%7C1900' },
  _clsk: { role: TRACKED, make: () => '3fghij%7C1764259200000%7C1%7C1%7Cx.clarity.ms%2Fcollect' },
  'intercom-id-k4mq2x7z': { role: TRACKED, make: () => randomUUID() },
  'intercom-device-id-k4mq2x7z': { role: TRACKED, make: () => randomUUID() },
  // Of a lead without a name: the messenger's own conversation.
  'intercom-session-k4mq2x7z': {
    role: ['session', ...TRACKED],
    make: () => `${url64(60)}--${hex(20)}`,
  },
  'crisp-client%2Fsession%2F4f1e': {
    role: ['session', ...TRACKED],
    make: () => `session_${randomUUID()}`,
  },
};

/** Gardens to let, watched by makers of dashboards, and two messengers for guests. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-monitored',
  docs: [
    // "clientToken … pub…: can be public"; _dd_s.
    'https://docs.datadoghq.com/real_user_monitoring/browser/',
    // "JSESSIONID … from bam.nr-data.net … session identifier for counting".
    'https://docs.newrelic.com/docs/browser/new-relic-browser/page-load-timing-resources/new-relic-cookies-used-browser/',
    'https://docs.appdynamics.com (ADRUM)',
    'https://help.fullstory.com/hc/en-us/articles/360020829513 (fs_uid)',
    'https://docs.logrocket.com/docs/cookies',
    'https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list',
    // "intercom-session-[app_id]: … for each unique browser session".
    'https://www.intercom.com/help/en/articles/2361922-intercom-messenger-cookies',
    'https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/session-continuity/',
  ],
  truth: {
    mechanism: ['none', 'api-key', 'session-cookie', 'bearer-token'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      { carrier: 'cookie', name: 'JSESSIONID', role: TRACKED },
      { carrier: 'url', name: /^(?:dd-api-key|a|apiKey)$/, role: ['api-key', 'other'] },
      {
        carrier: 'header',
        name: /^(?:newrelic|traceparent|tracestate|x-datadog-.*|baggage)$/,
        role: TRACKED,
      },
      { carrier: 'header', name: /^x-honeycomb-team$/, role: 'api-key' },
      {
        carrier: 'body',
        name: /(?:user\/anonymous_session|session|intersection_token)$/,
        role: ['session', 'access-token', ...TRACKED],
      },
      { carrier: 'localStorage', name: /intercom/, role: ['session', 'access-token', ...TRACKED] },
      ...restIs([...TRACKED, 'api-key']),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: plots, [BAM]: bam, [RUM]: rum, [TALK]: talk }),
  visit: strolls(
    ['/', '/plots'],
    [
      { on: '/plots', press: '#ask' },
      { on: '/', press: '#ask' },
    ],
  ),
};

function plots(app: Express, originOf: OriginOf): void {
  app.use(gives(COOKIES));
  const span = Buffer.from(
    JSON.stringify({
      v: [0, 1],
      d: { ty: 'Browser', ac: '48213', ap: '1134', id: hex(8), tr: hex(16), ti: 1_764_259_200_000 },
    }),
  ).toString('base64');
  const script = `
const cookie = (name) => document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1);
const trace = { newrelic: '${span}', traceparent: '00-${hex(16)}-${hex(8)}-01', 'x-datadog-trace-id': '${BigInt(`0x${hex(8)}`)}' };
fetch('/plots.json', { headers: trace });
navigator.sendBeacon('${originOf(RUM)}/api/v2/rum?ddsource=browser&dd-api-key=${KEY}&dd-request-id=' + crypto.randomUUID(), JSON.stringify({ session: { id: crypto.randomUUID() }, application: { id: crypto.randomUUID() } }));
fetch('${originOf(BAM)}/1/NRJS-${hex(10)}?a=1134&sa=1&s=${hex(8)}&rst=' + Date.now() + '&ck=1&ref=' + encodeURIComponent(location), { credentials: 'include' });
fetch('${originOf(RUM)}/v1/traces', { method: 'POST', headers: { 'X-Honeycomb-Team': '${url64(16)}' }, body: '[]' });
const ping = () => fetch('${originOf(TALK)}/messenger/web/ping', { method: 'POST', credentials: 'include', body: new URLSearchParams({ app_id: 'k4mq2x7z', anonymous_session: cookie('intercom-session-k4mq2x7z'), user_data: JSON.stringify({ anonymous_id: cookie('intercom-id-k4mq2x7z') }), internal: '{}' }) }).then((answer) => answer.json());
ping().then(({ user }) => localStorage.setItem('intercom.intercom-state-k4mq2x7z', JSON.stringify({ app: { name: 'Allotments' }, user })));
document.querySelector('#ask').onclick = ping;`;
  app.get('/plots.json', (_, response) => void response.json({ free: 3 }));
  pages(app, ['', 'plots'], {
    body: () => `<button id="ask">Ask</button>${writes(COOKIES)}<script>${script}</script>`,
  });
}

function bam(app: Express): void {
  allowAll(app);
  app.get('/1/:key', (_, response) => {
    thirdPartyCookie(response, 'JSESSIONID', hex(8), 1);
    response.type('gif').send('');
  });
}

function rum(app: Express): void {
  allowAll(app);
  app.post(
    ['/api/v2/rum', '/v1/traces'],
    (_, response) => void response.status(202).json({ request_id: randomUUID() }),
  );
}

function talk(app: Express): void {
  allowAll(app);
  app.use(express.urlencoded({ extended: false }));
  app.post('/messenger/web/ping', (request, response) => {
    const { anonymous_session: held } = request.body as Record<string, string>;
    const token = signedToken({ app_id: 'k4mq2x7z', user_role: 'visitor', user_id: hex(12) }, 600);
    response.json({
      user: { role: 'visitor', id: hex(12), anonymous_session: held, anonymous_id: randomUUID() },
      identified_user: null,
      intersection_token: token,
      nexus_config: { endpoints: [] },
    });
  });
}
