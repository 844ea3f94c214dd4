import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

// A page tells its scripts a value against forgery, and they send it wherever they like.

const random = new Seeded('told csrf');
const URL = 'https://shop.test/';
const A = random.bytes(16).toString('hex');
const SESSION = random.base62(32);
const cookie = { cookie: `shop=${SESSION}` };
const tokensOf = (...exchanges: Exchange[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().filter(({ kind }) => kind !== 'cookie');
};
const rolesOf = (...exchanges: Exchange[]) => tokensOf(...exchanges).map(({ role }) => role);
const page = (html: string, path = '') =>
  exchange({
    url: URL + path,
    sends: cookie,
    responseBody: readBody('text/html', `<html>${html}</html>`),
  });
const send = (sends: Record<string, string> = {}, more: Partial<ExchangeSpec> = {}) =>
  exchange({
    url: `${URL}api/save`,
    method: 'POST',
    type: 'fetch',
    sends: { ...cookie, ...sends },
    ...more,
  });
const json = (body: unknown) =>
  send({}, { requestBody: readBody('application/json', JSON.stringify(body)) });
const form = (text: string) =>
  send({}, { requestBody: readBody('application/x-www-form-urlencoded', text) });

const BACK: [string, Exchange][] = [
  ['a header that says so', send({ 'x-csrf-token': A })],
  ['a header of any name', send({ 'x-shop-proof': A })],
  ['a form', form(`a=1&csrf=${A}`)],
  ['JSON', json({ a: 1, csrfToken: A })],
  ['a GraphQL extension', json({ query: 'mutation { a }', extensions: { csrf: A } })],
  ['the address of a change', send({}, { url: `${URL}drop?csrfToken=${A}` })],
];

describe('a value against forgery by its name', () => {
  it.each([
    `<script>window.__CONFIG__ = {csrfToken: "${A}"}</script>`,
    `<script type="application/json">{"formToken":"${A}"}</script>`,
    `<body data-csrf="${A}">`,
    `<meta name="shop-token" content="${A}">`,
    `<script>var _csrf = {token: '${A}', header: 'X-Shop-Proof'}</script>`,
    `<div data-props="{&quot;xsrf&quot;:&quot;${A}&quot;}">`,
  ])('%s is one, and the same wherever it comes back', (html) => {
    expect(rolesOf(page(html))).toEqual(['csrf']);
    for (const [, back] of BACK) expect(rolesOf(page(html), back)).toEqual(['csrf']);
    const [all] = tokensOf(page(html), ...BACK.map(([, back]) => back));
    expect(all?.sightings.map(({ carrier }) => carrier)).toEqual(
      expect.arrayContaining(['body', 'header', 'url']),
    );
  });

  it('in a script that is a file', () => {
    const responseBody = readBody('application/javascript', `var csrf_token = "${A}";`);
    const file = exchange({ url: `${URL}guard.js`, type: 'other', sends: cookie, responseBody });
    expect(rolesOf(file, send({ 'x-guard': A }))).toEqual(['csrf']);
  });
});

describe('a value whose name says nothing', () => {
  const told = [
    `<script>var token = '${A}'</script>`,
    `<script>boot({"nonce":"${A}"})</script>`,
    `<main data-zx="${A}">`,
  ];

  it.each(told)('%s is one where it comes back in a place that says so', (html) => {
    for (const back of [BACK[0]!, BACK[2]!, BACK[3]!, BACK[4]!])
      expect(rolesOf(page(html), back[1])).toEqual(['csrf']);
    expect(rolesOf(page(html), json({ token: A }))).toEqual(['csrf']);
  });

  it.each(told)('%s is one where it goes with what changes something, and only there', (html) => {
    const back = () => send({ 'x-shop-call': A });
    expect(rolesOf(page(html), back(), back())).toEqual(['csrf']);
    const extension = () => json({ query: 'mutation { a }', extensions: { zx: A } });
    expect(rolesOf(page(html), extension(), extension())).toEqual(['csrf']);
  });

  it('is known in a page that is seen after its use', () => {
    const found = tokensOf(send({ 'x-csrf-token': A }), page(told[2]!));
    expect(found.map(({ role, carriers }) => [role, carriers])).toEqual([
      ['csrf', ['header', 'body']],
    ]);
  });

  const uuid = '0f8c2c0e-6a41-4b5e-9c1d-7e2f8a9b3c4d';
  it.each<[string, Exchange[]]>([
    ['never comes back', []],
    ['comes back once', [send({ 'x-shop-call': A })]],
    [
      'goes with every request',
      [send({ 'x-shop': A }), send({ 'x-shop': A }, { method: 'GET' }), send({ 'x-shop': A })],
    ],
    [
      'goes where no cookie says who asks',
      [send({ 'x-shop': A, cookie: '' }), send({ 'x-shop': A, cookie: '' })].map((one) => ({
        ...one,
        request: { ...one.request, headers: one.request.headers.filter((h) => h.value !== '') },
      })),
    ],
    ['numbers requests', [send({ 'x-request-id': A }), send({ 'x-request-id': A })]],
    ['is what a form is about', [form(`item=${A}`), form(`item=${A}`)]],
  ])('is none that %s', (_, exchanges) => {
    expect(rolesOf(page(told[1]!), ...exchanges)).toEqual([]);
  });

  it('is none that numbers a tenant', () => {
    const back = () => send({ 'x-tenant': uuid });
    expect(rolesOf(page(`<script>boot({tenant:"${uuid}"})</script>`), back(), back())).toEqual([]);
  });

  it('stands against no forgery where it says who asks', () => {
    const use = () => send({ authorization: `Bearer ${A}` });
    expect(rolesOf(page(told[0]!), use(), use())).not.toContain('csrf');
  });
});

it('leaves alone what a page tells of others', () => {
  const html = `<script>x={mapToken:"${A}", sessionToken:"${random.base62(32)}", accessToken:"${random.base62(40)}",
    build: "${random.bytes(20).toString('hex')}", apiKey: "${random.base62(39)}"}</script>`;
  expect(rolesOf(page(html), page(html, 'b'))).toEqual([]);
});
