import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'signalr-hub.test';

/**
 * SignalR's client: a JWT in sessionStorage, in Authorization at the negotiation and in the
 * WebSocket's address.
 */
export const application: Application = {
  name: 'signalr-hub',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "access_token" in the query string of WebSockets: browsers set no header there.
    'https://learn.microsoft.com/aspnet/core/signalr/authn-and-authz#bearer-token-authentication',
    // "connectionToken … id": which connection; "connectionId".
    'https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/TransportProtocols.md',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'url', name: 'access_token', role: 'access-token', format: 'jwt' },
      { carrier: 'sessionStorage', name: 'dispatch.jwt', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/jwt', role: 'access-token', format: 'jwt' },
      // Names a connection.
      { carrier: 'url', name: 'id', role: 'other' },
      { carrier: 'body', name: /^\/(connectionId|connectionToken|traceId)$/, role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  start: (scratch) => tokenProgram(scratch, HOST, 'signalr-hub'),
  visit: tokenVisit(),
};
