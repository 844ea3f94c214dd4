import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { form, json } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { momentsTold } from '../../../support/moments-told.js';
import { Seeded } from '../../../support/seeded.js';

const random = new Seeded('guest codes');
const SHOP = 'https://shop.test';
const BACK = `${SHOP}/callback`;
const code = random.base62(24);
const token = random.base62(40);
const byScript = (spec: ExchangeSpec) => exchange({ type: 'fetch', topUrl: `${SHOP}/`, ...spec });

/** A page that asks for a code, redeems it, and sends the token. */
function visit(who: string, at: string, more: Partial<ExchangeSpec> = {}): Exchange[] {
  const asked = new URLSearchParams({ client_id: 'shop', response_type: 'code', state: 'x' });
  asked.set('redirect_uri', BACK);
  const back = `${BACK}?code=${code}&state=x`;
  return [
    exchange({ url: `${SHOP}/` }),
    byScript({ url: `${at}/authorize?${asked}${who}`, status: 303, redirectUrl: back, ...more }),
    byScript({ url: back, ...more }),
    byScript({
      url: `${at}/token`,
      method: 'POST',
      requestBody: form(`client_id=shop&grant_type=authorization_code&code=${code}`),
      responseBody: json({ access_token: token, expires_in: 1800 }),
    }),
    byScript({ url: `${SHOP}/api/prices`, sends: { authorization: `Bearer ${token}` } }),
  ];
}

describe('a code for a guest', () => {
  it.each([
    ['of the shop itself', `${SHOP}/oauth2`, {}],
    ['of a service', 'https://id.test/oauth2', {}],
    ['that a page is sent for', 'https://id.test/oauth2', { type: 'document' }],
  ] as const)('%s logs nobody in', (_, at, more) => {
    const gets = { 'set-cookie': `usid=${random.base62(30)}; Path=/` };
    expect(momentsTold(visit('&hint=guest', at, { ...more, gets }))).toEqual([]);
  });

  it.each(['&login_hint=anonymous', '&idp=guest', '&acr_values=guest'])(
    'is told by %s as well',
    (who) => {
      expect(momentsTold(visit(who, `${SHOP}/oauth2`))).toEqual([]);
    },
  );

  it('is none of whoever logs in after it', () => {
    const guest = visit('&hint=guest', `${SHOP}/oauth2`);
    expect(momentsTold([...guest, ...visit('', `${SHOP}/oauth2`)])).toHaveLength(1);
  });
});

describe('a code', () => {
  it.each(['', '&hint=sso', '&login_hint=ada%40shop.test', '&prompt=none'])(
    'that is asked for with %j logs somebody in',
    (who) => {
      expect(momentsTold(visit(who, `${SHOP}/oauth2`))).toHaveLength(1);
      expect(momentsTold(visit(who, 'https://id.test/oauth2'))).toHaveLength(1);
    },
  );

  it('of another client is somebody’s beside that of a guest', () => {
    const [page, asked] = visit('&hint=guest', 'https://id.test/oauth2');
    const others = visit('', 'https://id.test/oauth2').slice(1);
    const other = (one: Exchange): Exchange => ({
      ...one,
      url: one.url.replace('=shop&', '=chat&').replace('%2Fcallback', '%2Fchat'),
      request: { ...one.request, ...(one.request.body && { body: ofChat }) },
    });
    const ofChat = form(`client_id=chat&grant_type=authorization_code&code=${code}`);
    expect(momentsTold([page!, asked!, ...others.map(other)])).toHaveLength(1);
  });
});
