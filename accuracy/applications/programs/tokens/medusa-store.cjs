// Medusa's JS SDK against its store API: a publishable key and a guest's cart first, then a customer's JWT.
const { randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');

const PUBLISHABLE = `pk_${randomBytes(32).toString('hex')}`;
const { app, show, open } = frame({
  title: 'Shop',
  client: `
import Medusa from '@medusajs/js-sdk';
const sdk = new Medusa({ baseUrl: location.origin, publishableKey: '${PUBLISHABLE}', auth: { type: 'jwt' } });
const cart = async () => {
  const id = localStorage.getItem('_medusa_cart_id');
  if (id) return id;
  const made = await sdk.store.cart.create({ region_id: 'reg_01JEU' });
  localStorage.setItem('_medusa_cart_id', made.cart.id);
  return made.cart.id;
};
const client = {
  ready: () => cart(),
  logIn: async (email, password) => { await sdk.auth.login('customer', 'emailpass', { email, password }); await sdk.store.customer.retrieve(); },
  load: async () => (await sdk.store.order.list()).orders.length,
  add: async () => { await sdk.store.cart.createLineItem(await cart(), { variant_id: 'variant_01JSHIRT', quantity: 1 }); },
  renew: async () => { await sdk.auth.refresh(); },
  logOut: () => sdk.auth.logout(),
};`,
});

const KEY = randomBytes(32);
const ulid = (kind) => `${kind}_01J${randomBytes(14).toString('hex').slice(0, 23).toUpperCase()}`;
const token = () =>
  jwt.sign(
    {
      actor_id: 'cus_01JADA',
      actor_type: 'customer',
      auth_identity_id: 'authid_01JADA',
      app_metadata: { customer_id: 'cus_01JADA' },
      n: randomBytes(3).toString('hex'),
    },
    KEY,
    { expiresIn: '1d' },
  );
const user = (request) => {
  try {
    return jwt.verify((request.headers.authorization ?? '').replace('Bearer ', ''), KEY);
  } catch {
    return undefined;
  }
};
app.use('/store', (request, response, next) =>
  request.headers['x-publishable-api-key'] === PUBLISHABLE
    ? next()
    : response.status(400).json({
        type: 'not_allowed',
        message: 'Publishable API key required in the request header: x-publishable-api-key.',
      }),
);
app.use(['/store/customers', '/store/orders', '/auth/token'], (request, response, next) =>
  user(request) ? next() : response.status(401).json({ message: 'Unauthorized' }),
);
app.post('/auth/customer/emailpass', (request, response) =>
  isUser(request.body.email, request.body.password)
    ? response.json({ token: token() })
    : response.status(401).json({ type: 'unauthorized', message: 'Invalid email or password' }),
);
app.post('/auth/token/refresh', (_, response) => response.json({ token: token() }));
app.get('/store/customers/me', (_, response) =>
  response.json({ customer: { id: 'cus_01JADA', email: 'ada@example.test', first_name: 'Ada' } }),
);
app.get('/store/orders', (_, response) =>
  response.json({ orders: [], count: 0, offset: 0, limit: 50 }),
);
app.post('/store/carts', (_, response) =>
  response.json({ cart: { id: ulid('cart'), region_id: 'reg_01JEU', items: [] } }),
);
app.post('/store/carts/:id/line-items', (request, response) =>
  response.json({ cart: { id: request.params.id, items: [{ id: ulid('cali'), quantity: 1 }] } }),
);
app.get('/', show);
open();
