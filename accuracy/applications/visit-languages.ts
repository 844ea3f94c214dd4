import type { Express } from 'express';
import { waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { pages, script, serveParties } from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'phrasebook.test';
const YEAR = 31_536_000_000;

/** A site in three languages, which remembers the one that was chosen in every usual way. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-languages',
  docs: [
    // "lookupCookie: i18next", "lookupLocalStorage: i18nextLng", "lookupSessionStorage:
    // i18nextLng".
    'https://github.com/i18next/i18next-browser-languageDetector#readme',
    // "prefix: i18next_res_": a cache of the words themselves, for each language that was asked
    // for.
    'https://github.com/i18next/i18next-localstorage-backend#cache-backend-options',
    'https://nextjs.org/docs/pages/guides/internationalization#leveraging-the-next_locale-cookie',
    'https://docs.djangoproject.com/en/5.0/ref/settings/#language-cookie-name (django_language)',
    'https://polylang.pro/doc/is-polylang-compatible-with-the-eu-cookie-law/ (pll_language)',
    'https://wpml.org/documentation/support/browser-cookies-stored-wpml/ (wp-wpml_current_language)',
    // "Vary on country": _country, currency, timezone kept by the shop window itself.
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Headers/Accept-Language',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      {
        carrier: 'cookie',
        name: /^(?:i18next|NEXT_LOCALE|django_language|pll_language)$/,
        role: 'preference',
      },
      { carrier: 'cookie', name: /^wp-wpml_current_language$/, role: 'preference' },
      { carrier: 'cookie', name: /^(?:_country|currency|timezone)$/, role: 'preference' },
      { carrier: 'localStorage', name: 'i18nextLng', role: 'preference' },
      { carrier: 'localStorage', name: /^i18next_res_/, role: 'other' },
      { carrier: 'sessionStorage', name: 'i18nextLng', role: 'preference' },
      { carrier: 'url', name: /^(?:lng|hl|lang)$/, role: ['preference', 'other'] },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: phrasebook }, { secure: false }),
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string, text: string) => {
      await page.goto(`${url}${path}`);
      await waitForText(page, '#greeting', text);
      await settle(visit);
    };
    await step('anonymous');
    await open('/', 'Good morning');
    await step('use');
    await page.select('#lng', 'de');
    await waitForText(page, '#greeting', 'Guten Morgen');
    await open('/travel', 'Guten Morgen');
    await page.reload();
    await open('/food?lng=ko', '좋은 아침');
    await page.goto('about:blank');
    await open('/', '좋은 아침');
  },
};

const WORDS: Record<string, string> = { en: 'Good morning', de: 'Guten Morgen', ko: '좋은 아침' };

function phrasebook(app: Express): void {
  app.use((request, response, next) => {
    const held = request.get('cookie') ?? '';
    const chosen = /i18next=(\w+)/.exec(held)?.[1] ?? 'en';
    response
      .cookie('NEXT_LOCALE', chosen, { maxAge: YEAR, sameSite: 'lax' })
      .cookie('django_language', chosen)
      .cookie('pll_language', chosen, { maxAge: YEAR })
      .cookie('wp-wpml_current_language', chosen, { maxAge: 86_400_000 });
    if (!held.includes('_country='))
      response
        .cookie('_country', 'GB', { maxAge: YEAR })
        .cookie('currency', 'GBP', { maxAge: YEAR });
    next();
  });
  app.get(
    '/locales/:language.json',
    (request, response) =>
      void response.json({ greeting: WORDS[request.params.language] ?? WORDS['en'] }),
  );
  script(
    app,
    '/words.js',
    `import i18next from 'i18next';
import LanguageDetector from 'i18next-browser-languagedetector';
const say = () => { document.querySelector('#greeting').textContent = i18next.t('greeting'); };
document.cookie = 'timezone=' + encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone) + '; path=/; max-age=31536000';
const load = async (language) => {
  const answer = await fetch('/locales/' + language + '.json');
  i18next.addResourceBundle(language, 'translation', await answer.json());
  localStorage.setItem('i18next_res_' + language + '-translation', JSON.stringify({ ...i18next.getResourceBundle(language, 'translation'), i18nStamp: Date.now() }));
};
i18next.use(LanguageDetector).init({ supportedLngs: ['en', 'de', 'ko'], nonExplicitSupportedLngs: true, load: 'languageOnly', fallbackLng: 'en', resources: {},
  detection: { order: ['querystring', 'cookie', 'localStorage', 'sessionStorage', 'navigator'], lookupQuerystring: 'lng', caches: ['localStorage', 'sessionStorage', 'cookie'], cookieMinutes: 525600 } })
  .then(() => load(i18next.resolvedLanguage ?? i18next.language.slice(0, 2))).then(say);
document.querySelector('#lng').onchange = async ({ target }) => { await load(target.value); await i18next.changeLanguage(target.value); say(); };`,
  );
  const choices = Object.keys(WORDS).map((name) => `<option>${name}</option>`);
  pages(app, ['', 'travel', 'food'], {
    body: () =>
      `<select id="lng">${choices.join('')}</select><p id="greeting"></p>` +
      '<script src="/words.js"></script>',
  });
}
