import type { Express, RequestHandler } from 'express';
import type { Application } from './support/application.js';
import { API, CDN, MADE, TIMETABLE as HOST } from './support/edge-cookies.js';
import { allowAll, pages, serveParties } from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

/** A railway's timetable behind balancers and guards against bots. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-cdn',
  docs: [
    'https://my.f5.com/manage/s/article/K6917 (BIGipServer: address and port of the pool member)',
    'https://my.f5.com/manage/s/article/K6850 (TS cookies of BIG-IP ASM)',
    'https://docs.imperva.com/bundle/cloud-application-security/page/more/cookie-usage.htm (visid_incap, incap_ses, nlbi)',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#sticky-sessions (AWSALB, AWSALBCORS)',
    'https://learn.microsoft.com/en-us/azure/application-gateway/configuration-http-settings#cookie-based-affinity',
    'https://docs.netscaler.com/en-us/citrix-adc/current-release/load-balancing/load-balancing-persistence/http-cookie-persistence.html (NSC_)',
    'https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/ (__cf_bm, _cfuvid, __cflb)',
    'https://cloud.google.com/load-balancing/docs/backend-service#generated_cookie_affinity (GCLB)',
    'https://learn.microsoft.com/en-us/azure/app-service/configure-common#affinity (ARRAffinity)',
    'https://docs.haproxy.org/2.8/configuration.html#4.2-cookie',
    'https://docs.datadome.co/docs/cookie-session-storage (datadome)',
    'https://techdocs.akamai.com/property-mgr/docs/cookies (_abck, bm_sz, ak_bmsc, bm_sv, AKA_A2)',
    'https://docs.humansecurity.com (_pxvid, _px3)',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: Object.values(MADE)
      .flat()
      .map(({ name, role }) => ({ carrier: 'cookie' as const, name, role })),
  },
  start: () =>
    serveParties(HOST, {
      [HOST]: (app, originOf) => {
        app.use(guard(HOST));
        pages(app, ['', 'departures', 'fares'], {
          body: () => `<p id="next">…</p><img src="${originOf(CDN)}/logo.png" alt="">
<script>fetch('${originOf(API)}/next', { credentials: 'include' }).then((answer) => answer.json()).then(({ at }) => { document.querySelector('#next').textContent = at; });</script>`,
        });
      },
      [API]: (app: Express) => {
        allowAll(app);
        app.use(guard(API));
        app.get('/next', (_, response) => void response.json({ at: '18:04', platform: '2' }));
      },
      [CDN]: (app: Express) => {
        app.use(guard(CDN));
        app.get('/logo.png', (_, response) => void response.type('png').send(''));
      },
    }),
  async visit(visit) {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, ['/']);
    await step('use');
    await read(visit, ['/departures', '/fares', '/departures']);
    await page.reload();
    await settle(visit);
    await page.goto('about:blank');
    await read(visit, ['/', '/fares']);
  },
};

function guard(host: string): RequestHandler {
  return (request, response, next) => {
    const held = request.get('cookie') ?? '';
    for (const { name, maxAge, httpOnly = false, cross = false, always = false, make } of MADE[
      host
    ]!)
      if (always || !held.includes(`${name}=`))
        response.append(
          'Set-Cookie',
          `${name}=${make()}; Path=/${maxAge ? `; Max-Age=${maxAge}` : ''}` +
            `${httpOnly ? '; HttpOnly' : ''}${cross ? '; Secure; SameSite=None' : ''}`,
        );
    next();
  };
}
