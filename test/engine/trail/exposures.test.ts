import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import type { Exchange } from '../../../src/engine/model.js';
import { readHar } from '../../../src/engine/normalize/sources/har.js';
import type { Report } from '../../../src/engine/report/report.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SHOP = 'https://shop.test';
const CDN = 'https://cdn.test';
const METRICS = 'https://metrics.test';
const random = new Seeded('exposures');
const hex = () => random.bytes(16).toString('hex');
const token = jwtOf({ sub: 'ada', scope: 'orders' });

function reportOn(exchanges: Exchange[]): Report {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.report({ source: { kind: 'har', url: SHOP, dropped: 0 }, version: '0' });
}

const exposures = ({ events, credentials }: Report) =>
  events
    .filter(({ type }) => type === 'exposed')
    .map(({ credentialId, detail: { exposure, origin, script, count = 1 } }) =>
      [
        credentials.find(({ id }) => id === credentialId)!.name,
        exposure,
        origin,
        ...(script === undefined ? [] : [script]),
        count,
      ].join(' '),
    );
/** What the credentials are taken for, and what is found beside what the Referer told. */
const judged = ({ credentials, findings }: Report) => ({
  credentials,
  findings: findings.filter(({ ruleId }) => ruleId !== 'token-in-referer'),
});

const picture = (referer: string | undefined, origin = CDN) =>
  exchange({
    url: `${origin}/logo.png`,
    type: 'other',
    topUrl: SHOP,
    at: Date.UTC(2026, 0, 2),
    ...(referer === undefined ? {} : { sends: { referer } }),
  });

describe('a Referer header', () => {
  it('exposes the token in the page’s address to another origin, and is no use of it', () => {
    const page = exchange({ url: `${SHOP}/orders?access_token=${token}` });
    const told = reportOn([page, picture(page.url), { ...picture(page.url), id: 'again' }]);
    expect(exposures(told)).toEqual([
      `access_token url ${SHOP} 1`,
      `access_token referer ${CDN} 2`,
    ]);
    const untold = reportOn([page, picture(undefined), { ...picture(undefined), id: 'again' }]);
    expect(judged(told)).toEqual(judged(untold));
    expect(told.findings.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['token-in-referer', 'token-in-url']),
    );
  });

  it('exposes a session id that a cookie holds, too, under whatever name', () => {
    const sid = hex();
    const page = exchange({
      url: `${SHOP}/basket;jsessionid=${sid}?ref=${sid}`,
      gets: { 'set-cookie': `JSESSIONID=${sid}; Path=/` },
    });
    const { credentials, events } = reportOn([page, picture(`${SHOP}/x?ref=${sid}`)]);
    expect(credentials.map(({ name }) => name)).toEqual(['JSESSIONID']);
    expect(events.map(({ detail }) => detail.exposure)).toContain('referer');
  });

  it('tells of a token whose page was not recorded: it was asked for with it', () => {
    const report = reportOn([picture(`${SHOP}/orders?t=${token}`)]);
    expect(report.credentials).toMatchObject([
      { carrier: 'url', name: 't', origin: SHOP, format: 'jwt', sightings: 1 },
    ]);
    expect(exposures(report)).toEqual([`t url ${SHOP} 1`, `t referer ${CDN} 1`]);
  });

  it.each([
    ['its own origin', `${SHOP}/orders?access_token=${token}`, SHOP],
    ['nothing but an origin', `${SHOP}/`, CDN],
    ['a search', `${SHOP}/?q=${hex()}&page=2`, CDN],
    ['nonsense', `about:${token}`, CDN],
  ])('is no exposure where it tells %s', (_, referer, origin) => {
    const report = reportOn([picture(referer, origin)]);
    expect(exposures(report)).toEqual([]);
    expect(report.credentials).toEqual([]);
  });

  it('knows no value by accident', () => {
    const login = exchange({
      url: `${SHOP}/api`,
      type: 'fetch',
      sends: { authorization: 'Token demo' },
    });
    expect(exposures(reportOn([login, picture(`${SHOP}/?mode=demo`)]))).toEqual([]);
  });
});

describe('a script of another site', () => {
  const entry = (url: string, initiator: unknown, value = token) => ({
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 5,
    _initiator: initiator,
    _resourceType: 'fetch',
    request: {
      method: 'GET',
      url,
      headers: [
        { name: 'Authorization', value: `Bearer ${value}` },
        { name: 'Referer', value: `${SHOP}/` },
      ],
    },
    response: { status: 200, headers: [], content: {} },
  });
  const by = (...scripts: string[]) => ({
    type: 'script',
    stack: { callFrames: scripts.map((url) => ({ url })) },
  });
  const issued = {
    ...entry(`${SHOP}/api/token`, undefined),
    startedDateTime: '2025-12-31T23:59:00.000Z',
    response: {
      status: 200,
      headers: [],
      content: { mimeType: 'application/json', text: JSON.stringify({ access_token: token }) },
    },
  };
  const read = (...entries: unknown[]) =>
    exposures(
      reportOn(
        readHar({
          log: {
            entries: [{ ...issued, request: { ...issued.request, headers: [] } }, ...entries],
          },
        }).exchanges,
      ),
    );

  it('exposes what it sends to another site, by name', () => {
    expect(read(entry(`${METRICS}/collect`, by(`${CDN}/m.js`)))).toEqual([
      `authorization cross-site ${METRICS} 1`,
      `authorization third-party-script ${METRICS} ${CDN} 1`,
    ]);
  });

  it('is told apart from the page’s own, also where the call goes through code of others', () => {
    const crossSite = [`authorization cross-site ${METRICS} 1`];
    expect(read(entry(`${METRICS}/collect`, by(`${SHOP}/app.js`)))).toEqual(crossSite);
    expect(
      read(entry(`${METRICS}/collect`, by(`${CDN}/wrapper.js`, 'https://static.shop.test/app.js'))),
    ).toEqual(crossSite);
    expect(read(entry(`${METRICS}/collect`, { type: 'other' }))).toEqual(crossSite);
  });

  it('exposes nothing by calling the credential’s own site', () => {
    expect(read(entry('https://api.shop.test/orders', by(`${CDN}/sdk.js`)))).toEqual([]);
  });

  it('exposes what bodies show, whose script DevTools tells with them', () => {
    const post = exchange({
      url: `${METRICS}/collect`,
      method: 'POST',
      type: 'fetch',
      topUrl: SHOP,
    });
    const analysis = new Analysis();
    analysis.addExchange(
      exchange({
        url: `${SHOP}/api`,
        type: 'fetch',
        topUrl: SHOP,
        at: post.startedAt - 900,
        sends: { authorization: `Bearer ${token}` },
      }),
    );
    analysis.addExchange(post);
    const request = {
      kind: 'json',
      mimeType: 'application/json',
      bytes: 400,
      fields: [{ pointer: '/token', value: token }],
    } as const;
    analysis.addBodies({
      kind: 'bodies',
      exchangeId: post.id,
      at: post.startedAt + 50,
      request: { ...request, fields: [...request.fields] },
      script: CDN,
    });
    expect(
      exposures(analysis.report({ source: { kind: 'tab', url: SHOP, dropped: 0 }, version: '0' })),
    ).toContain(`authorization third-party-script ${METRICS} ${CDN} 1`);
  });
});
