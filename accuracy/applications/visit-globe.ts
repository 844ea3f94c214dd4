import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import { hex, restIs, signedToken, strolls, TRACKED, url64 } from './support/guest-site.js';
import { allowAll, type OriginOf, PIXEL, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'walking-routes.test';
const KIT = 'cdn.mapmaker-kit.test';
const ION = 'api.terrain-ion.test';
const WEATHER = 'api.cloudcover.test';
const APPID = hex(16);
const MAP = signedToken({ iss: 'TEAM48213A', origin: `https://${HOST}` }, 3e7, {
  kid: 'KEY48213AB',
});
const TERRAIN = signedToken({ jti: '7e3d-4c1a', id: 48_213, iat: 1_760_000_000 }, 9e8);

/**
 * Walks on a map: tokens that are the same for all, given out for one site, and exchanged for short
 * ones.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-globe',
  docs: [
    // "JWT … origin: restricts to a domain": in every page; the bootstrap gives an accessKey.
    'https://developer.apple.com/documentation/mapkitjs/creating-a-maps-token',
    // "access_token … default token may be public"; endpoint gives an accessToken for one asset.
    'https://cesium.com/learn/ion/cesium-ion-access-tokens/',
    'https://openweathermap.org/appid',
    // "session token … groups autocomplete requests for billing".
    'https://developers.google.com/maps/documentation/places/web-service/place-session-tokens',
    // "Sas token: sv, se, sp, sig"
    'https://learn.microsoft.com/en-us/azure/azure-maps/how-to-secure-sas-app',
  ],
  truth: {
    mechanism: ['none', 'api-key', 'bearer-token'],
    host: HOST,
    credentials: [
      // The site's key for its maps, whoever looks.
      { carrier: 'header', name: 'authorization', role: ['api-key', 'access-token'] },
      {
        carrier: 'url',
        name: /^(?:access_token|appid|accessKey|token)$/,
        role: ['api-key', 'access-token', 'other'],
      },
      { carrier: 'url', name: /^session_?token$/i, role: ['other', 'tracking'] },
      {
        carrier: 'body',
        name: /\/(?:accessToken|accessKey)$/,
        role: ['api-key', 'access-token', 'other'],
      },
      ...restIs([...TRACKED, 'api-key']),
    ],
  },
  // Of a guest, or of the page: an expert would take these back.
  findings: {
    forbidden: [
      { ruleId: 'jwt-lifetime-too-long', name: /^(?:access_token|authorization)$/ },
      { ruleId: 'token-in-url', name: /^access_token$/ },
      { ruleId: 'token-sent-cross-site', name: /^access_token$/ },
      { ruleId: 'token-response-cacheable', name: /mapmaker-kit|terrain-ion/ },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: routes, [KIT]: kit, [ION]: ion, [WEATHER]: weather }),
  visit: strolls(
    ['/', '/ridge'],
    [
      { on: '/ridge', press: '#find' },
      { on: '/', press: '#find' },
    ],
  ),
};

function routes(app: Express, originOf: OriginOf): void {
  const script = `
const get = (url, headers = {}) => fetch(url, { headers }).then((answer) => answer.json());
const { accessKey } = await get('${originOf(KIT)}/ma/bootstrap?apiVersion=2&mkjsVersion=5.78&poi=1', { Authorization: 'Bearer ${MAP}' });
document.querySelector('#tile').src = '${originOf(KIT)}/tile?style=0&x=1&y=2&z=3&accessKey=' + encodeURIComponent(accessKey);
const { accessToken } = await get('${originOf(ION)}/v1/assets/1/endpoint?access_token=${TERRAIN}');
await get('${originOf(ION)}/1/layer.json', { Authorization: 'Bearer ' + accessToken });
await get('${originOf(WEATHER)}/data/2.5/weather?lat=53.3&lon=-6.2&appid=${APPID}');
const sessionToken = crypto.randomUUID();
document.querySelector('#find').onclick = () => get('${originOf(KIT)}/maps/api/place/autocomplete/json?input=rid&key=AIza${url64(26).slice(0, 35)}&sessiontoken=' + sessionToken);
localStorage.setItem('last-view', JSON.stringify({ lat: 53.3, lon: -6.2, zoom: 9 }));`;
  pages(app, ['', 'ridge'], {
    body: () =>
      '<img id="tile" alt=""><button id="find">Find</button>' +
      `<script type="module">${script}</script>`,
  });
}

function kit(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.get('/ma/bootstrap', (request, response) =>
    request.get('authorization')
      ? response.json({
          accessKey: `1764261000_48213_/_${url64(30)}`,
          expiresInSeconds: 1800,
          countryCode: 'IE',
          authInfo: { access_token: signedToken({ sub: 'maps' }, 1800), team_id: 'TEAM48213A' },
        })
      : response.sendStatus(401),
  );
  app.get('/tile', (_, response) => void response.type('gif').send(PIXEL));
  app.get(
    '/maps/api/place/autocomplete/json',
    (_, response) => void response.json({ predictions: [], status: 'OK' }),
  );
}

function ion(app: Express): void {
  allowAll(app);
  app.get(
    '/v1/assets/1/endpoint',
    (_, response) =>
      void response.json({
        type: 'TERRAIN',
        url: '/1',
        accessToken: signedToken({ assets: { 1: { type: 'TERRAIN' } }, src: 'world' }),
        attributions: [],
      }),
  );
  app.get('/1/layer.json', (request, response) =>
    request.get('authorization') ? response.json({ tilejson: '2.1.0' }) : response.sendStatus(401),
  );
}

function weather(app: Express): void {
  allowAll(app);
  app.get(
    '/data/2.5/weather',
    (_, response) => void response.json({ weather: [{ main: 'Clouds' }], cod: 200 }),
  );
}
