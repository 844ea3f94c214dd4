import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { GVL, TCModel, TCString } from '@iabtcf/core';
import express from 'express';
import { formVisit } from '../support/drive.js';
import { packageFolder } from '../support/noise.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, loginPage, PROFILE, USER } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const HOST = 'client-sessions.test';
const WRITE_KEY = 'Zk3pV0qH8cX2mT7rB5yL1wN9';

interface SessionState {
  user?: string;
  reset(): void;
}

/** Sessions that are encrypted into cookies: one for the login, one for a guest's cart. */
export const stack: Stack = {
  name: 'client-sessions',
  half: 'tuning',
  docs: [
    // "sessions in encrypted tamper-free cookies"; "a 2 hour authentication session, but shopping
    // carts persist for a week".
    'https://github.com/mozilla/node-client-sessions#readme',
    // "ajs_user_id", "ajs_anonymous_id" in cookies and localStorage.
    'https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/cookie-tracking/',
    'https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/#authentication',
    // "euconsent-v2": the TC string in a cookie.
    'https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework/blob/master/TCFv2/IAB%20Tech%20Lab%20-%20Consent%20string%20and%20vendor%20list%20formats%20v2.md',
    // "OptanonConsent", "OptanonAlertBoxClosed".
    'https://my.onetrust.com/articles/en_US/Knowledge/UUID-2dc719a8-4be5-8d16-1dc8-c7b4147b88e0',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'authenticated', role: 'session' },
      // A guest's cart: kept through login and logout. The same page calls it "a 1 week session".
      {
        carrier: 'cookie',
        name: 'shopping_cart',
        role: ['other', 'preference', 'tracking', 'session'],
      },
      { carrier: 'cookie', name: /^ajs_/, role: 'tracking' },
      { carrier: 'localStorage', name: /^(ajs_|analytics)/, role: ['tracking', 'other'] },
      { carrier: 'sessionStorage', name: /^(ajs_|analytics)/, role: ['tracking', 'other'] },
      // Segment's docs: "The write key is a unique identifier for each source", it is no secret.
      { carrier: 'body', name: /writeKey$/, role: ['api-key', 'tracking', 'other'] },
      // "Authenticate … using Basic authentication, with your write key as the username and an
      // empty password".
      { carrier: 'header', name: 'authorization', role: ['api-key', 'basic'], format: 'basic' },
      { carrier: 'body', name: /(anonymousId|messageId|userId)$/, role: ['tracking', 'other'] },
      { carrier: 'cookie', name: 'euconsent-v2', role: 'consent' },
      { carrier: 'cookie', name: /^Optanon/, role: 'consent' },
    ],
  },
  start: () => serve(HOST, () => app()),
  visit: formVisit(),
};

/** A string as a consent manager writes it: made with IAB's own library. */
function consentString(): string {
  const numbered = <T>(ids: number[], make: (id: number) => T) =>
    Object.fromEntries(ids.map((id) => [id, make(id)]));
  const purpose = (id: number) => ({
    id,
    name: `Purpose ${id}`,
    description: '',
    illustrations: [],
  });
  const purposes = [1, 2, 3, 4, 7, 9];
  const vendors = [2, 6, 25, 91, 755];
  const vendor = (id: number) => ({
    id,
    name: `Vendor ${id}`,
    purposes,
    legIntPurposes: [],
    flexiblePurposes: [],
    specialPurposes: [],
    features: [],
    specialFeatures: [],
    urls: [],
  });
  const list = {
    gvlSpecificationVersion: 3,
    vendorListVersion: 48,
    tcfPolicyVersion: 4,
    lastUpdated: '2024-05-02T16:00:00Z',
    purposes: numbered(purposes, purpose),
    vendors: numbered(vendors, vendor),
  };
  const model = new TCModel(
    new GVL({
      ...list,
      specialPurposes: {},
      features: {},
      specialFeatures: {},
      stacks: {},
    } as unknown as ConstructorParameters<typeof GVL>[0]),
  );
  Object.assign(model, {
    cmpId: 28,
    cmpVersion: 3,
    consentScreen: 1,
    consentLanguage: 'EN',
    publisherCountryCode: 'GB',
  });
  model.purposeConsents.set(purposes);
  model.vendorConsents.set(vendors);
  return TCString.encode(model);
}

const HEAD = `<script>
const groups = 'groups=' + encodeURIComponent('C0001:1,C0002:1,C0004:0');
document.cookie = 'euconsent-v2=${consentString()}; path=/; max-age=31536000';
document.cookie = 'OptanonConsent=isGpcEnabled=0&datestamp=' + encodeURIComponent(new Date().toString()) + '&version=202405.1.0&consentId=${randomUUID()}&interactionCount=1&landingPath=NotLandingPage&' + groups + '; path=/; max-age=31536000';
document.cookie = 'OptanonAlertBoxClosed=' + new Date().toISOString() + '; path=/; max-age=31536000';
</script><script src="/segment/index.js"></script><script>
AnalyticsNext.AnalyticsBrowser.load({
  writeKey: '${WRITE_KEY}',
  cdnSettings: { integrations: { 'Segment.io': { apiKey: '${WRITE_KEY}', apiHost: location.host + '/v1', protocol: 'http' } }, plan: { track: {} } },
}).page();
</script>`;

function app() {
  const clientSessions = createRequire(import.meta.url)('client-sessions') as (
    options: object,
  ) => express.RequestHandler;
  const stateOf = (request: express.Request) =>
    request as unknown as { authenticated: SessionState; shopping_cart: { items?: number } };
  const site = express();
  site.use('/segment', express.static(`${packageFolder('@segment/analytics-next')}/dist/umd`));
  site.post('/v1/:kind', (_, response) => void response.json({ success: true }));
  site.use(
    clientSessions({ cookieName: 'shopping_cart', secret: 'first secret', duration: 604_800_000 }),
  );
  site.use(
    clientSessions({ cookieName: 'authenticated', secret: 'second secret', duration: 7_200_000 }),
  );
  site.use(express.urlencoded({ extended: false }));
  site.get('/', (request, response) => {
    stateOf(request).shopping_cart.items ??= 1;
    response.send(homePage({ head: HEAD }));
  });
  site.get('/login', (_, response) => void response.send(loginPage({ head: HEAD })));
  site.post('/login', (request, response) => {
    const good = isUser(request.body.username, request.body.password);
    if (good) stateOf(request).authenticated.user = USER.id;
    response.redirect(good ? '/account' : '/login');
  });
  site.use((request, response, next) =>
    stateOf(request).authenticated.user ? next() : response.redirect('/login'),
  );
  site.get('/account', (_, response) => void response.send(accountPage({ head: HEAD })));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.post('/account', (_, response) => response.redirect('/account'));
  site.post('/logout', (request, response) => {
    stateOf(request).authenticated.reset();
    response.redirect('/');
  });
  return site;
}
