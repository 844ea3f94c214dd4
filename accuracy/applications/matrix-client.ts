import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'matrix-client.test';

/**
 * A Matrix client: access and refresh token, the device's id, sync positions, transactions, a push
 * key.
 */
export const application: Application = {
  name: 'matrix-client',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "access_token, refresh_token, device_id"; "next_batch … since"; "txnId".
    'https://spec.matrix.org/latest/client-server-api/#client-authentication',
    // "pushkey: a unique identifier for this pusher … the device token".
    'https://spec.matrix.org/latest/client-server-api/#post_matrixclientv3pushersset',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'opaque' },
      { carrier: 'localStorage', name: 'mx_access_token', role: 'access-token', format: 'opaque' },
      {
        carrier: 'localStorage',
        name: 'mx_refresh_token',
        role: 'refresh-token',
        format: 'opaque',
      },
      { carrier: 'localStorage', name: /^mx_/, role: ['other', 'device'] },
      { carrier: 'sessionStorage', name: 'mx_since', role: 'other' },
      { carrier: 'url', name: 'since', role: 'other' },
      { carrier: 'body', name: /^\/access_token$/, role: 'access-token', format: 'opaque' },
      { carrier: 'body', name: /^\/refresh_token$/, role: 'refresh-token', format: 'opaque' },
      { carrier: 'body', name: /./, role: ['other', 'device'] },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /joined_rooms$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'matrix-client'),
  visit: tokenVisit({ renews: true }),
};
