import { randomBytes, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Application } from './support/application.js';
import {
  allowAll,
  clientFiles,
  type OriginOf,
  pages,
  PIXEL,
  serveParties,
} from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'rambles.test';
const TILES = 'api.tileworks.test';
const EVENTS = 'events.tileworks.test';
const PLACES = 'maps.placefinder.test';
// "pk.": public token of an account, made like Mapbox's: payload and signature after the prefix.
const PUBLIC_TOKEN = `pk.${Buffer.from(JSON.stringify({ u: 'rambles', a: `cl${randomBytes(11).toString('hex')}` })).toString('base64url')}.${randomBytes(16).toString('base64url')}`;
const PLACES_KEY = `AIzaSy${randomBytes(25).toString('base64url').slice(0, 33)}`;

/** Walks on a map: Leaflet with tiles that ask for a public token, and a search for places. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-maps',
  docs: [
    // "public tokens … start with pk … exposed in browsers"; `access_token` in every address.
    'https://docs.mapbox.com/help/dive-deeper/access-tokens/',
    'https://leafletjs.com/reference.html#tilelayer',
    // "API keys … in the request as key=…", "restrict by referrer".
    'https://developers.google.com/maps/documentation/javascript/get-api-key',
    // `mapbox.eventData.uuid:<account>`: who moves the map, for counting.
    'https://github.com/mapbox/mapbox-gl-js/blob/main/src/util/mapbox.ts (TelemetryEvent)',
    // "sku: a token that groups the tile requests of one session for billing".
    'https://docs.mapbox.com/mapbox-gl-js/guides/pricing/',
  ],
  truth: {
    // Pages show a key, which stands for the site and not for its visitor.
    mechanism: ['none', 'api-key'],
    host: HOST,
    credentials: [
      { carrier: 'url', name: 'access_token', role: 'api-key' },
      { carrier: 'url', name: 'key', role: 'api-key', format: 'known-prefix' },
      { carrier: 'url', name: /^(?:sku|sessiontoken)$/, role: ['other', 'tracking'] },
      { carrier: 'url', name: /^(?:q|v|libraries)$/, role: 'other' },
      { carrier: 'body', name: /./, host: EVENTS, role: ['tracking', 'other'] },
      { carrier: 'localStorage', name: /^mapbox\.eventData(?:\.uuid)?:/, role: 'tracking' },
      { carrier: 'localStorage', name: /^(?:view|units|layer)/, role: 'preference' },
      { carrier: 'cookie', name: 'map_view', role: 'preference' },
    ],
  },
  start: () =>
    serveParties(HOST, { [HOST]: rambles, [TILES]: tiles, [EVENTS]: events, [PLACES]: places }),
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string) => {
      await page.goto(`${url}${path}`);
      await page.waitForSelector('.leaflet-tile-loaded');
      await settle(visit);
    };
    await step('anonymous');
    await open('/');
    await step('use');
    await open('/lakes');
    await page.click('.leaflet-control-zoom-in');
    await settle(visit);
    await page.type('#place', 'Keswick');
    await page.waitForFunction(`document.querySelector('#found').textContent.includes('Keswick')`);
    await page.click('#metric');
    await page.reload();
    await page.waitForSelector('.leaflet-tile-loaded');
    await page.goto('about:blank');
    await open('/coast');
  },
};

function rambles(app: Express, originOf: OriginOf): void {
  clientFiles(app, {
    '/leaflet.js': 'leaflet/dist/leaflet.js',
    '/leaflet.css': 'leaflet/dist/leaflet.css',
  });
  const account = Buffer.from('rambles').toString('base64');
  const start = `
const map = L.map('map').setView([54.6, -3.13], 11);
L.tileLayer('${originOf(TILES)}/styles/v1/{id}/tiles/256/{z}/{x}/{y}?access_token={accessToken}&sku={sku}', { id: 'mapworks/outdoors-v12', accessToken: '${PUBLIC_TOKEN}', sku: '101' + Math.random().toString(36).slice(2, 12) }).addTo(map);
const id = 'mapbox.eventData.uuid:${account}';
localStorage.setItem(id, localStorage.getItem(id) ?? crypto.randomUUID());
localStorage.setItem('mapbox.eventData:${account}', JSON.stringify({ lastSuccess: Date.now(), tokenU: 'rambles' }));
const remember = () => {
  const { lat, lng } = map.getCenter();
  localStorage.setItem('view', JSON.stringify({ zoom: map.getZoom(), centre: lat.toFixed(4) + ',' + lng.toFixed(4) }));
  document.cookie = 'map_view=' + [map.getZoom(), lat.toFixed(3), lng.toFixed(3)].join('|') + '; path=/; max-age=2592000';
};
map.on('moveend', remember); remember();
fetch('${originOf(EVENTS)}/events/v2?access_token=${PUBLIC_TOKEN}', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: JSON.stringify([{ event: 'map.load', created: new Date(), userId: localStorage.getItem(id), sdkIdentifier: 'map', skuId: '01' }]) });
document.querySelector('#metric').onclick = () => localStorage.setItem('units', 'metric');
const session = crypto.randomUUID();
document.querySelector('#place').oninput = async ({ target }) => {
  const answer = await fetch('${originOf(PLACES)}/place/autocomplete?key=${PLACES_KEY}&sessiontoken=' + session + '&q=' + encodeURIComponent(target.value));
  document.querySelector('#found').textContent = (await answer.json()).predictions.join(', ');
};`;
  pages(app, ['', 'lakes', 'coast'], {
    head: () =>
      '<link rel="stylesheet" href="/leaflet.css"><script src="/leaflet.js"></script><script ' +
      'async ' +
      `src="${originOf(PLACES)}/maps/api/js?key=${PLACES_KEY}&v=weekly&libraries=places"></script>`,
    body: () =>
      '<input id="place"><p id="found"></p><button id="metric">km</button>' +
      `<div id="map" style="height:320px;width:480px"></div><script>${start}</script>`,
  });
}

function tiles(app: Express): void {
  allowAll(app);
  app.get('/styles/v1/:owner/:id/tiles/256/:z/:x/:y', (request, response) => {
    if (request.query['access_token'] !== PUBLIC_TOKEN) return void response.sendStatus(401);
    response.set('Cache-Control', 'max-age=43200').type('gif').send(PIXEL);
  });
}

function events(app: Express): void {
  allowAll(app);
  app.use((_, response) => void response.sendStatus(204));
}

function places(app: Express): void {
  allowAll(app);
  app.use((request, response, next) =>
    request.query['key'] === PLACES_KEY ? next() : void response.sendStatus(403),
  );
  app.get(
    '/maps/api/js',
    (_, response) => void response.type('text/javascript').send('window.places = {};'),
  );
  app.get('/place/autocomplete', (request, response) => {
    const typed = String(request.query['q']);
    response.json({
      predictions: ['Keswick', 'Kendal'].filter((name) => name.startsWith(typed)),
      request: randomUUID(),
    });
  });
}
