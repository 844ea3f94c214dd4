import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { form, html } from '../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://shop.test';
const random = new Seeded('page services');
const key = random.base62(32);
const sid = random.base62(32);
const at = (url: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url, topUrl: `${SITE}/`, sends: { cookie: `sid=${sid}` }, ...more });
const login = () =>
  at(`${SITE}/login`, {
    method: 'POST',
    sends: {},
    requestBody: form('user=ada&password=x'),
    gets: { 'set-cookie': `sid=${sid}; Path=/; HttpOnly; Secure; SameSite=Lax` },
  });
const home = () =>
  at(`${SITE}/`, { responseBody: html('<p>Ada</p><a href="/logout">Log out</a>') });
const inAddress = (place: string) => () =>
  at(place + key, { type: 'fetch', sends: {}, gets: { 'content-type': 'application/json' } });
const asBearer = (url: string) => () =>
  at(url, { type: 'fetch', sends: { authorization: `Bearer ${key}`, origin: SITE } });

/** Role of the key, mechanism of the site, rules that complain of the key. */
function told(...asked: (() => ReturnType<typeof at>)[]) {
  const analysis = new Analysis();
  for (const make of [login, home, ...asked]) analysis.addExchange(make());
  const { credentials, sites, findings } = analysis.report({ ...options, reveal: true });
  const { id, role } = credentials.find(({ value }) => value === key)!;
  const rules = findings
    .filter(({ credentialId, severity }) => credentialId === id && severity !== 'info')
    .map(({ ruleId }) => ruleId);
  return [role, sites.find(({ site }) => site === SITE)?.mechanism, rules];
}

describe('a key that a service takes from the pages of others', () => {
  it.each([
    'https://cdn.contentful.com/spaces/a/entries?access_token=',
    'https://acme.cdn.prismic.io/api/v2?access_token=',
    'https://api.storyblok.com/v2/cdn/stories?token=',
    'https://api.buttercms.com/v2/posts/?auth_token=',
    'https://a1-dsn.algolia.net/1/indexes/a?x-algolia-api-key=',
    'https://api.giphy.com/v1/gifs/search?api_key=',
  ])('is nobody’s login, first seen after one as well: %s', (place) => {
    expect(told(inAddress(place))).toEqual(['api-key', 'session-cookie', []]);
  });

  it.each([
    'https://graphql.datocms.com/',
    'https://graphql.contentful.com/content/v1/spaces/a',
    'https://ms-1234.lon.meilisearch.io/indexes/a/search',
    'https://deliver.kontent.ai/a/items',
  ])('is none as a bearer of %s', (url) => {
    expect(told(asBearer(url))).toEqual(['api-key', 'session-cookie', []]);
  });

  it('is a token where it goes to another address of the same service', () => {
    expect(told(asBearer('https://api.contentful.com/spaces/a'))[0]).toBe('access-token');
  });
});

describe('a token that pages send to another site alone, and that nobody was seen to give', () => {
  it('makes no hybrid of a site with a session of its own', () => {
    expect(told(asBearer('https://api.goods.test/'))[1]).toBe('session-cookie');
  });

  it('does where the site itself is sent it as well', () => {
    expect(told(asBearer('https://api.goods.test/'), asBearer(`${SITE}/api`))[1]).toBe('hybrid');
  });
});
