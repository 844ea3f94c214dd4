import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  b64,
  CHOSEN,
  cookieLabels,
  type GuestCookies,
  gives,
  hex,
  now,
  restIs,
  signedToken,
  strolls,
  TRACKED,
  url64,
  writes,
} from './support/guest-site.js';
import { allowAll, type OriginOf, PIXEL, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'silent-films.test';
const STREAM = 'stream.reelstore.test';
const EDGE = 'edge.playback-api.test';
const LICENSE = 'license.keyvault.test';
const POLICY = `BCpkADawqM${url64(80)}`;
const COOKIES: GuestCookies = {
  muxData: {
    role: TRACKED,
    make: () =>
      `mux_viewer_id=${randomUUID()}&msn=0.48213&sid=${randomUUID()}&sst=1764259200000` +
      '&sex=1764260700000',
  },
  nol_fpid: { role: TRACKED, make: () => `${url64(24)}|1764259200|1764259200|1764259200` },
  player: { role: CHOSEN, make: () => '%7B%22volume%22%3A0.7%2C%22quality%22%3A%22auto%22%7D' },
  vuid: {
    role: TRACKED,
    line: '; Max-Age=63072000; Secure; SameSite=None',
    make: () => `${now()}.${now()}`,
  },
};

/**
 * Old films for everybody: playlists signed for minutes, pictures signed for a size, a licence
 * asked for with a token.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-cinema',
  docs: [
    // "?token=JWT: sub (playback id), aud v/t/s, exp, kid".
    'https://www.mux.com/docs/guides/secure-video-playback',
    // "Policy key … BCpk…: Accept: application/json;pk=" and BCOV-Policy: public, per player.
    'https://apis.support.brightcove.com/policy/getting-started/overview-policy-api.html',
    // "drmToken / X-AxDRM-Message: entitlement message, a JWT".
    'https://docs.axinom.com/services/drm/license-service/entitlement-message',
    'https://docs.imgix.com/en-US/getting-started/setup/securing-assets (s=)',
    'https://cloudinary.com/documentation/delivery_url_signatures (s--…--)',
    'https://techdocs.akamai.com/adaptive-media-delivery/docs/generate-token-and-apply-content (hdntl cookie)',
  ],
  truth: {
    mechanism: ['none', 'api-key', 'bearer-token'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      { carrier: 'cookie', name: 'hdntl', role: ['other', 'access-token'] },
      // Opens one film or one picture for a while, to everybody who has the page.
      {
        carrier: 'url',
        name: /^(?:token|s|sig|hdnts|policy|signature)$/,
        role: ['other', 'access-token'],
      },
      { carrier: 'header', name: /^x-axdrm-message$/, role: ['other', 'access-token'] },
      { carrier: 'header', name: 'bcov-policy', role: 'api-key' },
      { carrier: 'body', name: /(?:tokens?\/\w+|drmToken)$/, role: ['other', 'access-token'] },
      ...restIs([...TRACKED, 'api-key']),
    ],
  },
  start: () =>
    serveParties(HOST, { [HOST]: films, [STREAM]: stream, [EDGE]: edge, [LICENSE]: license }),
  visit: strolls(
    ['/', '/nosferatu'],
    [
      { on: '/nosferatu', press: '#play' },
      { on: '/', press: '#play' },
    ],
  ),
};

function films(app: Express, originOf: OriginOf): void {
  const token = (aud: string) =>
    signedToken({ sub: url64(30), aud, playback_restriction_id: url64(30) }, 3600, {
      alg: 'HS256',
      kid: url64(24),
    });
  app.use(gives(COOKIES));
  app.get('/api/films/:name', (_, response) => {
    response.json({
      tokens: { playback: token('v'), thumbnail: token('t'), storyboard: token('s') },
      drmToken: signedToken({
        version: 1,
        com_key_id: randomUUID(),
        message: { type: 'entitlement_message' },
      }),
    });
  });
  const script = `
const get = (url, init) => fetch(url, init).then((answer) => answer.text());
const { tokens, drmToken } = JSON.parse(await get('/api/films/one'));
document.querySelector('#still').src = '${originOf(STREAM)}/still.jpg?token=' + tokens.thumbnail;
document.querySelector('#poster').src = '${originOf(STREAM)}/poster.jpg?w=400&fit=crop&s=${hex(16)}';
await get('${originOf(EDGE)}/playback/v1/accounts/48213/videos/ref', { headers: { 'BCOV-Policy': '${POLICY}' } });
document.querySelector('#play').onclick = async () => {
  await get('${originOf(STREAM)}/film.m3u8?token=' + tokens.playback, { credentials: 'include' });
  await get('${originOf(STREAM)}/piece-1.ts', { credentials: 'include' });
  await fetch('${originOf(LICENSE)}/AcquireLicense', { method: 'POST', headers: { 'X-AxDRM-Message': drmToken, 'Content-Type': 'application/octet-stream' }, body: '${b64(40)}' });
  sessionStorage.setItem('mux-session', crypto.randomUUID());
};`;
  pages(app, ['', 'nosferatu'], {
    body: () =>
      '<img id="still" alt=""><img id="poster" alt="">' +
      `<button id="play">Play</button>${writes(COOKIES)}<script type="module">${script}</script>`,
  });
}

function stream(app: Express): void {
  allowAll(app);
  app.get('/:file.m3u8', (_, response) => {
    response.append(
      'Set-Cookie',
      `hdntl=exp=${now() + 86_400}~acl=%2f*~data=hdntl~hmac=${hex(32)}; Path=/; Secure; ` +
        'SameSite=None; HttpOnly; Max-Age=86400',
    );
    response.type('application/vnd.apple.mpegurl').send('#EXTM3U\n#EXTINF:2,\npiece-1.ts\n');
  });
  app.get('/piece-1.ts', (_, response) => void response.type('video/mp2t').send(PIXEL));
  app.get('/:file.jpg', (_, response) => void response.type('gif').send(PIXEL));
}

function edge(app: Express): void {
  allowAll(app);
  app.get('/playback/v1/accounts/48213/videos/ref', (request, response) =>
    request.get('bcov-policy') === POLICY
      ? response.json({ id: '63', sources: [] })
      : response.sendStatus(403),
  );
}

function license(app: Express): void {
  allowAll(app);
  app.use(express.raw());
  app.post('/AcquireLicense', (request, response) =>
    request.get('x-axdrm-message') ? response.send(PIXEL) : response.sendStatus(403),
  );
}
