import { describe, expect, it } from 'vitest';
import type { ResourceType } from '../../../src/engine/model.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const random = new Seeded('cookie-site');
const id = () => random.bytes(16).toString('hex');
const PASSWORD = {
  kind: 'form',
  mimeType: 'x',
  bytes: 9,
  fields: [],
  passwordField: 'password',
} as const;

const set = (url: string, value: string, more: object = {}) =>
  exchange({ url, gets: { 'set-cookie': `sid=${value}; Path=/` }, ...more });
const send = (url: string, value: string, more: object = {}) =>
  exchange({ url, sends: { cookie: `sid=${value}` }, ...more });

function sitesAfter(...exchanges: ReturnType<typeof exchange>[]): string[] {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().map(({ site }) => site);
}

describe('the site of a cookie', () => {
  it('is the one with https, where a redirect to it had set the cookie', () => {
    const value = id();
    const redirect = { status: 301, redirectUrl: 'https://shop.test/' };
    expect(
      sitesAfter(
        set('http://shop.test/', value, redirect),
        send('https://shop.test/', value, { type: 'document' }),
      ),
    ).toEqual(['https://shop.test']);
  });

  it('stays it, whatever a page without encryption sets later', () => {
    const value = id();
    expect(
      sitesAfter(
        set('http://shop.test/', value),
        send('https://shop.test/', value, { type: 'document' }),
        set('http://shop.test/news', value),
      ),
    ).toEqual(['https://shop.test']);
  });

  it.each([
    ['a picture over https in a page without', 'https://shop.test/logo.png', 'image'],
    ['a script’s request over https in a page without', 'https://shop.test/api', 'fetch'],
  ])('stays the one without https: %s', (_, url, type) => {
    const value = id();
    const more = { type: type as ResourceType, topUrl: 'http://shop.test/' };
    expect(sitesAfter(set('http://shop.test/', value), send(url, value, more))).toEqual([
      'http://shop.test',
    ]);
  });

  it('lets it be seen that a login kept a session of before https', () => {
    const value = id();
    const analysis = new Analysis();
    for (const one of [
      set('http://shop.test/', value, { status: 301, redirectUrl: 'https://shop.test/' }),
      send('https://shop.test/', value, { type: 'document' }),
      send('https://shop.test/login', value, {
        method: 'POST',
        type: 'document',
        requestBody: PASSWORD,
        status: 302,
        redirectUrl: 'https://shop.test/account',
      }),
      send('https://shop.test/account', value, { type: 'document' }),
      send('https://shop.test/orders', value, { type: 'document' }),
    ])
      analysis.addExchange(one);
    const { findings, sites } = analysis.report(options);
    expect(sites.map(({ site }) => site)).toEqual(['https://shop.test']);
    expect(findings.map(({ ruleId }) => ruleId)).toContain('session-not-rotated-at-login');
  });
});
