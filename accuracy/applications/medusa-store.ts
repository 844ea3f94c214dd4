import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'medusa-store.test';

/** Medusa's store: a publishable key and a guest's cart, then a customer's JWT. */
export const application: Application = {
  name: 'medusa-store',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "Publishable API keys … can be used in client applications": `x-publishable-api-key`.
    'https://docs.medusajs.com/resources/commerce-modules/sales-channel/publishable-api-keys',
    // "POST /auth/customer/emailpass … token"; `medusa_auth_token` in localStorage.
    'https://docs.medusajs.com/resources/js-sdk/auth/overview',
    // "cart_id": whoever knows it may fill the cart, none of a user.
    'https://docs.medusajs.com/resources/storefront-development/cart/create',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'medusa_auth_token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/token', role: 'access-token', format: 'jwt' },
      { carrier: 'header', name: 'x-publishable-api-key', role: 'api-key' },
      { carrier: 'localStorage', name: '_medusa_cart_id', role: 'other' },
      { carrier: 'body', name: /\/id$/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/store\/orders/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'medusa-store'),
  visit: tokenVisit({ user: 'ada@example.test', renews: true }),
};
