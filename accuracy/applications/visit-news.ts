import { randomBytes, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Label } from '../support/stack.js';
import { PARTIES } from './support/ad-cookies.js';
import type { PartyCookie } from './support/party-cookie.js';
import type { Application } from './support/application.js';
import { OWN } from './support/news-cookies.js';
import {
  type OriginOf,
  pages,
  type Party,
  PIXEL,
  serveParties,
  thirdPartyCookie,
} from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'morning-courier.test';
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** Third parties' and the paper's own cookies as labels, each for the host that sets it. */
const labels: Label[] = [
  ...Object.entries(PARTIES).flatMap(([host, cookies]) =>
    cookies.map(({ name, role }): Label => ({ carrier: 'cookie', name, host, role })),
  ),
  ...OWN.flatMap(([role, cookies]) =>
    Object.keys(cookies).map((name): Label => ({ carrier: 'cookie', name, host: HOST, role })),
  ),
];

/** A newspaper with some two hundred cookies of its own and of two dozen advertisers. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-news',
  docs: [
    'accuracy/applications/support/ad-cookies.ts (each company and its list of cookies)',
    'https://policies.google.com/technologies/cookies',
    'https://support.google.com/analytics/answer/11397207',
    'https://iabeurope.eu/tcf-2-0/ (euconsent-v2, addtl_consent)',
    'https://docs.prebid.org/dev-docs/modules/userid-submodules/sharedid.html (_pubcid, _sharedID)',
    'https://support.chartbeat.com/hc/en-us/articles/21229092005147 (_cb, _chartbeat2, _cb_svref)',
    'https://docs.parse.ly/parse-ly-tracking-cookies/ (_parsely_visitor, _parsely_session)',
    'https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list (_clck, _clsk)',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      ...labels,
      {
        carrier: 'url',
        name: /^(?:partner_uid|gdpr_consent|gdpr|us_privacy|r|cb)$/,
        role: ['tracking', 'consent', 'other'],
      },
      { carrier: 'localStorage', name: /./, role: ['tracking', 'preference', 'other'] },
    ],
  },
  start: () =>
    serveParties(HOST, {
      [HOST]: paper,
      ...Object.fromEntries(
        Object.entries(PARTIES).map(([host, cookies]) => [host, advertiser(cookies)]),
      ),
    }),
  async visit(visit) {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, ['/']);
    await step('use');
    await read(visit, ['/politics', '/sport', '/weather']);
    await page.reload();
    await settle(visit);
    await page.goto('about:blank');
    await read(visit, ['/', '/sport']);
  },
};

const BY_SERVER = [
  'AWSALB',
  'AWSALBCORS',
  '__cf_bm',
  'ak_bmsc',
  'edition',
  'article_count',
  'meter',
  'last_visit',
];

function paper(app: Express, originOf: OriginOf): void {
  const all = Object.assign({}, ...OWN.map(([, cookies]) => cookies)) as Record<
    string,
    () => string
  >;
  app.use((request, response, next) => {
    for (const name of BY_SERVER)
      if (!request.get('cookie')?.includes(`${name}=`))
        response.append('Set-Cookie', `${name}=${all[name]!()}; Path=/; Max-Age=2592000; Secure`);
    next();
  });
  const byScript = Object.entries(all).filter(([name]) => !BY_SERVER.includes(name));
  pages(app, ['', 'politics', 'sport', 'weather'], {
    body: () => `<p>Fog over the Thames.</p>${Object.keys(PARTIES)
      .map(
        (host) =>
          `<img src="${originOf(host)}/sync?gdpr=1&gdpr_consent=COvFyGBOvFyGB&cb=` +
          `${hex(4)}" alt="">`,
      )
      .join('')}<script>
for (const [name, value] of ${JSON.stringify(byScript.map(([name, make]) => [name, make()]))})
  if (!document.cookie.includes(name + '=')) document.cookie = name + '=' + value + '; path=/; max-age=2592000; secure';
localStorage.setItem('_cb_cache', JSON.stringify({ at: Date.now() })); localStorage.setItem('permutive-id', crypto.randomUUID()); localStorage.setItem('theme', 'light');
</script>`,
  });
}

/** Sets what it lacks, and sends the browser on to a partner with its own number for it. */
function advertiser(cookies: readonly PartyCookie[]): Party {
  return (app, originOf) => {
    app.get('/sync', (request, response) => {
      const held = request.get('cookie') ?? '';
      for (const { name, days, make } of cookies)
        if (!held.includes(`${name}=`)) thirdPartyCookie(response, name, make(), days);
      const partner = `${originOf('match.tradedesk.test')}/match?partner_uid=${randomUUID()}&gdpr=1`;
      if (held) response.redirect(partner);
      else response.type('gif').send(PIXEL);
    });
    app.get('/match', (_, response) => void response.type('gif').send(PIXEL));
  };
}
