import { seeds, TWO_YEARS } from '../faults.js';
import type { Variant } from '../variant.js';

const TWO_YEARS_IN_SECONDS = TWO_YEARS / 1_000;

/**
 * A provider's client, keys, passwords and a web interface of held-out stacks; written from their
 * source and documentation alone.
 */
export const HELD_OUT_REST: readonly Variant[] = [
  {
    of: 'swagger-ui',
    name: 'address',
    edits: [
      ["in: 'header', name: 'X-Shop-Key'", "in: 'query', name: 'shop_key'"],
      ["request.get('x-shop-key') === KEY", "request.query['shop_key'] === KEY"],
    ],
    labels: [{ carrier: 'url', name: 'shop_key', role: 'api-key' }],
    seeds: [
      { ruleId: 'token-in-url', name: /shop_key|shopKey/ },
      { ruleId: 'token-over-http', name: /shop_key|shopKey/, least: 'medium' },
    ],
  },
  {
    of: 'tiddlywiki',
    name: 'unguarded',
    edits: [['`username=${USER.name}`,', "`username=${USER.name}`,\n    'csrf-disable=yes',"]],
    seeds: [{ ruleId: 'basic-auth-in-use', name: 'authorization', least: 'critical' }],
  },
  {
    of: 'verdaccio',
    name: 'year',
    edits: [["expiresIn: '1h'", "expiresIn: '365d'"]],
    seeds: [
      ...seeds('token', 'token-in-local-storage', 'token-over-http', 'jwt-lifetime-too-long'),
      ...seeds(undefined, 'password-over-http'),
    ],
  },
  {
    of: 'express-openid-connect',
    name: 'bare',
    edits: [
      [
        'authorizationParams,\n    }),',
        'authorizationParams,\n' +
          `      session: { rollingDuration: ${TWO_YEARS_IN_SECONDS}, ` +
          `absoluteDuration: ${TWO_YEARS_IN_SECONDS}, cookie: { httpOnly: false } },\n` +
          '    }),',
      ],
    ],
    seeds: [
      ...seeds(
        'appSession',
        'cookie-missing-httponly',
        'cookie-missing-secure',
        'cookie-persistent-session',
      ),
      ...seeds(undefined, 'oauth-redirect-over-http'),
    ],
  },
];
