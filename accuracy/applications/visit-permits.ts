import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express, type Request, type Response } from 'express';
import { clickThrough } from '../support/drive.js';
import { html } from '../support/site.js';
import type { Application } from './support/application.js';
import { serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';
import { regex } from '../../src/engine/regex.js';

const HOST = 'permits.council.test';
const b64 = (bytes: number) => randomBytes(bytes).toString('base64');
const url64 = (bytes: number) => randomBytes(bytes).toString('base64url');

/**
 * A council's form for a parking permit in ASP.NET: several pages that the server keeps together,
 * for nobody it knows.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-permits',
  docs: [
    // ".AspNetCore.Session", protected by Data Protection ("CfDJ8…"); no sign-in is needed for it.
    'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/app-state#session-state',
    // ".AspNetCore.Antiforgery.<hash>" and the hidden field "__RequestVerificationToken".
    'https://learn.microsoft.com/en-us/aspnet/core/security/anti-request-forgery',
    // "CookieTempDataProvider": what one page tells the next, read once.
    'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/app-state#tempdata',
    // "__VIEWSTATE", "__EVENTVALIDATION": the state of the page itself, in the page.
    'https://learn.microsoft.com/en-us/previous-versions/dotnet/articles/ms972976(v=msdn.10)',
    // "ARRAffinity", "ARRAffinitySameSite", "TiPMix", "x-ms-routing-name".
    'https://learn.microsoft.com/en-us/azure/app-service/configure-common',
    // "cookies_policy", "cookies_preferences_set".
    'https://www.gov.uk/help/cookie-details',
    // "cf-turnstile-response": proof of one answered question.
    'https://developers.cloudflare.com/turnstile/get-started/server-side-validation/',
  ],
  truth: {
    mechanism: ['session-cookie', 'none'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: '.AspNetCore.Session', role: 'session' },
      { carrier: 'cookie', name: /^\.AspNetCore\.Antiforgery\./, role: 'csrf' },
      {
        carrier: 'body',
        name: /^(__RequestVerificationToken|input\[__RequestVerificationToken\])$/,
        role: 'csrf',
      },
      { carrier: 'cookie', name: '.AspNetCore.Mvc.CookieTempDataProvider', role: 'other' },
      // The page's own state; the server's key on it stands against forgery as well.
      {
        carrier: 'body',
        name: regex()`
          ^(__(VIEWSTATE|EVENTVALIDATION|VIEWSTATEGENERATOR)
          |input\[__(VIEWSTATE|EVENTVALIDATION|VIEWSTATEGENERATOR)\])$`,
        role: ['other', 'csrf'],
      },
      { carrier: 'cookie', name: /^ARRAffinity(SameSite)?$/, role: 'load-balancer' },
      { carrier: 'cookie', name: /^(TiPMix|x-ms-routing-name)$/, role: ['load-balancer', 'other'] },
      {
        carrier: 'cookie',
        name: /^cookies_(policy|preferences_set)$/,
        role: ['consent', 'preference'],
      },
      { carrier: 'cookie', name: 'ai_user', role: ['tracking', 'device'] },
      { carrier: 'cookie', name: 'ai_session', role: ['tracking', 'device'] },
      { carrier: 'body', name: 'cf-turnstile-response', role: ['other', 'device'] },
      { carrier: 'url', name: 'reference', role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: council }),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await clickThrough(page, '#accept');
    await page.goto(`${url}/permit/address`);
    await step('use');
    await page.type('[name=postcode]', 'ZZ1 1ZZ');
    await clickThrough(page, '#next');
    await page.type('[name=plate]', 'AB12 CDE');
    await clickThrough(page, '#next');
    await page.reload();
    await page.type('[name=phone]', '01632 960000');
    await clickThrough(page, '#next');
    await page.waitForSelector('#reference');
    await page.reload();
    await page.goto('about:blank');
    await page.goto(`${url}/permit/address`);
  },
};

const FIELDS: Readonly<Record<string, string>> = {
  address: 'postcode',
  vehicle: 'plate',
  contact: 'phone',
};
const STEPS = Object.keys(FIELDS);

function council(app: Express): void {
  app.use(express.urlencoded({ extended: false }), greet);
  app.get(
    '/',
    (_, response) =>
      void response.send(
        html(
          'Parking',
          '<form method="post" action="/cookies">' +
            '<button id="accept" name="cookies" value="accept">Accept</button></form>' +
            '<a href="/permit/address">Apply</a>',
          INSIGHTS,
        ),
      ),
  );
  app.post('/cookies', (_, response) => {
    const year = { maxAge: 31_536_000_000, secure: true };
    response.cookie(
      'cookies_policy',
      JSON.stringify({ essential: true, usage: true, campaigns: false }),
      year,
    );
    response.cookie('cookies_preferences_set', 'true', year).redirect(303, '/');
  });
  app.get('/permit/:step', (request, response) => void response.send(pageOf(request, response)));
  app.post('/permit/:step', (request, response) => {
    const { __RequestVerificationToken: token } = request.body as Record<string, string>;
    if (!token) return void response.sendStatus(400);
    const next = STEPS[STEPS.indexOf(String(request.params['step'])) + 1];
    response.cookie('.AspNetCore.Mvc.CookieTempDataProvider', `CfDJ8${url64(90)}`, {
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
    });
    response.redirect(
      302,
      next ? `/permit/${next}` : `/permit/done?reference=PK-${randomBytes(4).toString('hex')}`,
    );
  });
}

/** What the platform, the framework and the page itself set with a first answer. */
function greet(request: Request, response: Response, next: () => void): void {
  const held = request.get('cookie') ?? '';
  const once = (name: string, value: string, options: object) => {
    if (!held.includes(`${name}=`))
      response.cookie(name, value, { secure: true, encode: String, ...options });
  };
  const server = randomBytes(32).toString('hex');
  once('ARRAffinity', server, { httpOnly: true });
  once('ARRAffinitySameSite', server, { httpOnly: true, sameSite: 'none' });
  once('TiPMix', '71.40282739847', { httpOnly: true, maxAge: 3_600_000 });
  once('x-ms-routing-name', 'self', { httpOnly: true, maxAge: 3_600_000 });
  if (request.path.startsWith('/permit/')) {
    once(
      '.AspNetCore.Session',
      `CfDJ8${b64(130)}`.replaceAll('+', '%2B').replaceAll('/', '%2F').replaceAll('=', '%3D'),
      { httpOnly: true, sameSite: 'lax' },
    );
    once('.AspNetCore.Antiforgery.Vyx7fPCCl1Y', `CfDJ8${url64(110)}`, {
      httpOnly: true,
      sameSite: 'strict',
    });
  }
  if (request.path === '/permit/vehicle' && request.method === 'GET' && held.includes('TempData'))
    response.clearCookie('.AspNetCore.Mvc.CookieTempDataProvider');
  next();
}

function pageOf({ params }: Request, response: Response): string {
  response.set('Cache-Control', 'no-cache, no-store');
  const step = String(params['step']);
  const hidden = (name: string, value: string) =>
    `<input type="hidden" name="${name}" id="${name}" value="${value}">`;
  if (!STEPS.includes(step)) return html('Done', '<p id="reference">Thank you</p>', INSIGHTS);
  return html(
    step,
    `<form method="post">${hidden('__VIEWSTATE', `/wEPDwUKMTY${b64(240)}`)}${hidden('__VIEWSTATEGENERATOR', 'CA0B0334')}${hidden('__EVENTVALIDATION', `/wEdAAU${b64(60)}`)}
<input name="${FIELDS[step]}">${hidden('cf-turnstile-response', `0.${url64(180)}.${url64(16)}.${randomBytes(32).toString('hex')}`)}${hidden('__RequestVerificationToken', `CfDJ8${url64(110)}`)}<button id="next">Continue</button></form>`,
    INSIGHTS,
  );
}

/** Application Insights' two cookies. */
const INSIGHTS = `<script>
if (!document.cookie.includes('ai_user')) document.cookie = 'ai_user=${randomUUID().slice(0, 22)}|' + new Date().toISOString() + '; path=/; max-age=31536000; secure';
document.cookie = 'ai_session=${url64(16)}|' + Date.now() + '|' + Date.now() + '; path=/; max-age=1800; secure';
</script>`;
