import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('told-domain');
const id = () => random.bytes(16).toString('hex');

describe('a cookie that was sent before its domain was told', () => {
  const [old, next] = [id(), id()];
  const DOMAIN = '; Path=/; Domain=.shop.test; Secure';
  const at = (host: string, sent?: string, line?: string) =>
    exchange({
      url: `https://${host}/`,
      ...(sent === undefined ? {} : { sends: { cookie: sent } }),
      ...(line === undefined ? {} : { gets: { 'set-cookie': line } }),
    });
  const told = (...visit: ReturnType<typeof exchange>[]) => {
    const analysis = new Analysis();
    for (const one of visit) analysis.addExchange(one);
    return analysis.credentials().map(({ value, valueCount, cookie, attributes }) => ({
      value,
      valueCount,
      isGone: cookie?.clearedAt !== undefined,
      domain: attributes?.domain,
    }));
  };
  const one = { value: next, valueCount: 2, isGone: false, domain: 'shop.test' };
  const gone = { value: old, valueCount: 1, isGone: true };
  const same = { value: old, valueCount: 1, isGone: false, domain: 'shop.test' };
  const app = at('app.shop.test', `d=${old}`);
  const api = at('api.shop.test', `d=${old}`);

  it.each([
    ['a new value', [app, at('app.shop.test', `d=${old}`, `d=${next}${DOMAIN}`)], one],
    ['a new value, for hosts that had the old one', [app, api, setsNext()], one],
    [
      'the value that they had',
      [app, api, at('app.shop.test', undefined, `d=${old}${DOMAIN}`)],
      same,
    ],
    ['its end', [app, at('app.shop.test', `d=${old}`, `d=; Max-Age=0${DOMAIN}`)], gone],
    ['its end, for hosts that had it', [app, api, ends('app.shop.test')], gone],
    ['a new value by its own name', [at('shop.test', `d=${old}`, `d=${next}${DOMAIN}`)], one],
  ])('is one with the cookie of the domain, which gets %s', (_, visit, expected) => {
    expect(told(...visit)).toMatchObject([expected]);
  });

  it.each([
    ['hosts were sent different ones', [app, at('api.shop.test', `d=${id()}`), setsNext()], 3],
    ['another host of the domain was sent it', [api, setsNext()], 2],
    ['it comes with the new one', [app, setsNext(), at('app.shop.test', `d=${old}; d=${next}`)], 2],
    ['the line is for the host', [api, at('app.shop.test', undefined, `d=${next}; Path=/`)], 2],
  ])('is another one where %s', (_, visit, count) => {
    expect(told(...visit)).toHaveLength(count);
  });

  it('is ended by the line for its host, whichever comes first', () => {
    const both = (...lines: string[]) =>
      exchange({
        url: 'https://app.shop.test/out',
        sends: { cookie: `d=${old}` },
        gets: { 'set-cookie': lines },
      });
    const [forHost, forDomain] = ['d=; Path=/; Max-Age=0', `d=; Max-Age=0${DOMAIN}`];
    for (const lines of [
      [forHost, forDomain],
      [forDomain, forHost],
    ])
      expect(told(app, both(...lines))).toMatchObject([{ value: old, isGone: true }]);
  });

  function setsNext() {
    return at('app.shop.test', undefined, `d=${next}${DOMAIN}`);
  }

  function ends(host: string) {
    return at(host, undefined, `d=; Max-Age=0${DOMAIN}`);
  }
});
