import { createHash, randomBytes, randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { SignJWT } from 'jose';
import { allowAll, type OriginOf } from './parties.js';

export const API = 'api.shopper-cloud.test';
const SECRET = randomBytes(32);
const url64 = (bytes: number) => randomBytes(bytes).toString('base64url');

/** The API of a shop, which gives tokens to guests and to nobody else. */
export function cloud(app: Express, originOf: OriginOf): void {
  const codes = new Map<string, string>();
  allowAll(app);
  app.use(express.urlencoded({ extended: false }), express.json());
  app.get(/\/oauth2\/authorize$/, (request, response) => {
    const code = url64(32);
    codes.set(code, String(request.query['code_challenge']));
    response.redirect(303, `${originOf(API)}/callback?usid=${randomUUID()}&code=${code}`);
  });
  app.get('/callback', (_, response) => void response.send('ok'));
  app.post(/\/oauth2\/token$/, async (request, response) => {
    const {
      grant_type,
      code = '',
      code_verifier = '',
      usid = randomUUID(),
    } = request.body as Record<string, string>;
    const challenge = createHash('sha256').update(code_verifier).digest('base64url');
    if (grant_type !== 'refresh_token' && codes.get(code) !== challenge)
      return void response.status(400).json({ message: 'invalid code' });
    const id = `ab${randomBytes(10).toString('base64url')}`;
    const access = new SignJWT({
      aut: 'GUID',
      scp: 'sfcc.shopper-baskets-orders sfcc.shopper-products',
      sub: `cc-slas::zzrf_001::scid:c9c45bfd::usid:${usid}`,
      isb: `uido:slas::upn:Guest::uidn:Guest User::gcid:${id}::chid:RefArch`,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'jwt' })
      .setIssuer('slas/prod/zzrf_001')
      .setIssuedAt()
      .setExpirationTime('30m');
    response.json({
      access_token: await access.sign(SECRET),
      id_token: '',
      refresh_token: url64(32),
      expires_in: 1800,
      refresh_token_expires_in: 2_592_000,
      token_type: 'BEARER',
      usid,
      customer_id: id,
      enc_user_id: randomBytes(16).toString('hex').toUpperCase(),
      idp_access_token: null,
    });
  });
  goods(app);
}

function goods(app: Express): void {
  app.use((request, response, next) =>
    request.get('authorization')?.startsWith('Bearer ey') ? next() : response.sendStatus(401),
  );
  app.get(
    /product-search$/,
    (_, response) => void response.json({ total: 12, hits: [{ productId: '701643' }] }),
  );
  app.post(
    /\/baskets$/,
    (_, response) => void response.json({ basketId: randomBytes(13).toString('hex') }),
  );
  app.post(
    /\/items$/,
    (_, response) =>
      void response.json({ productItems: [{ itemId: randomBytes(13).toString('hex') }] }),
  );
}
