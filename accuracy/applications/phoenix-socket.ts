import type { Application } from './support/application.js';
import { tokenProgram, tokenVisit } from './support/token-program.js';

const HOST = 'phoenix-socket.test';

/**
 * Phoenix: a signed session cookie, a token of the page against forgery, and a signed token in the
 * socket's address.
 */
export const application: Application = {
  name: 'phoenix-socket',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "Plug.Session … :cookie store … signed": SFMyNTY.
    'https://hexdocs.pm/plug/Plug.Session.COOKIE.html',
    // "token" of Phoenix.Token in the socket’s params.
    'https://hexdocs.pm/phoenix/channels.html#using-token-authentication',
    // "x-csrf-token", "csrf-token" meta.
    'https://hexdocs.pm/plug/Plug.CSRFProtection.html',
  ],
  truth: {
    mechanism: ['token-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: '_depot_key', role: 'session', format: 'signed' },
      { carrier: 'header', name: 'x-csrf-token', role: 'csrf' },
      { carrier: 'body', name: '/csrf-token/', role: 'csrf' },
      { carrier: 'body', name: '/user-token/', role: 'access-token', format: 'signed' },
      { carrier: 'url', name: 'token', role: 'access-token', format: 'signed' },
      { carrier: 'url', name: 'vsn', role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
      { carrier: 'sessionStorage', name: /^phx/, role: 'other' },
    ],
  },
  start: (scratch) => tokenProgram(scratch, HOST, 'phoenix-socket'),
  visit: tokenVisit({ user: 'ada@example.test' }),
};
