import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import express from 'express';
import { clickThrough } from '../support/drive.js';
import type { Label } from '../support/stack.js';
import type { Application } from './support/application.js';
import { BANK } from './support/bank-cookies.js';
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'merchants-bank.test';
const CHAT = 'lo.liveanswers.test';
const ACCOUNT = '48371625';

/**
 * A bank's pages for everybody: tests of offers, recordings of visits, a guard against bots, a chat
 * window.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-bank',
  docs: [
    // "mbox", "at_check".
    'https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/cookies/target',
    // "TLTSID", "TLTUID".
    'https://help.goacoustic.com/hc/en-us/articles/360043751114 (Tealeaf cookies)',
    // "dtCookie", "rxVisitor", "rxvt", "dtPC".
    'https://docs.dynatrace.com/docs/manage/data-privacy-and-security/data-privacy/cookies',
    // "_abck", "bm_sz": Bot Manager.
    'https://techdocs.akamai.com/bot-manager/docs/bot-manager-cookies',
    // "LPVID", "LPSID-": first-party cookies of the tag; the visitor is not known by them.
    'https://knowledge.liveperson.com/security-regulations/cookies',
    'https://www.quantummetric.com/legal/quantum-metric-technology-cookies',
    'https://docs.glassboxdigital.io/ (_cls_s, _cls_v)',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      ...Object.entries(BANK).map(([name, { role }]): Label => ({ carrier: 'cookie', name, role })),
      { carrier: 'sessionStorage', name: /./, role: ['tracking', 'device', 'other', 'preference'] },
      { carrier: 'localStorage', name: /./, role: ['tracking', 'device', 'other', 'preference'] },
      { carrier: 'url', name: /./, role: ['tracking', 'device', 'other'] },
      { carrier: 'body', name: /./, role: ['tracking', 'device', 'other'] },
      { carrier: 'header', name: /^x-(dtpc|request-id)$/, role: ['tracking', 'device', 'other'] },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: bank, [CHAT]: chat }),
  async visit(visit) {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, ['/', '/mortgages']);
    await step('use');
    await page.click('#chat');
    await settle(visit);
    await read(visit, ['/rates']);
    await page.type('[name=amount]', '250000');
    await clickThrough(page, '#estimate');
    await settle(visit);
    await page.reload();
    await settle(visit);
    await page.goto('about:blank');
    await read(visit, ['/', '/rates']);
  },
};

function bank(app: Express, originOf: OriginOf): void {
  app.use((request, response, next) => {
    const held = request.get('cookie') ?? '';
    for (const [name, { served, make }] of Object.entries(BANK))
      if (served && !held.includes(`${name}=`))
        response.append('Set-Cookie', `${name}=${make()}; Path=/; Secure`);
    next();
  });
  app.post(['/rb_bf24054dsx', '/m/sensor'], (_, response) => void response.status(200).send('OK'));
  app.use(express.urlencoded({ extended: false }));
  app.post('/rates', (_, response) => void response.redirect(303, '/rates?estimate=1'));
  const byScript = Object.entries(BANK).filter(([, { served }]) => !served);
  pages(app, ['', 'mortgages', 'rates'], {
    body: () => `<p>Rates since 1864.</p><button id="chat">Chat</button>
<form method="post" action="/rates"><input name="amount"><button id="estimate">Estimate</button></form><script>
const cookie = (name) => document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1);
for (const [name, value] of ${JSON.stringify(byScript.map(([name, { make }]) => [name, make()]))})
  if (!cookie(name)) document.cookie = name + '=' + value + '; path=/; secure';
sessionStorage.setItem('dtDisabled', 'false'); localStorage.setItem('rxvisitid', cookie('rxVisitor'));
sessionStorage.setItem('lpTabId', '${ACCOUNT}' + Date.now()); localStorage.setItem('_cls_fr', cookie('_cls_v'));
navigator.sendBeacon('/rb_bf24054dsx?type=js3&sn=' + encodeURIComponent(cookie('rxVisitor')) + '&svrid=7&flavor=post', '$a=1|1|_load_');
fetch('/m/sensor', { method: 'POST', headers: { 'x-dtpc': cookie('dtPC') }, body: JSON.stringify({ sensor_data: '3;0;1;0;' + crypto.randomUUID() }) });
const ask = (path, body) => fetch('${originOf(CHAT)}/api/js/${ACCOUNT}/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).then((answer) => answer.json());
const engagement = ask('sp', { vid: cookie('LPVID'), sid: cookie('LPSID-${ACCOUNT}'), pid: crypto.randomUUID(), t: 'sp' });
document.querySelector('#chat').onclick = async () => {
  const { pageId } = await engagement;
  await ask('chat', { vid: cookie('LPVID'), sid: cookie('LPSID-${ACCOUNT}'), pageId, line: 'Is anybody there?' });
};
</script>`,
  });
}

function chat(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.post(/^\/api\/js\/\d+\//, (request, response) => {
    const { vid, sid } = request.body as Record<string, string>;
    response.json({ vid, sid, pageId: randomUUID(), convId: randomUUID(), engagementRevision: 12 });
  });
}
