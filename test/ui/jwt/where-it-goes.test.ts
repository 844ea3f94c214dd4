import { describe, expect, it } from 'vitest';
import { whereItGoes } from '../../../src/ui/jwt/where-it-goes.js';

const sent = (origin: string) => ({ type: 'sent', detail: { origin } });
const API = 'https://api.shop.test';
const IDP = 'https://login.idp.test';

describe('where a token is sent', () => {
  it.each([
    [API, API, 'audience'],
    [`${API}/v1/`, API, 'audience'],
    ['api.shop.test', API, 'audience'],
    ['API.shop.test', API, 'audience'],
    [['other', API], API, 'audience'],
    [API, 'wss://api.shop.test', 'audience'],
    // Another port, another scheme, a subdomain: other places.
    [API, `${API}:8443`, 'elsewhere'],
    ['http://api.shop.test', API, 'elsewhere'],
    ['https://shop.test', API, 'elsewhere'],
    [API, 'https://api.shop.test.evil.test', 'elsewhere'],
    ['shop-web', API, 'incomparable'],
    ['api://6f1a', API, 'incomparable'],
    [['https://other.test', 'shop-web'], API, 'incomparable'],
    [undefined, API, 'unnamed'],
    [[], API, 'unnamed'],
    [{ a: 1 }, API, 'unnamed'],
    [API, IDP, 'issuer'],
    [undefined, IDP, 'issuer'],
  ])('for %j to %s is %s', (aud, origin, fit) => {
    const { sentTo } = whereItGoes({ aud, iss: `${IDP}/` }, [sent(origin)]);
    expect(sentTo).toEqual([{ origin, fit }]);
  });

  it('is told of each place once, those of an exposure among them', () => {
    const trail = [
      sent(API),
      sent(API),
      { type: 'exposed', detail: { origin: 'https://metrics.test' } },
      { type: 'stored', detail: { origin: 'https://www.shop.test' } },
      { type: 'refreshed', detail: {} },
    ];
    const { sentTo } = whereItGoes({ aud: API }, trail);
    expect(sentTo).toEqual([
      { origin: API, fit: 'audience' },
      { origin: 'https://metrics.test', fit: 'elsewhere' },
    ]);
  });

  it('is unknown where no use was seen', () => {
    expect(whereItGoes({ aud: API }, []).sentTo).toEqual([]);
  });
});

describe('where a token came from', () => {
  it.each([
    [`${IDP}/realms/a`, IDP, 'same'],
    ['login.idp.test', IDP, 'same'],
    [IDP, 'https://www.shop.test', 'other'],
    ['my-server', IDP, 'incomparable'],
  ])('for the issuer %s and %s is %s', (iss, origin, fit) => {
    const { cameFrom } = whereItGoes({ iss }, [{ type: 'issued', detail: { origin } }]);
    expect(cameFrom).toEqual([{ origin, fit }]);
  });

  it('is not compared where it names no issuer', () => {
    expect(whereItGoes({}, [{ type: 'issued', detail: { origin: IDP } }])).toEqual({
      audience: [],
      issuer: null,
      sentTo: [],
      cameFrom: [],
    });
  });
});
