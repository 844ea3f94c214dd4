import express from 'express';
import type { Application } from './support/application.js';
import { clientFile, clientFiles, pages, serveParties } from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'gazette.test';

/** A publisher with four editions, each with another maker's consent banner. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-consent',
  docs: [
    // "cookie.name: cc_cookie", with categories, consentId and timestamps.
    'https://cookieconsent.orestbida.com/reference/configuration-reference.html#cookie-name',
    // "storageMethod: cookie", "cookieName: klaro".
    'https://klaro.org/docs/integration/annotated-configuration',
    'https://github.com/AmauriC/tarteaucitron.js#readme (cookieName: tarteaucitron)',
    'https://github.com/osano/cookieconsent/wiki (cookieconsent_status)',
    // "OptanonConsent", "OptanonAlertBoxClosed".
    'https://my.onetrust.com/articles/en_US/Knowledge/UUID-2dc719a8-4be5-8d16-1dc8-c7b4147b88e0',
    'https://www.cookiebot.com/en/cookie-declaration/ (CookieConsent: stores the consent state)',
    // "euconsent-v2: TC String".
    'https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework',
    'https://support.google.com/analytics/answer/11397207 (_ga, _ga_<container-id>)',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^(?:cc_cookie|klaro|tarteaucitron)$/, role: 'consent' },
      { carrier: 'cookie', name: /^(?:cookieconsent_status|CookieConsent)$/, role: 'consent' },
      { carrier: 'cookie', name: /^(?:OptanonConsent|OptanonAlertBoxClosed)$/, role: 'consent' },
      { carrier: 'cookie', name: 'euconsent-v2', role: 'consent' },
      {
        carrier: 'localStorage',
        name: /^(?:klaro|uc_settings|uc_user_interaction)/,
        role: 'consent',
      },
      { carrier: 'cookie', name: /^_ga(?:_\w+)?$/, role: 'tracking' },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: gazette }),
  async visit(visit) {
    const { page, url, step } = visit;
    const agree = async (path: string, button: string) => {
      await page.goto(`${url}${path}`);
      // The banners move while they appear: their buttons answer all the same.
      await page.waitForSelector(button);
      await page.$eval(button, (element) => (element as HTMLElement).click());
      await settle(visit);
      await page.reload();
      await settle(visit);
    };
    await step('anonymous');
    await read(visit, ['/']);
    await step('use');
    await agree('/', '.cm__btn[data-role=all]');
    await agree('/culture', '.klaro .cm-btn-success');
    await agree('/sport', '#tarteaucitronPersonalize2');
    await agree('/travel', '.cc-allow');
    await read(visit, ['/', '/culture', '/sport', '/travel', '/']);
  },
};

function gazette(app: express.Express): void {
  clientFiles(app, {
    '/cc.css': 'vanilla-cookieconsent/dist/cookieconsent.css',
    '/cc.js': 'vanilla-cookieconsent/dist/cookieconsent.umd.js',
    '/klaro.js': 'klaro/dist/klaro.js',
    '/osano.css': 'cookieconsent/build/cookieconsent.min.css',
    '/osano.js': 'cookieconsent/build/cookieconsent.min.js',
  });
  app.use('/tarteaucitron', express.static(clientFile('tarteaucitronjs')));
  pages(app, ['', 'culture', 'sport', 'travel'], {
    head: (name) => HEADS[name] ?? '',
    body: () => '<p>Yesterday the river rose by two feet.</p>',
  });
}

const HEADS: Record<string, string> = {
  '': `<link rel="stylesheet" href="/cc.css"><script src="/cc.js"></script><script>
addEventListener('load', () => CookieConsent.run({
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
  onConsent: () => {
    document.cookie = '_ga=GA1.1.' + (1e9 + Math.floor(Math.random() * 1e9)) + '.1732600000; path=/; max-age=63072000';
    document.cookie = '_ga_7LM2QWXRTB=GS1.1.1732600000.1.1.1732600042.0.0.0; path=/; max-age=63072000';
  },
  language: { default: 'en', translations: { en: {
    consentModal: { title: 'Cookies', description: 'May we?', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No' },
    preferencesModal: { sections: [] } } } },
}));
</script>`,
  culture: `<script>
window.klaroConfig = { version: 1, elementID: 'klaro', storageMethod: 'cookie', cookieExpiresAfterDays: 365, acceptAll: true, mustConsent: false, privacyPolicy: '/privacy',
  translations: { zz: { privacyPolicyUrl: '/privacy' } },
  services: [{ name: 'matomo', title: 'Matomo', purposes: ['analytics'], cookies: [/^_pk_/] }, { name: 'video', title: 'Video', purposes: ['marketing'] }] };
localStorage.setItem('uc_user_interaction', 'false');
</script><script defer src="/klaro.js"></script>`,
  sport: `<script src="/tarteaucitron/tarteaucitron.min.js"></script><script>
tarteaucitron.init({ privacyUrl: '', hashtag: '#tarteaucitron', cookieName: 'tarteaucitron', orientation: 'bottom', showAlertSmall: false, cookieslist: true, highPrivacy: true, AcceptAllCta: true, DenyAllCta: true, mandatory: true });
(tarteaucitron.job = tarteaucitron.job || []).push('youtube');
</script>`,
  travel: `<link rel="stylesheet" href="/osano.css"><script src="/osano.js"></script><script>
const year = '; path=/; max-age=31536000';
const groups = 'groups=' + encodeURIComponent('C0001:1,C0002:1,C0004:0');
document.cookie = 'OptanonConsent=isGpcEnabled=0&datestamp=' + encodeURIComponent(new Date().toString()) + '&version=202405.1.0&consentId=' + crypto.randomUUID() + '&interactionCount=1&landingPath=NotLandingPage&' + groups + year;
document.cookie = 'OptanonAlertBoxClosed=' + new Date().toISOString() + year;
document.cookie = 'CookieConsent=' + encodeURIComponent("{stamp:'" + btoa(Math.random()) + "',necessary:true,preferences:true,statistics:false,marketing:false,method:'explicit',ver:1,utc:" + Date.now() + ",region:'gb'}") + year;
document.cookie = 'euconsent-v2=COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA.IFoEUQQgAIQwgIwQABAEAAAAOIAACAIAAAAQAIAgEAACEAAAAAgAQBAAAAAAAGBAAgAAAAAAAFAAECAAAgAAQARAEQAAAAAJAAIAAgAAAYQEAAAQmAgBC3ZAYzUw' + year;
addEventListener('load', () => cookieconsent.initialise({ type: 'opt-in', content: { href: '/privacy' } }));
</script>`,
};
