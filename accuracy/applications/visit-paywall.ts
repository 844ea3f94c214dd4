import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'evening-ledger.test';
const METER = 'experience.pianola.test';
const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const url64 = (bytes: number) => randomBytes(bytes).toString('base64url');
const COUNTED = ['tracking', 'device', 'other'] as const;

/**
 * A newspaper that lets everybody read three articles: who has read how many is counted, nobody is
 * known.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-paywall',
  docs: [
    // "__tbc: encrypted browser cookie", "xbc", "__pat", "__pvi", "_pcid", "_pctx", "_pprv",
    // "__pls".
    'https://docs.piano.io/faq-article/what-cookies-does-piano-use/',
    // "blaize_session: identifies the session of an anonymous or registered user";
    // "blaize_tracking_id".
    'https://support.zephr.com/documentation/cookies',
    // "cX_P: the persistent browser ID", "cX_S: the session ID", "cX_G: global".
    'https://docs.piano.io/cookies-used-by-audience/',
    // "AMP_READER_ID", "poool".
    'https://www.poool.fr/doc/developers/access/javascript/config/cookies (_poool)',
  ],
  truth: {
    // Zephr's session of an anonymous reader is one: the server keeps what was read under it.
    mechanism: ['none', 'session-cookie'],
    host: HOST,
    credentials: [
      // Which reader of the meter this is: a session of somebody who has no account.
      { carrier: 'cookie', name: 'blaize_session', role: ['session', ...COUNTED] },
      { carrier: 'cookie', name: 'blaize_tracking_id', role: COUNTED },
      {
        carrier: 'cookie',
        name: /^(__tbc|xbc|_pcid|_pctx|__pvi|__pat|__pls|cX_[PSG])$/,
        role: COUNTED,
      },
      { carrier: 'cookie', name: '_pprv', role: ['consent', 'other'] },
      { carrier: 'cookie', name: /^(metering|_poool)$/, role: COUNTED },
      // A number of articles, which names nobody.
      { carrier: 'cookie', name: 'articles_left', role: [...COUNTED, 'preference'] },
      { carrier: 'cookie', name: 'edition', role: 'preference' },
      { carrier: 'localStorage', name: /./, role: [...COUNTED, 'preference'] },
      { carrier: 'sessionStorage', name: /./, role: [...COUNTED, 'preference'] },
      // "aid: the ID of the application", the same for everybody.
      { carrier: 'body', name: 'aid', role: ['other', 'api-key'] },
      { carrier: 'url', name: 'aid', role: ['other', 'api-key'] },
      { carrier: 'body', name: /./, role: COUNTED },
      { carrier: 'url', name: /./, role: COUNTED },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: paper, [METER]: meter }),
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string, wall: string) => {
      await page.goto(`${url}${path}`);
      await waitForText(page, '#wall', wall);
      await settle(visit);
    };
    await step('anonymous');
    await open('/', 'left');
    await open('/harbour', 'left');
    await step('use');
    await open('/council', 'left');
    await open('/theatre', 'Subscribe');
    await page.type('[name=email]', 'reader@example.test');
    await page.click('#letter');
    await waitForText(page, '#wall', 'Thank you');
    await page.reload();
    await waitForText(page, '#wall', 'Subscribe');
    await page.goto('about:blank');
    await open('/harbour', 'Subscribe');
  },
};

const SERVED: Readonly<Record<string, () => string>> = {
  blaize_session: randomUUID,
  blaize_tracking_id: randomUUID,
  edition: () => 'evening',
};

const SET = () => ({
  __tbc: `%7Bkpex%7D${url64(70)}`,
  xbc: `%7Bkpex%7D${url64(120)}`,
  _pcid: encodeURIComponent(JSON.stringify({ browserId: `m${hex(7)}` })),
  _pctx: `%7Bu%7DN4Ig${url64(90)}`,
  _pprv: encodeURIComponent(JSON.stringify({ consent: { 0: { mode: 'opt-in' } } })),
  __pat: '-3600000',
  __pvi: encodeURIComponent(
    JSON.stringify({ id: `v-2026-11-26-20-${hex(10)}`, domain: `.${HOST}`, time: Date.now() }),
  ),
  __pls: `${hex(12)}`,
  cX_P: `m${hex(7)}`,
  cX_S: `m${hex(7)}`,
  cX_G: `cx%3A${hex(12)}%3A${hex(7)}`,
  _poool: randomUUID(),
});

function paper(app: Express, originOf: OriginOf): void {
  app.use((request, response, next) => {
    const held = request.get('cookie') ?? '';
    for (const [name, make] of Object.entries(SERVED))
      if (!held.includes(`${name}=`))
        response.cookie(name, make(), {
          secure: true,
          httpOnly: name === 'blaize_session',
          maxAge: 31_536_000_000,
        });
    next();
  });
  app.use(express.json());
  app.post(
    '/blaize/decision-engine',
    (_, response) => void response.json({ outcomes: { wall: 'meter' }, trackingId: randomUUID() }),
  );
  app.post('/newsletter', (_, response) => void response.status(201).json({ subscribed: true }));
  pages(app, ['', 'harbour', 'council', 'theatre'], {
    body: () => `<p id="wall">…</p><input name="email" type="email"><button id="letter">Newsletter</button><script>
const cookie = (name) => document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1);
for (const [name, value] of Object.entries(${JSON.stringify(SET())}))
  if (!cookie(name)) document.cookie = name + '=' + value + '; path=/; max-age=34000000; secure';
const say = (text) => { document.querySelector('#wall').textContent = text; };
const json = { 'Content-Type': 'application/json' };
localStorage.setItem('_cX_segmentInfo', cookie('cX_P') + '_' + Date.now()); sessionStorage.setItem('pianoPageview', crypto.randomUUID());
(async () => {
  await fetch('/blaize/decision-engine', { method: 'POST', headers: json, body: JSON.stringify({ path: location.pathname, session: cookie('blaize_tracking_id') }) });
  const answer = await fetch('${originOf(METER)}/xbuilder/experience/execute?aid=u4F6t2RyMk', { method: 'POST', body: new URLSearchParams({ aid: 'u4F6t2RyMk', tbc: cookie('__tbc'), xbc: cookie('xbc'), pageview_id: cookie('__pvi'), url: location.href }) });
  const { left, tbCookie } = (await answer.json()).models;
  document.cookie = '__tbc=' + encodeURIComponent(tbCookie) + '; path=/; max-age=34000000; secure';
  document.cookie = 'articles_left=' + left + '; path=/; max-age=2592000; secure';
  localStorage.setItem('amp-reader-id', localStorage.getItem('amp-reader-id') ?? 'amp-' + crypto.randomUUID());
  say(left > 0 ? left + ' left' : 'Subscribe to read on');
})();
document.querySelector('#letter').onclick = async () => {
  await fetch('/newsletter', { method: 'POST', headers: json, body: JSON.stringify({ email: document.querySelector('[name=email]').value }) });
  say('Thank you');
};
</script>`,
  });
}

function meter(app: Express): void {
  let read = 0;
  allowAll(app);
  app.post('/xbuilder/experience/execute', (_, response) => {
    read += 1;
    const models = { left: Math.max(0, 4 - read), tbCookie: `{kpex}${url64(70)}`, splitTests: [] };
    response.json({ models, result: { trackingId: `{jcx}${url64(60)}` } });
  });
}
