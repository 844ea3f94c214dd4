import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  CHOSEN,
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
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'save-the-pier.test';
const CAPTCHA = 'challenges.turnabout.test';
const SITE_KEY = `0x4AAAAAAA${url64(9)}`;
const COOKIES: GuestCookies = {
  cf_clearance: {
    role: GUARD,
    line: '; Max-Age=31536000; HttpOnly; Secure; SameSite=None; Partitioned',
    make: () => `${url64(32)}-1764259200-1.2.1.1-${url64(150)}`,
  },
  mc_eid: { role: TRACKED, make: () => hex(5) },
  __stripe_mid: { role: GUARD, make: () => `${hex(4)}-aaaa-4bbb-8ccc-${hex(9)}` },
  __stripe_sid: { role: GUARD, make: () => `${hex(4)}-aaaa-4bbb-8ccc-${hex(9)}` },
  signed_petition: { role: CHOSEN, make: () => '1' },
};

/**
 * A petition: a puzzle against robots, a letter with a link that confirms, one that ends the
 * letters.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-petition',
  docs: [
    // "cf-turnstile-response … valid for 300 seconds, once"; sitekey is public.
    'https://developers.cloudflare.com/turnstile/get-started/server-side-validation/',
    'https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/ (cf_clearance)',
    'https://docs.hcaptcha.com/ (h-captcha-response)',
    'https://altcha.org/docs/v2/server-integration/ (payload: algorithm, challenge, number, salt, signature)',
    // "confirm … by clicking the link": proves that the address is read, opens no account.
    'https://mailchimp.com/help/about-double-opt-in/',
    'https://docs.stripe.com/cookies (__stripe_mid, __stripe_sid: fraud prevention)',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      // Opens nothing of an account: it says yes to letters, or no.
      {
        carrier: 'url',
        name: /^(?:token|u|t|mc_eid|email_hash)$/,
        role: ['other', 'access-token', 'tracking'],
      },
      { carrier: 'body', name: /(?:turnstile|captcha|altcha)/i, role: ['other', 'device'] },
      { carrier: 'body', name: /form_build_id$/, role: ['other', 'csrf'] },
      ...restIs(),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: petition, [CAPTCHA]: captcha }),
  visit: strolls(
    ['/', '/news'],
    [
      {
        on: '/',
        type: { '#name': 'Ada', '#email': 'ada@example.test' },
        press: '#sign',
        leads: true,
      },
      { on: '/news', press: '#confirm', leads: true },
      { on: '/news', press: '#stop', leads: true },
    ],
  ),
};

function petition(app: Express, originOf: OriginOf): void {
  const letter = signedToken({ email: 'ada@example.test', purpose: 'unsubscribe', list: 7 }, 3e7);
  app.use(gives(COOKIES), express.urlencoded({ extended: false }));
  app.post('/sign', (request, response) =>
    (request.body as Record<string, string>)['cf-turnstile-response']
      ? response.redirect(303, '/thanks?signature_id=48213')
      : response.sendStatus(400),
  );
  app.get('/newsletter/confirm', (_, response) => void response.redirect('/thanks?confirmed=1'));
  app.get('/newsletter/unsubscribe', (_, response) => void response.redirect('/thanks?stopped=1'));
  const form = `<form method="post" action="/sign"><input id="name" name="name"><input id="email" name="email" type="email"><input name="url" hidden><input type="hidden" name="form_build_id" value="form-${url64(32)}">
<input type="hidden" name="altcha" value="${Buffer.from(JSON.stringify({ algorithm: 'SHA-256', challenge: hex(32), number: 48_213, salt: `${hex(12)}?expires=1764259800`, signature: hex(32) })).toString('base64')}"><input type="hidden" id="answer" name="cf-turnstile-response"><button id="sign">Sign</button></form>`;
  const links =
    `<a id="confirm" href="/newsletter/confirm?u=${hex(12)}&id=${hex(5)}&token=${hex(20)}">Yes, ` +
    `send me news</a> <a id="stop" href="/newsletter/unsubscribe?t=${letter}">No more</a>`;
  pages(app, ['', 'news', 'thanks'], {
    body: (name) => `${name === '' ? form : links}${writes(COOKIES)}<script type="module">
const { token } = await fetch('${originOf(CAPTCHA)}/turnstile/v0/siteverify?sitekey=${SITE_KEY}', { method: 'POST', credentials: 'include' }).then((answer) => answer.json());
const field = document.querySelector('#answer'); if (field) field.value = token;
sessionStorage.setItem('cf.turnstile.u', crypto.randomUUID()); localStorage.setItem('_grecaptcha', '09A' + crypto.randomUUID().replaceAll('-', '') + 'x'.repeat(30));
</script>`,
  });
}

function captcha(app: Express): void {
  allowAll(app);
  app.post(
    '/turnstile/v0/siteverify',
    (_, response) =>
      void response.json({
        success: true,
        token: `0.${url64(200)}.${url64(16)}.${hex(32)}`,
        hostname: HOST,
      }),
  );
}
