import { createHmac, randomBytes } from 'node:crypto';
import type { Express, Request } from 'express';
import type { Application } from './support/application.js';
import {
  allowAll,
  clientFiles,
  type OriginOf,
  pages,
  PIXEL,
  serveParties,
  thirdPartyCookie,
} from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'lectures.test';
const CDN = 'vod.stream-edge.test';
const EMBED = 'player.tubes.test';
const SECRET = randomBytes(32);

/** Lectures to watch: hls.js with addresses that are signed and end soon, and a foreign player. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-video',
  docs: [
    // "Expires, Signature, Key-Pair-Id" of a signed URL; CloudFront-Policy … of signed cookies.
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-cookies.html',
    // "hdnts=exp=…~acl=…~hmac=…".
    'https://techdocs.akamai.com/adaptive-media-delivery/docs/generate-a-token-and-apply-it-to-content',
    // "token … expires": a hash of path and end.
    'https://docs.bunny.net/docs/stream-embed-token-authentication',
    'https://github.com/video-dev/hls.js/blob/master/docs/API.md',
    // "VISITOR_INFO1_LIVE … measures your bandwidth", "YSC … remembers what was watched", "PREF".
    'https://policies.google.com/technologies/cookies',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      // Whoever has such an address may see that piece until it ends: nobody is meant by it.
      { carrier: 'url', name: /^(?:Expires|Signature|Key-Pair-Id|Policy)$/, role: 'other' },
      { carrier: 'url', name: /^(?:hdnts|hdnea|token|expires)$/, role: 'other' },
      { carrier: 'cookie', name: /^CloudFront-/, role: 'other' },
      {
        carrier: 'cookie',
        name: /^(?:VISITOR_INFO1_LIVE|YSC|VISITOR_PRIVACY_METADATA)$/,
        role: ['tracking', 'preference', 'other'],
      },
      { carrier: 'cookie', name: 'PREF', role: 'preference' },
      { carrier: 'localStorage', name: /^yt-remote-/, role: ['preference', 'other', 'device'] },
      { carrier: 'sessionStorage', name: /^yt-remote-/, role: ['preference', 'other'] },
      { carrier: 'localStorage', name: /^(?:volume|plyr|watched|quality)/, role: 'preference' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: lectures, [CDN]: cdn, [EMBED]: player }),
  async visit(visit) {
    const { page, url, step } = visit;
    const watch = async (path: string) => {
      await page.goto(`${url}${path}`);
      await page.waitForFunction(
        `document.querySelector('#state').textContent.includes('playing')`,
      );
      await settle(visit);
    };
    await step('anonymous');
    await watch('/');
    await step('use');
    await watch('/algebra');
    await page.reload();
    await settle(visit);
    await watch('/optics');
    await page.goto('about:blank');
    await watch('/algebra');
  },
};

const SIGN: Record<string, (path: string) => string> = {
  '': (path) => cloudFront(path),
  algebra: (path) => {
    const fields = `exp=${soon()}~acl=/${path.split('/')[1]}/*`;
    return `hdnts=${fields}~hmac=${createHmac('sha256', SECRET).update(fields).digest('hex')}`;
  },
  optics: (path) => {
    const expires = soon();
    return `token=${createHmac('sha256', SECRET)
      .update(path + expires)
      .digest('base64url')}&expires=${expires}`;
  },
};
const soon = () => Math.floor(Date.now() / 1000) + 3600;

/** CloudFront's own base64, with a signature as long as that of RSA 2048. */
function cloudFront(path: string): string {
  const signature = Array.from({ length: 8 }, (_, part) =>
    createHmac('sha256', SECRET)
      .update(path + part)
      .digest(),
  );
  const text = Buffer.concat(signature).toString('base64');
  return `Expires=${soon()}&Signature=${safe(text)}&Key-Pair-Id=K2JCJMDEHXQW5F`;
}
const safe = (text: string) => text.replaceAll('+', '-').replaceAll('=', '_').replaceAll('/', '~');

function lectures(app: Express, originOf: OriginOf): void {
  clientFiles(app, { '/hls.js': 'hls.js/dist/hls.min.js' });
  app.get('/api/play/:name', (request: Request, response) => {
    const name = request.params['name'] === 'home' ? '' : String(request.params['name']);
    const path = `/${name || 'music'}/master.m3u8`;
    response.json({ source: `${originOf(CDN)}${path}?${SIGN[name]!(path)}` });
  });
  const start = (name: string) => `
fetch('/api/play/${name || 'home'}').then((answer) => answer.json()).then(({ source }) => {
  const hls = new Hls({ enableWorker: false, xhrSetup: (request) => { request.withCredentials = true; } });
  hls.loadSource(source); hls.attachMedia(document.querySelector('audio'));
  hls.on(Hls.Events.FRAG_BUFFERED, () => { document.querySelector('#state').textContent = 'playing'; });
});
localStorage.setItem('volume', '0.8'); localStorage.setItem('plyr', JSON.stringify({ speed: 1, quality: 720, captions: false }));
localStorage.setItem('watched', JSON.stringify({ ['${name || 'music'}']: 12 }));`;
  pages(app, Object.keys(SIGN), {
    head: () => '<script src="/hls.js"></script>',
    body: (name) =>
      '<p id="state">…</p><audio controls></audio>' +
      `<iframe src="${originOf(EMBED)}/embed/dQw4w9WgXcQ" width="300" height="80"></iframe>` +
      `<script>${start(name)}</script>`,
  });
}

function cdn(app: Express): void {
  allowAll(app);
  app.get('/:name/master.m3u8', (request, response) => {
    const name = request.params.name === 'music' ? '' : request.params.name;
    const one = (piece: number) => {
      const path = `/${request.params.name}/${piece}.mp3`;
      return `#EXTINF:2,\n${piece}.mp3?${SIGN[name]!(path)}`;
    };
    for (const [field, value] of [
      [
        'Policy',
        safe(
          Buffer.from(
            JSON.stringify({
              Statement: [
                { Resource: '*', Condition: { DateLessThan: { 'AWS:EpochTime': soon() } } },
              ],
            }),
          ).toString('base64'),
        ),
      ],
      ['Signature', safe(randomBytes(256).toString('base64'))],
      ['Key-Pair-Id', 'K2JCJMDEHXQW5F'],
    ] as const)
      thirdPartyCookie(response, `CloudFront-${field}`, value, 1);
    response
      .type('application/vnd.apple.mpegurl')
      .send(
        '#EXTM3U\n' +
          '#EXT-X-VERSION:3\n' +
          '#EXT-X-TARGETDURATION:2\n' +
          `${[0, 1, 2].map(one).join('\n')}\n` +
          '#EXT-X-ENDLIST\n',
      );
  });
  app.get('/:name/:piece.mp3', (_, response) => void response.type('audio/mpeg').send(SILENCE));
}

/** Two seconds of nothing: MPEG-1 layer III frames of 128 kbit/s at 44.1 kHz. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
const SILENCE = Buffer.concat(Array.from({ length: 77 }, () => FRAME));

function player(app: Express): void {
  app.get('/embed/:id', (_, response) => {
    thirdPartyCookie(response, 'VISITOR_INFO1_LIVE', randomBytes(8).toString('base64url'), 180);
    thirdPartyCookie(response, 'YSC', randomBytes(8).toString('base64url'), 1);
    thirdPartyCookie(response, 'VISITOR_PRIVACY_METADATA', 'CgJHQhIEGgAgMA%3D%3D', 180);
    thirdPartyCookie(response, 'PREF', 'f4=4000000&tz=Europe.London', 240);
    response.type('html').send(`<script>
const inDays = (days) => Date.now() + days * 86400000;
localStorage.setItem('yt-remote-device-id', JSON.stringify({ data: crypto.randomUUID(), expiration: inDays(365), creation: Date.now() }));
localStorage.setItem('yt-remote-connected-devices', JSON.stringify({ data: '[]', expiration: inDays(1), creation: Date.now() }));
sessionStorage.setItem('yt-remote-session-app', JSON.stringify({ data: 'youtube-desktop', creation: Date.now() }));
sessionStorage.setItem('yt-remote-session-name', JSON.stringify({ data: 'Desktop', creation: Date.now() }));
</script><img src="/watch.gif" alt="">`);
  });
  app.get('/watch.gif', (_, response) => void response.type('gif').send(PIXEL));
}
