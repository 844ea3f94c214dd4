import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  CHOSEN,
  cookieLabels,
  type GuestCookies,
  gives,
  GUESTS,
  hex,
  restIs,
  strolls,
  TRACKED,
  url64,
} from './support/guest-site.js';
import { pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'walk-in-clinic.test';
const forgery = () => `CfDJ8${url64(110)}`;
const COOKIES: GuestCookies = {
  'ASP.NET_SessionId': { role: GUESTS, line: '; HttpOnly; SameSite=Lax', make: () => hex(12) },
  JSESSIONID: {
    role: GUESTS,
    line: 'clinic; HttpOnly',
    make: () => `${hex(16).toUpperCase()}.node2`,
  },
  '.AspNetCore.Antiforgery.Fd3kPq7x2Zw': {
    role: 'csrf',
    line: '; HttpOnly; SameSite=Strict',
    make: forgery,
  },
  __RequestVerificationToken: { role: 'csrf', line: '; HttpOnly', make: () => url64(80) },
  '.AspNetCore.Mvc.CookieTempDataProvider': {
    role: ['other', 'preference'],
    line: '; HttpOnly; SameSite=Lax',
    make: forgery,
  },
  '.AspNetCore.Culture': {
    role: CHOSEN,
    line: '; Max-Age=31536000',
    make: () => 'c%3Den-GB%7Cuic%3Den-GB',
  },
  '.AspNet.Consent': {
    role: ['consent', 'preference'],
    line: '; Max-Age=31536000; SameSite=Lax',
    make: () => 'yes',
  },
  ARRAffinity: { role: 'load-balancer', line: '; HttpOnly; Secure', make: () => hex(32) },
  ai_user: {
    role: TRACKED,
    line: '; Max-Age=31536000',
    make: () => `${url64(16)}|2026-11-27T09:00:00.000Z`,
  },
  ai_session: {
    role: TRACKED,
    line: '; Max-Age=1800',
    make: () => `${url64(16)}|1764259200000|1764259230000`,
  },
  DotNetNukeAnonymous: {
    role: GUESTS,
    line: '; Max-Age=6000000; HttpOnly',
    make: () => `${url64(40)}0`,
  },
  '.ASPXANONYMOUS': { role: GUESTS, line: '; Max-Age=6000000; HttpOnly', make: () => url64(66) },
};

/**
 * Appointments at a clinic, asked for by guests, of servers that keep what was typed between two
 * pages.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-clinic',
  docs: [
    // "Session state … ASP.NET_SessionId"; kept for everybody, logged in or not.
    'https://learn.microsoft.com/en-us/previous-versions/aspnet/ms178581(v=vs.100)',
    'https://learn.microsoft.com/en-us/aspnet/core/security/anti-request-forgery',
    // ".ASPXANONYMOUS: anonymous identification".
    'https://learn.microsoft.com/en-us/previous-versions/aspnet/91ka2e6a(v=vs.100)',
    'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/app-state#tempdata',
    // "javax.faces.ViewState": the page's state.
    'https://jakarta.ee/specifications/faces/4.0/jakarta-faces-4.0#viewstate',
    'https://learn.microsoft.com/en-us/azure/azure-monitor/app/ip-collection (ai_user, ai_session)',
  ],
  truth: {
    mechanism: ['session-cookie', 'none'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      {
        carrier: 'body',
        name: /(?:RequestVerificationToken|EVENTVALIDATION)/,
        role: ['csrf', 'other'],
      },
      { carrier: 'body', name: /(?:VIEWSTATE|ViewState|__PREVIOUSPAGE)/, role: ['other', 'csrf'] },
      { carrier: 'header', name: 'requestverificationtoken', role: 'csrf' },
      // Shows this one appointment to whoever has the link.
      { carrier: 'url', name: /^(?:reference|code|jsessionid)$/, role: ['other', 'session'] },
      ...restIs(),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: clinic }),
  visit: strolls(
    ['/', '/clinic'],
    [
      {
        on: '/clinic',
        type: { '#when': 'Tuesday', '#phone': '0123456' },
        press: '#book',
        leads: true,
      },
      { on: '/clinic', press: '#slots' },
    ],
  ),
};

function clinic(app: Express): void {
  const token = forgery();
  app.use(gives(COOKIES), express.urlencoded({ extended: false }), express.json());
  app.post('/clinic', (request, response) =>
    (request.body as Record<string, string>)['__RequestVerificationToken'] === token
      ? response.redirect(303, `/booked?reference=${randomUUID()}`)
      : response.sendStatus(400),
  );
  app.post('/api/slots', (request, response) =>
    request.get('requestverificationtoken') === token
      ? response.json({ slots: ['09:10', '09:20'] })
      : response.sendStatus(400),
  );
  const form = `<form method="post"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUK${hex(60)}"><input type="hidden" name="__EVENTVALIDATION" value="/wEdAAU${hex(40)}"><input type="hidden" name="javax.faces.ViewState" value="-${BigInt(`0x${hex(7)}`)}:${BigInt(`0x${hex(7)}`)}">
<input type="hidden" name="__RequestVerificationToken" value="${token}"><input id="when" name="when"><input id="phone" name="phone"><button id="book">Book</button></form>`;
  pages(app, ['', 'clinic', 'booked'], {
    body: (name) => `${name === 'clinic' ? form : ''}<button id="slots">Free times</button><script>
document.querySelector('#slots').onclick = () => fetch('/api/slots', { method: 'POST', headers: { 'Content-Type': 'application/json', RequestVerificationToken: '${token}' }, body: '{}' });
sessionStorage.setItem('AI_buffer', '[]'); sessionStorage.setItem('AI_sentBuffer', '[]');
</script>`,
  });
}
