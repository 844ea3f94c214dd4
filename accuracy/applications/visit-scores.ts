import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  CHOSEN,
  cookieLabels,
  type GuestCookies,
  gives,
  hex,
  restIs,
  signedToken,
  strolls,
  TRACKED,
  url64,
  writes,
} from './support/guest-site.js';
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'match-scores.test';
const REST = 'rest.livechannels.test';
const HUB = 'hub.match-scores.test';
const COOKIES: GuestCookies = {
  odds_format: { role: CHOSEN, line: '; Max-Age=31536000', make: () => 'fractional' },
  timezone: { role: CHOSEN, make: () => 'Europe%2FDublin' },
  country_code: { role: CHOSEN, line: '; Max-Age=31536000', make: () => 'IE' },
  client_id: {
    role: TRACKED,
    line: '; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax',
    make: () => randomUUID(),
  },
  viewer: {
    role: TRACKED,
    line: '; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax',
    make: () => signedToken({ anon: true, vid: randomUUID() }, 3e7),
  },
  'hub-affinity': {
    role: ['load-balancer', 'other'],
    line: '; HttpOnly; Secure; SameSite=None',
    make: () => hex(16),
  },
};

/**
 * Scores while they happen: three ways to listen, each with a token for a listener without a name.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-scores',
  docs: [
    // "token request … capability, clientId"; keys/…/requestToken gives a token for whoever asks
    // the page.
    'https://ably.com/docs/auth/token',
    // negotiate: connectionToken, connectionId; ?id=.
    'https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/TransportProtocols.md',
    'https://learn.microsoft.com/en-us/azure/azure-signalr/signalr-concept-client-negotiation (accessToken)',
    'https://centrifugal.dev/docs/server/authentication (anonymous: sub "")',
    'https://mercure.rocks/spec#authorization (anonymous subscribers; mercureAuthorization)',
  ],
  truth: {
    mechanism: ['none', 'bearer-token', 'api-key'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      {
        carrier: 'cookie',
        name: 'mercureAuthorization',
        role: ['access-token', 'other', 'device'],
      },
      // Lets anybody listen, whoever opened the page.
      {
        carrier: 'body',
        name: /(?:accessToken|connectionToken|token|mac|nonce)$/,
        role: ['access-token', 'other', 'device'],
      },
      { carrier: 'header', name: 'authorization', role: ['access-token', 'other', 'device'] },
      {
        carrier: 'url',
        name: /^(?:access_?token|id|authorization)$/i,
        role: ['access-token', 'other', 'device'],
      },
      { carrier: 'sessionStorage', name: /token/i, role: ['access-token', 'other', 'device'] },
      ...restIs([...TRACKED, 'api-key']),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: scores, [REST]: rest, [HUB]: hub }),
  visit: strolls(
    ['/', '/cup'],
    [
      { on: '/cup', press: '#listen' },
      { on: '/', press: '#listen' },
    ],
  ),
};

function scores(app: Express, originOf: OriginOf): void {
  app.use(gives(COOKIES));
  app.get('/realtime/auth', (_, response) => {
    response.json({
      keyName: 'k4Mq2x.9rT1Ab',
      clientId: `anon-${hex(4)}`,
      ttl: 3_600_000,
      nonce: hex(10),
      capability: '{"scores:*":["subscribe"]}',
      timestamp: Date.now(),
      mac: `${url64(32)}=`,
    });
  });
  app.get('/.well-known/mercure', (_, response) => {
    response.append(
      'Set-Cookie',
      `mercureAuthorization=${signedToken({ mercure: { subscribe: ['https://match-scores.test/scores/{id}'] } })}; Path=/.well-known/mercure; HttpOnly; Secure; SameSite=Strict`,
    );
    response
      .type('text/event-stream')
      .send(`id: urn:uuid:${randomUUID()}\ndata: {"home":1,"away":0}\n\n`);
  });
  const script = `
const ask = (url, init) => fetch(url, { method: 'POST', ...init }).then((answer) => answer.json());
document.querySelector('#listen').onclick = async () => {
  const request = await fetch('/realtime/auth?rnd=' + Math.random()).then((answer) => answer.json());
  const { token } = await ask('${originOf(REST)}/keys/' + request.keyName + '/requestToken', { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) });
  await fetch('${originOf(REST)}/channels/scores:cup/messages?limit=10', { headers: { Authorization: 'Bearer ' + btoa(token) } });
  const { url, accessToken } = await ask('${originOf(HUB)}/scores/negotiate?negotiateVersion=1', { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  const { connectionToken } = await ask(url + '/negotiate?negotiateVersion=1', { headers: { Authorization: 'Bearer ' + accessToken } });
  const source = new EventSource(url + '?id=' + connectionToken + '&access_token=' + accessToken);
  source.onmessage = () => source.close();
  sessionStorage.setItem('hub-token', accessToken);
};
const feed = new EventSource('/.well-known/mercure?topic=' + encodeURIComponent('https://match-scores.test/scores/{id}'));
feed.onmessage = () => feed.close();`;
  pages(app, ['', 'cup'], {
    body: () => `<button id="listen">Listen</button>${writes(COOKIES)}<script>${script}</script>`,
  });
}

function rest(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.post('/keys/:key/requestToken', (request, response) => {
    response.json({
      token: `k4Mq2x.${url64(60)}`,
      keyName: request.params.key,
      issued: Date.now(),
      expires: Date.now() + 3_600_000,
      capability: '{"scores:*":["subscribe"]}',
      clientId: 'anon',
    });
  });
  app.get('/channels/:name/messages', (request, response) =>
    request.get('authorization')
      ? response.json([{ data: { home: 1 } }])
      : response.sendStatus(401),
  );
}

function hub(app: Express, originOf: OriginOf): void {
  allowAll(app);
  app.post('/scores/negotiate', (_, response) => {
    response.json({
      negotiateVersion: 0,
      url: `${originOf(HUB)}/client`,
      accessToken: signedToken({ aud: `${originOf(HUB)}/client`, 'asrs.s.aut': 'Anonymous' }),
      availableTransports: [],
    });
  });
  app.post(
    '/client/negotiate',
    (_, response) =>
      void response.json({
        negotiateVersion: 1,
        connectionId: url64(16),
        connectionToken: url64(16),
        availableTransports: [],
      }),
  );
  app.get('/client', (_, response) => void response.type('text/event-stream').send('data: {}\n\n'));
}
