import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'media-library.test';

/**
 * A media server's web client, as Jellyfin's: a scheme of its own in Authorization, and the token
 * in addresses.
 */
export const application: Application = {
  name: 'media-library',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "MediaBrowser Client=…, Device=…, DeviceId=…, Version=…, Token=…"; "api_key".
    'https://gist.github.com/nielsvanvelzen/ea047d9028f676185832e51ffaf12a6f',
    // "jellyfin_credentials": Servers[].AccessToken; "_deviceId2".
    'https://github.com/jellyfin/jellyfin-apiclient-javascript',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: ['access-token', 'device', 'other'] },
      { carrier: 'url', name: 'api_key', role: 'access-token', format: 'opaque' },
      {
        carrier: 'localStorage',
        name: /^jellyfin_credentials.*AccessToken$/,
        role: 'access-token',
        format: 'opaque',
      },
      { carrier: 'localStorage', name: /^jellyfin_credentials/, role: 'other' },
      { carrier: 'localStorage', name: '_deviceId2', role: ['device', 'other'] },
      { carrier: 'body', name: /AccessToken$/, role: 'access-token', format: 'opaque' },
      { carrier: 'body', name: /(Id|Key)$/, role: ['other', 'device'] },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/UserItems/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'media-library'),
  visit: tokenVisit(),
};
