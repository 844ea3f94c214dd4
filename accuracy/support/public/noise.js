// What sites load around a login. Runs in the page, after the two libraries that it starts.
const keep = (name, value, days) => {
  if (!document.cookie.includes(`${name}=`))
    document.cookie = `${name}=${value}; path=/; max-age=${days * 86_400}`;
};
const now = Math.floor(Date.now() / 1000);
const random = () => Math.floor(Math.random() * 2_147_483_647);

// Google Analytics 4: https://developers.google.com/tag-platform/security/concepts/cookies
keep('_ga', `GA1.1.${random()}.${now}`, 730);
keep('_ga_B7Q2ZK31XW', `GS1.1.${now}.1.1.${now}.0.0.0`, 730);
// Meta Pixel: https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc
keep('_fbp', `fb.1.${Date.now()}.${random()}`, 90);
localStorage.setItem('theme', 'dark');
sessionStorage.setItem('scroll', '0');

CookieConsent.run({
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {} },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: { title: 'Cookies', acceptAllBtn: 'Yes' },
        preferencesModal: { sections: [] },
      },
    },
  },
});
CookieConsent.acceptCategory('all');
mixpanel.init('0f1e2d3c4b5a69788796a5b4c3d2e1f0', {
  api_host: '/noise/track',
  persistence: 'cookie',
  track_pageview: true,
});
