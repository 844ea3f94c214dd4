import { createHmac, randomBytes } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import { pages, serveParties } from './support/parties.js';
import { NOBODY, read } from './support/visitor.js';

const HOST = 'gardeners.test';
const SECRET = randomBytes(32);

/** A forum that guests read: what they have seen is counted, their filters are kept. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-forum',
  docs: [
    // "xf_csrf: stores a token that protects forms"; `_xfToken`: time and a hash with that cookie.
    'https://xenforo.com/docs/dev/routing-basics/ (csrf); XF\\\\App::getCsrfToken',
    // "mybb[lastvisit]", "mybb[lastactive]", "mybb[threadread]": when the guest came, what was
    // read.
    'https://docs.mybb.com/1.8/administration/cookies/',
    // "bb_lastvisit", "bb_lastactivity", "bb_thread_lastview".
    'https://www.vbulletin.com/forum/articles/cookies',
    'https://docs.flarum.org/ (locale)',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'xf_csrf', role: 'csrf' },
      { carrier: 'body', name: /^(?:_xfToken|input\[_xfToken\])$/, role: 'csrf' },
      {
        carrier: 'cookie',
        name: /^mybb%?5?B?\[?(?:lastvisit|lastactive|threadread|forumread)/,
        role: ['other', 'preference', 'tracking'],
      },
      {
        carrier: 'cookie',
        name: /^bb_(?:lastvisit|lastactivity|thread_lastview)$/,
        role: ['other', 'preference', 'tracking'],
      },
      {
        carrier: 'cookie',
        name: /^(?:xf_style_id|xf_language_id|collapsed|locale|per_page)$/,
        role: 'preference',
      },
      { carrier: 'localStorage', name: /^(?:xf_|draft|sort)/, role: ['preference', 'other'] },
      { carrier: 'url', name: /^(?:page|order|direction|s)$/, role: 'other' },
      {
        carrier: 'body',
        name: /^(?:order|style|input\[_xfRedirect\]|_xfRedirect)$/,
        role: ['other', 'preference'],
      },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: forum }, { secure: false }),
  async visit(visit) {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, ['/']);
    await step('use');
    await read(visit, ['/roses', '/roses?page=2', '/compost', '/compost?page=3&order=replies']);
    await Promise.all([page.waitForNavigation(), page.click('#filter')]);
    await page.reload();
    await read(visit, ['/roses?page=2']);
    await page.goto('about:blank');
    await read(visit, ['/', '/frost', '/roses']);
  },
};

/** What XenForo puts in a form: when, and a hash of that with the guest's cookie. */
function formToken(cookie: string, at = String(Math.floor(Date.now() / 1000))): string {
  return `${at},${createHmac('md5', SECRET)
    .update(cookie + at)
    .digest('hex')}`;
}

function forum(app: Express): void {
  const views = new Map<string, number>();
  app.use(express.urlencoded({ extended: false }));
  app.use((request, response, next) => {
    const held = new Map(
      (request.get('cookie') ?? '').split('; ').map((pair) => pair.split('=') as [string, string]),
    );
    const csrf = held.get('xf_csrf') ?? randomBytes(12).toString('base64url');
    response.locals['csrf'] = csrf;
    const now = String(Math.floor(Date.now() / 1000));
    const year = { maxAge: 31_536_000_000 };
    if (!held.has('xf_csrf')) response.cookie('xf_csrf', csrf, { sameSite: 'lax' });
    if (!held.has('bb_lastvisit')) response.cookie('bb_lastvisit', now, year);
    response.cookie('bb_lastactivity', '0', year);
    response.append('Set-Cookie', `mybb[lastvisit]=${now}; Path=/; Max-Age=31536000`);
    response.append('Set-Cookie', `mybb[lastactive]=${now}; Path=/; Max-Age=31536000`);
    if (!held.has('xf_style_id'))
      response.cookie('xf_style_id', '2', year).cookie('per_page', '20', year);
    const thread = request.path.slice(1);
    if (thread) {
      views.set(thread, (views.get(thread) ?? 0) + 1);
      const seen = encodeURIComponent(`a:1:{i:${thread.length}417;i:${now};}`);
      response.append('Set-Cookie', `mybb[threadread]=${seen}; Path=/; Max-Age=31536000`);
      response.cookie('bb_thread_lastview', `${thread}-${now}`);
    }
    next();
  });
  app.post('/filter', (request, response) => {
    const sent = String(request.body._xfToken);
    const right = formToken(String(response.locals['csrf']), sent.split(',')[0]);
    if (sent !== right) return void response.sendStatus(400);
    response.cookie('collapsed', 'news', { maxAge: 31_536_000_000 });
    response.redirect(303, `/compost?order=${String(request.body.order)}`);
  });
  const names = ['', 'roses', 'compost', 'frost'];
  app.use((_, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) =>
      send(String(body).replaceAll('CSRF', formToken(String(response.locals['csrf']))));
    next();
  });
  pages(app, names, {
    body: (name) =>
      `<p>${views.get(name) ?? 0} views</p><a href="?page=2">2</a> <a href="?page=3">3</a>
<form method="post" action="/filter"><input type="hidden" name="_xfToken" value="CSRF"><select name="order"><option>replies</option></select><button id="filter">Filter</button></form>
<script>localStorage.setItem('sort', 'newest'); localStorage.setItem('xf_push_notice_dismiss', '1');</script>`,
  });
}
