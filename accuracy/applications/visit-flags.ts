import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import type { Application } from './support/application.js';
import { flagScript } from './support/flag-clients.js';
import { growth, launch, leash, optimum, smith } from './support/flag-servers.js';
import { type OriginOf, pages, script, serveParties } from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'recipes.test';
const LAUNCH = 'app.launchflags.test';
const SMITH = 'edge.flagforge.test';
const LEASH = 'flags.recipes.test';
const OPTIMUM = 'cdn.optimum.test';
const GROWTH = 'cdn.growthful.test';

/**
 * Recipes with five makers' feature flags: each has a key for the page and a number for the
 * visitor.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-flags',
  docs: [
    // "Client-side IDs are not secret"; an anonymous context gets a random key, kept in
    // localStorage.
    'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side#keys',
    'https://launchdarkly.com/docs/sdk/features/anonymous#javascript',
    // "client-side environment keys … not a secret and can be considered public";
    // X-Environment-Key.
    'https://docs.flagsmith.com/integrating-with-flagsmith/sdks/',
    // "Front-end tokens … can be exposed": Authorization.
    'https://docs.getunleash.io/reference/api-tokens-and-client-keys#front-end-tokens',
    'https://github.com/Unleash/unleash-js-sdk#readme (sessionId, unleash:repository)',
    // "SDK key … identifies the datafile"; "optimizely-vuid"; "optimizelyEndUserId: … visitor".
    'https://docs.developers.optimizely.com/feature-experimentation/docs/initialize-javascript-sdk',
    'https://docs.developers.optimizely.com/web-experimentation/docs/cookies-and-localstorage',
    // "clientKey … sdk-…" in the address; cookie "gbuuid".
    'https://docs.growthbook.io/lib/js',
    'https://docs.growthbook.io/lib/script-tag',
  ],
  truth: {
    // The keys stand for the site and not for its visitor.
    mechanism: ['none', 'api-key'],
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'x-environment-key', role: 'api-key' },
      { carrier: 'header', name: 'authorization', host: LEASH, role: 'api-key' },
      { carrier: 'header', name: /^x-launchdarkly-/, role: ['other', 'tracking'] },
      { carrier: 'header', name: /^(?:unleash-|x-unleash-)/, role: ['other', 'tracking'] },
      {
        carrier: 'url',
        name: /^(?:sessionId|anonymous_id|userId)$/,
        role: ['tracking', 'other', 'device'],
      },
      {
        carrier: 'url',
        name: /^(?:appName|environment|identifier|transient|d|properties.*)$/,
        role: ['other', 'tracking'],
      },
      // A number for the visitor, so that the same variant is shown again.
      { carrier: 'cookie', name: /^(?:gbuuid|optimizelyEndUserId)$/, role: ['tracking', 'device'] },
      {
        carrier: 'cookie',
        name: /^(?:optimizelySegments|exp_[\w-]+|variant)$/,
        role: ['preference', 'other', 'tracking'],
      },
      {
        carrier: 'localStorage',
        name: /(?:anonUserId|optimizely-vuid|sessionId|visitor)/i,
        role: ['tracking', 'device', 'other'],
      },
      // Which flags are on, kept for the next page; some with the key that they were asked with.
      {
        carrier: 'localStorage',
        name: /(?:api_?key|environmentID|clientKey)/i,
        role: ['api-key', 'other'],
      },
      { carrier: 'localStorage', name: /./, role: ['other', 'preference', 'tracking', 'api-key'] },
      { carrier: 'sessionStorage', name: /./, role: ['other', 'preference', 'tracking'] },
      {
        carrier: 'body',
        name: /(?:sdkKey|clientKey|apiKey|environment_key)$/,
        role: ['api-key', 'other'],
      },
      { carrier: 'body', name: /./, role: ['other', 'tracking'] },
    ],
  },
  start: () =>
    serveParties(HOST, {
      [HOST]: recipes,
      [LAUNCH]: launch,
      [SMITH]: smith,
      [LEASH]: leash,
      [OPTIMUM]: optimum,
      [GROWTH]: growth,
    }),
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string) => {
      await page.goto(`${url}${path}`);
      await page.waitForFunction(
        `document.querySelector('#flags').textContent.includes('ready 5')`,
      );
      await settle(visit);
    };
    await step('anonymous');
    await open('/');
    await step('use');
    await open('/soups');
    await page.click('#cook');
    await settle(visit);
    await page.reload();
    await settle(visit);
    await open('/cakes');
    await page.click('#cook');
    await settle(visit);
    await page.goto('about:blank');
    await open('/');
    await open('/soups');
  },
};

function recipes(app: Express, originOf: OriginOf): void {
  app.use((request, response, next) => {
    const held = request.get('cookie') ?? '';
    const half = { maxAge: 15_552_000_000, secure: true, sameSite: 'lax' } as const;
    if (!held.includes('optimizelyEndUserId'))
      response.cookie(
        'optimizelyEndUserId',
        `oeu${Date.now()}r0.${randomBytes(7).readUIntBE(0, 6)}`,
        half,
      );
    if (!held.includes('exp_')) response.cookie('exp_new-search', 'treatment.2', half);
    response.cookie('optimizelySegments', '{"174":"direct","175":"gc","176":"false"}', half);
    next();
  });
  const [launchOf, smithOf, leashOf, optimumOf, growthOf] = [
    LAUNCH,
    SMITH,
    LEASH,
    OPTIMUM,
    GROWTH,
  ].map(originOf);
  script(
    app,
    '/flags.js',
    flagScript({
      launch: launchOf!,
      smith: smithOf!,
      leash: leashOf!,
      optimum: optimumOf!,
      growth: growthOf!,
    }),
    'flags',
  );
  pages(app, ['', 'soups', 'cakes'], {
    head: () => '<script defer src="/flags.js"></script>',
    body: () => '<p id="flags"></p><button id="cook">Cook</button>',
  });
}
