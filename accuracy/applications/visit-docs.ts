import { randomBytes } from 'node:crypto';
import express, { type Express } from 'express';
import { waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { allowAll, type OriginOf, pages, script, serveParties } from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'docs.weaver.test';
const SEARCH = 'weaver-dsn.docfinder.test';
const COUNT = 'stats.docs-counter.test';
const SEARCH_KEY = randomBytes(16).toString('hex');

/** A library's handbook: theme, version and tabs are remembered, DocSearch finds pages. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-docs',
  docs: [
    // `theme` of the colour mode; "docusaurus.tab.<groupId>"; "docs-preferred-version-<plugin id>";
    // "docusaurus.announcement.dismiss" and ".id".
    'https://docusaurus.io/docs/api/themes/configuration',
    'https://github.com/facebook/docusaurus/blob/main/packages/docusaurus-theme-common/src/utils/storageUtils.ts',
    'https://vitepress.dev/reference/site-config#appearance (vitepress-theme-appearance)',
    // "__DOCSEARCH_RECENT_SEARCHES__<index>", "__DOCSEARCH_FAVORITE_SEARCHES__<index>".
    'https://docsearch.algolia.com/docs/api/',
    // "Search-only API key: … can be safely used in your frontend code".
    'https://www.algolia.com/doc/guides/security/api-keys/',
    'https://plausible.io/data-policy (no cookies); "plausible_ignore" in localStorage',
  ],
  truth: {
    // The search has a key, which stands for the site and not for its visitor.
    mechanism: ['none', 'api-key'],
    host: HOST,
    credentials: [
      {
        carrier: 'localStorage',
        name: /^(?:theme|vitepress-theme-appearance|docusaurus\.)/,
        role: 'preference',
      },
      {
        carrier: 'localStorage',
        name: /^(?:docs-preferred-version-|plausible_ignore)/,
        role: 'preference',
      },
      { carrier: 'localStorage', name: /^__DOCSEARCH_/, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /^(?:docusaurus\.|docs-)/, role: ['preference', 'other'] },
      { carrier: 'cookie', name: 'docs_version', role: 'preference' },
      { carrier: 'url', name: /^x-algolia-api-key$/i, role: 'api-key' },
      { carrier: 'header', name: 'x-algolia-api-key', role: 'api-key' },
      { carrier: 'url', name: /^x-algolia-(?!api-key)/i, role: ['other', 'tracking'] },
      { carrier: 'header', name: /^x-algolia-(?!api-key)/, role: ['other', 'tracking'] },
      { carrier: 'body', name: /./, host: SEARCH, role: ['other', 'tracking'] },
      { carrier: 'body', name: /./, host: COUNT, role: ['other', 'tracking'] },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: handbook, [SEARCH]: search, [COUNT]: count }),
  async visit(visit) {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, ['/']);
    await step('use');
    await page.click('#theme');
    await page.select('#version', '2.4');
    await page.click('#npm');
    await read(visit, ['/guide', '/api']);
    await page.type('#search', 'loom');
    await waitForText(page, '#found', 'Looms');
    await page.click('#dismiss');
    await page.reload();
    await settle(visit);
    await page.goto('about:blank');
    await read(visit, ['/guide', '/']);
  },
};

function handbook(app: Express, originOf: OriginOf): void {
  app.use((request, response, next) => {
    if (!request.get('cookie')?.includes('docs_version='))
      response.cookie('docs_version', '3.0', { maxAge: 31_536_000_000, sameSite: 'lax' });
    next();
  });
  script(
    app,
    '/docs.js',
    `import { liteClient } from 'algoliasearch/lite';
import Plausible from 'plausible-tracker';
Plausible({ domain: '${HOST}', trackLocalhost: true, apiHost: '${originOf(COUNT)}' }).trackPageview();
const on = (id, event, act) => { document.querySelector(id)['on' + event] = act; };
on('#theme', 'click', () => { localStorage.setItem('theme', 'dark'); localStorage.setItem('vitepress-theme-appearance', 'dark'); });
on('#version', 'change', ({ target }) => { localStorage.setItem('docs-preferred-version-default', target.value); document.cookie = 'docs_version=' + target.value + '; path=/; max-age=31536000'; });
on('#npm', 'click', () => { localStorage.setItem('docusaurus.tab.package-manager', 'npm'); });
on('#dismiss', 'click', () => { localStorage.setItem('docusaurus.announcement.dismiss', 'true'); localStorage.setItem('docusaurus.announcement.id', 'conference-2026'); });
sessionStorage.setItem('docusaurus.sidebar.scroll', String(scrollY));
const client = liteClient('WEAVER4F2A', '${SEARCH_KEY}', { hosts: [{ url: '${originOf(SEARCH).replace('https://', '')}', accept: 'readWrite', protocol: 'https' }] });
on('#search', 'input', async ({ target }) => {
  const { results } = await client.search({ requests: [{ indexName: 'weaver', query: target.value, facetFilters: ['version:3.0'] }] });
  document.querySelector('#found').textContent = results[0].hits.map(({ title }) => title).join(', ');
  localStorage.setItem('__DOCSEARCH_RECENT_SEARCHES__weaver', JSON.stringify(results[0].hits.map(({ objectID, url, title }) => ({ objectID, url, hierarchy: { lvl0: 'Guide', lvl1: title } }))));
});`,
  );
  const picker = '<option>3.0</option><option>2.4</option>';
  pages(app, ['', 'guide', 'api'], {
    head: () => '<script defer src="/docs.js"></script>',
    body: () =>
      '<p>New: a conference! <button id="dismiss">✕</button></p><button id="theme">Dark</button>' +
      `<select id="version">${picker}</select><button id="npm">npm</button><input id="search">` +
      '<p id="found"></p>',
  });
}

function search(app: Express): void {
  allowAll(app);
  app.use(express.text({ type: () => true }));
  app.post(/queries$/, (request, response) => {
    const key = request.get('x-algolia-api-key') ?? request.query['x-algolia-api-key'];
    if (key !== SEARCH_KEY) return void response.status(403).json({ message: 'Invalid API key' });
    const hits = [
      { objectID: '7-https://docs.weaver.test/guide#looms', url: '/guide#looms', title: 'Looms' },
    ];
    response.json({
      results: [
        { hits, nbHits: 1, page: 0, nbPages: 1, index: 'weaver', query: 'loom', params: '' },
      ],
    });
  });
}

function count(app: Express): void {
  allowAll(app);
  app.use((_, response) => void response.status(202).send('ok'));
}
