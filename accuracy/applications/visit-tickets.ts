import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  b64,
  cookieLabels,
  type GuestCookies,
  gives,
  GUARD,
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

const HOST = 'gig-tickets.test';
const RISK = 'risk.fraudwatch.test';
const PAY = 'api.payments.test';
const KEY = `pk_live_51${url64(72).replaceAll(/[-_]/g, 'x')}`;
const COOKIES: GuestCookies = {
  __ssid: { role: GUARD, make: () => hex(19) },
  thx_guid: {
    role: GUARD,
    line: '; Max-Age=157680000; Secure; SameSite=None; HttpOnly',
    make: () => hex(16),
  },
  tmx_session: { role: GUARD, make: () => randomUUID() },
  forterToken: { role: GUARD, make: () => `${hex(16)}_1764259200000__UDF43-m4_13ck` },
  ftr_ncd: { role: GUARD, make: () => '6' },
  rskxRunCookie: { role: GUARD, make: () => '0' },
  rCookie: { role: GUARD, make: () => url64(16).toLowerCase() },
  lastRskxRun: { role: GUARD, make: () => '1764259200000' },
  ravelinDeviceId: { role: GUARD, make: () => `rjs-${randomUUID()}` },
  ravelinSessionId: { role: GUARD, make: () => `rjs-${randomUUID()}:${randomUUID()}` },
  sessionFingerprint: {
    role: GUARD,
    line: '; HttpOnly; Secure; SameSite=Lax',
    make: () => hex(32),
  },
  eps_sid: { role: GUARD, line: '; Max-Age=157680000', make: () => url64(20) },
};

/**
 * Tickets for concerts, whose makers watch the browser against fraud, and a payment that guests
 * begin.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-tickets',
  docs: [
    'https://developers.sift.com/docs/curl/javascript-api/overview (__ssid, _user_id empty for guests)',
    'https://docs.forter.com (forterToken, ftr_ncd)',
    'https://developers.riskified.com (rCookie, rskxRunCookie)',
    'https://developer.ravelin.com/guides/device-tracking/',
    'https://github.com/fingerprintjs/fingerprintjs#readme (visitorId)',
    // "publishable key … pk_"; "client_secret … complete a payment, do not log, not in URLs".
    'https://docs.stripe.com/api/payment_intents/object#payment_intent_object-client_secret',
    'https://developer.paypal.com/braintree/docs/guides/authorization/client-token',
  ],
  truth: {
    mechanism: ['none', 'api-key', 'bearer-token'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      { carrier: 'header', name: 'authorization', role: 'api-key' },
      {
        carrier: 'body',
        name: /(?:client_secret|clientToken|authorizationFingerprint|ephemeral_key)/i,
        role: ['other', 'access-token'],
      },
      {
        carrier: 'url',
        name: /(?:client_secret|payment_intent.*)$/,
        role: ['other', 'access-token'],
      },
      { carrier: 'body', name: /(?:^|\/)key$/, role: 'api-key' },
      { carrier: 'header', name: /^x-(?:device|fingerprint|visitor).*$/, role: GUARD },
      ...restIs([...TRACKED, 'api-key']),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: gigs, [RISK]: risk, [PAY]: pay }),
  visit: strolls(
    ['/', '/reserve'],
    [
      { on: '/reserve', press: '#hold' },
      { on: '/', press: '#hold' },
    ],
  ),
};

function gigs(app: Express, originOf: OriginOf): void {
  app.use(gives(COOKIES), express.json());
  app.post('/api/holds', (_, response) => {
    const intent = `pi_3${hex(12)}`;
    response.json({
      hold: randomUUID(),
      expires: 480,
      client_secret: `${intent}_secret_${url64(18)}`,
      clientToken: Buffer.from(
        JSON.stringify({
          version: 2,
          authorizationFingerprint: signedToken({ merchant: { public_id: hex(8) } }, 86_400),
          merchantId: hex(8),
        }),
      ).toString('base64'),
    });
  });
  script(
    app,
    '/watch.js',
    `
import FingerprintJS from '@fingerprintjs/fingerprintjs';
const cookie = (name) => document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1);
const visitor = FingerprintJS.load({ monitoring: false }).then((agent) => agent.get()).then(({ visitorId }) => visitorId);
const post = (url, body, headers = {}) => fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) }).then((answer) => answer.json());
visitor.then((id) => post('${originOf(RISK)}/v1/devices', { device: id, session: cookie('tmx_session'), blackbox: '0400' + '${b64(200)}' }));
document.querySelector('#hold').onclick = async () => {
  const device = await visitor;
  const { client_secret, hold } = await post('/api/holds', { seats: ['C4'] }, { 'X-Device-Fingerprint': device, 'X-Visitor-Id': device });
  sessionStorage.setItem('hold', JSON.stringify({ hold, seats: ['C4'] }));
  await fetch('${originOf(PAY)}/v1/payment_intents/' + client_secret.split('_secret')[0] + '?key=${KEY}&is_stripe_sdk=false&client_secret=' + client_secret);
  await fetch('${originOf(PAY)}/v1/elements/sessions?type=payment_intent', { headers: { Authorization: 'Bearer ${KEY}' } });
};`,
  );
  pages(app, ['', 'reserve'], {
    body: () =>
      `<button id="hold">Hold</button>${writes(COOKIES)}<script src="/watch.js"></script>`,
  });
}

function risk(app: Express): void {
  allowAll(app);
  app.post(
    '/v1/devices',
    (_, response) => void response.json({ requestId: `1764259200.${hex(3)}`, sealed: b64(80) }),
  );
}

function pay(app: Express): void {
  allowAll(app);
  app.get('/v1/payment_intents/:id', (request, response) => {
    response.json({
      id: request.params.id,
      object: 'payment_intent',
      client_secret: request.query['client_secret'],
      status: 'requires_payment_method',
    });
  });
  app.get(
    '/v1/elements/sessions',
    (_, response) =>
      void response.json({ session_id: `elements_session_${url64(8)}`, merchant_country: 'IE' }),
  );
}
