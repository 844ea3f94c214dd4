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
  restIs,
  signedToken,
  strolls,
  TRACKED,
  url64,
  writes,
} from './support/guest-site.js';
import { allowAll, type OriginOf, PIXEL, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'museum-guide.test';
const BASE = 'abcdefgh.basehost.test';
const CONTENT = 'cdn.contentworks.test';
const ANON = signedToken(
  { iss: 'supabase', ref: 'abcdefgh', role: 'anon', iat: 1_700_000_000 },
  3e8,
);
const COOKIES: GuestCookies = {
  'io.prismic.preview': {
    role: ['other', 'preference'],
    line: '; SameSite=None; Secure',
    make: () => '%7B%22_tracker%22%3A%22abc12xyz%22%7D',
  },
  __prerender_bypass: {
    role: ['other', 'access-token', 'session'],
    line: '; HttpOnly; Secure; SameSite=None',
    make: () => hex(48),
  },
  nuxt_color_mode: { role: CHOSEN, make: () => 'dark' },
  i18n_redirected: { role: CHOSEN, line: '; Max-Age=31536000; SameSite=Lax', make: () => 'en' },
  'sb-analytics': { role: TRACKED, make: () => randomUUID() },
  kirby_session: {
    role: ['session', 'device', 'other'],
    line: '; HttpOnly; SameSite=Lax',
    make: () => `1764266400.${hex(10)}.${hex(32)}`,
  },
};

/**
 * A museum's guide out of services without a server of its own: keys for all, links that sign
 * files, work offline.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-headless',
  docs: [
    // "anon key … safe to use in a browser": apikey and Authorization: Bearer, role anon.
    'https://supabase.com/docs/guides/api/api-keys',
    // "storage … createSignedUrl: ?token=JWT of url and exp".
    'https://supabase.com/docs/reference/javascript/storage-from-createsignedurl',
    // "Content Delivery API access token … read-only": query access_token or Bearer.
    'https://www.contentful.com/developers/docs/references/authentication/',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html (X-Amz-Signature)',
    'https://nextjs.org/docs/app/guides/draft-mode (__prerender_bypass)',
    'https://getkirby.com/docs/guide/sessions (kirby_session, for guests)',
    // AWS Cognito identity pool for guests: IdentityId, Credentials.
    'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html#authenticated-and-unauthenticated-identities',
  ],
  truth: {
    mechanism: ['none', 'api-key', 'bearer-token', 'session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      { carrier: 'header', name: /^(?:apikey|x-api-key)$/, role: 'api-key' },
      { carrier: 'header', name: 'authorization', role: ['api-key', 'access-token'] },
      { carrier: 'url', name: 'access_token', role: 'api-key' },
      {
        carrier: 'url',
        name: /^(?:token|X-Amz-.*|Expires|Signature)$/i,
        role: ['other', 'access-token'],
      },
      { carrier: 'body', name: /signedURL$/, role: ['other', 'access-token'] },
      // Of a guest in a pool of guests: may count steps, and no more.
      {
        carrier: 'body',
        name: /Credentials\/(?:SecretKey|SessionToken|AccessKeyId)$/,
        role: ['access-token', 'other', 'api-key'],
      },
      {
        carrier: 'localStorage',
        name: /(?:SecretKey|SessionToken|AccessKeyId)$/,
        role: ['access-token', 'other', 'api-key'],
      },
      { carrier: 'header', name: /^x-amz-/, role: ['access-token', 'other', 'api-key'] },
      ...restIs([...TRACKED, 'api-key']),
    ],
  },
  start: () => serveParties(HOST, { [HOST]: guide, [BASE]: base, [CONTENT]: content }),
  visit: strolls(
    ['/', '/hall-2'],
    [
      { on: '/hall-2', press: '#hear' },
      { on: '/', press: '#hear' },
    ],
  ),
};

function guide(app: Express, originOf: OriginOf): void {
  app.use(gives(COOKIES));
  app.get(
    '/sw.js',
    (_, response) =>
      void response.type('text/javascript').send('self.addEventListener("fetch", () => {});'),
  );
  const script = `
navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
const anon = { apikey: '${ANON}', Authorization: 'Bearer ${ANON}' };
const json = (url, init) => fetch(url, init).then((answer) => answer.json());
await json('${originOf(BASE)}/rest/v1/rooms?select=*', { headers: anon });
await json('${originOf(CONTENT)}/spaces/k4mq2x/environments/master/entries?access_token=${url64(32)}&content_type=room');
await json('${originOf(CONTENT)}/graphql', { method: 'POST', headers: { Authorization: 'Bearer ${url64(32)}', 'Content-Type': 'application/json' }, body: '{"query":"{rooms{name}}"}' });
document.querySelector('#picture').src = '${originOf(CONTENT)}/bucket/one.gif?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7${hex(3).toUpperCase()}%2F20261127%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20261127T090000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=${hex(32)}';
document.querySelector('#hear').onclick = async () => {
  const { signedURL } = await json('${originOf(BASE)}/storage/v1/object/sign/sound/one.mp3', { method: 'POST', headers: anon, body: '{"expiresIn":60}' });
  await fetch('${originOf(BASE)}/storage/v1' + signedURL);
  const { Credentials, IdentityId } = await json('${originOf(CONTENT)}/cognito', { method: 'POST', headers: { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AWSCognitoIdentityService.GetCredentialsForIdentity' }, body: JSON.stringify({ IdentityId: 'eu-west-1:' + crypto.randomUUID() }) });
  localStorage.setItem('aws-amplify-guest', JSON.stringify({ IdentityId, Credentials }));
  await fetch('${originOf(CONTENT)}/steps', { method: 'POST', headers: { Authorization: 'AWS4-HMAC-SHA256 Credential=' + Credentials.AccessKeyId + '/20261127/eu-west-1/mobiletargeting/aws4_request, SignedHeaders=host;x-amz-date, Signature=${hex(32)}', 'X-Amz-Security-Token': Credentials.SessionToken }, body: '{"steps":1}' });
};
localStorage.setItem('visited', JSON.stringify(['hall-2']));`;
  pages(app, ['', 'hall-2'], {
    body: () =>
      '<img id="picture" alt="">' +
      `<button id="hear">Hear</button>${writes(COOKIES)}<script type="module">${script}</script>`,
  });
}

function base(app: Express): void {
  allowAll(app);
  app.get('/rest/v1/rooms', (request, response) =>
    request.get('apikey') === ANON
      ? response.json([{ id: 1, name: 'Hall 2' }])
      : response.sendStatus(401),
  );
  app.post('/storage/v1/object/sign/sound/one.mp3', (_, response) => {
    response.json({
      signedURL: `/object/sign/sound/one.mp3?token=${signedToken({ url: 'sound/one.mp3' }, 60)}`,
    });
  });
  app.get(
    '/storage/v1/object/sign/sound/one.mp3',
    (_, response) => void response.type('audio/mpeg').send(PIXEL),
  );
}

function content(app: Express): void {
  allowAll(app);
  app.use(express.json({ type: ['application/json', 'application/x-amz-json-1.1'] }));
  app.get(
    '/spaces/:space/environments/master/entries',
    (_, response) => void response.json({ items: [], total: 0 }),
  );
  app.post(
    '/graphql',
    (_, response) => void response.json({ data: { rooms: [{ name: 'Hall 2' }] } }),
  );
  app.get('/bucket/one.gif', (_, response) => void response.type('gif').send(PIXEL));
  app.post('/steps', (_, response) => void response.status(202).json({}));
  app.post('/cognito', (request, response) => {
    const { IdentityId } = request.body as { IdentityId: string };
    response.json({
      IdentityId,
      Credentials: {
        AccessKeyId: `ASIA${hex(8).toUpperCase()}`,
        SecretKey: b64(30),
        SessionToken: `IQoJb3JpZ2luX2Vj${b64(300)}`,
        Expiration: 1_764_262_800,
      },
    });
  });
}
