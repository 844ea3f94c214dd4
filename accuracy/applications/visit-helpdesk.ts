import { randomBytes } from 'node:crypto';
import express, { type Express } from 'express';
import session from 'express-session';
import { clickThrough, waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { accounts, talk, widgets } from './support/help-widgets.js';
import { allowAll, type OriginOf, pages, script, serveParties } from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'help.kettles.test';
const ACCOUNTS = 'accounts.livelines.test';
const CHAT = 'api.livelines.test';
const FEEDBACK = 'surveys.warmjar.test';

/**
 * A help centre that guests read, with a chat and a survey that other companies put into its pages.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-helpdesk',
  docs: [
    // "_help_center_session: stores unique session key for the Help Center product"; guests too.
    'https://www.zendesk.com/company/agreements-and-terms/cookie-policy/ (in-product cookies)',
    // "/hc/api/internal/csrf_token.json", sent back as X-CSRF-Token.
    'https://developer.zendesk.com/api-reference/help_center/help-center-api/introduction/',
    // "__lc_cid, __lc_cst: … recognise the customer"; accounts/v2/customer/token gives an access
    // token.
    'https://platform.text.com/docs/authorization/customer-authorization-flows',
    'https://platform.text.com/docs/messaging/customer-chat-api/rtm-api (login: token)',
    // "_hjSessionUser_{site_id}", "_hjSession_{site_id}", "_hjDonePolls".
    'https://help.hotjar.com/hc/en-us/articles/115011789248',
    // "sid": of the transport, new with each connection.
    'https://socket.io/docs/v4/engine-io-protocol/',
  ],
  truth: {
    // The help centre's server and the chat remember a guest; nobody is known to either.
    mechanism: ['session-cookie', 'none', 'hybrid'],
    host: HOST,
    credentials: [
      // What the server remembers of a guest: which value against forgery it gave out.
      { carrier: 'cookie', name: '_help_center_session', role: 'session', format: 'signed' },
      { carrier: 'body', name: '/current_session/csrf_token', role: 'csrf' },
      { carrier: 'header', name: 'x-csrf-token', role: 'csrf' },
      {
        carrier: 'body',
        name: /^(?:authenticity_token|input\[authenticity_token\])$/,
        role: 'csrf',
      },
      // Of a visitor without an account: it opens this visitor's own conversation, and no more.
      {
        carrier: 'body',
        name: '/access_token',
        host: ACCOUNTS,
        role: ['access-token', 'session', 'other'],
      },
      {
        carrier: 'localStorage',
        name: /^@@lc_auth_token.*accessToken$/,
        role: ['access-token', 'session', 'other'],
      },
      { carrier: 'websocket', name: /token$/i, role: ['access-token', 'session', 'other'] },
      { carrier: 'body', name: /^\/entity_id$/, role: ['tracking', 'device', 'other'] },
      { carrier: 'localStorage', name: /^@@lc_auth_token/, role: ['other', 'tracking', 'device'] },
      { carrier: 'cookie', name: '__lc_cid', role: ['tracking', 'device'], format: 'uuid' },
      // Proves that the same visitor comes again.
      { carrier: 'cookie', name: '__lc_cst', role: ['device', 'tracking', 'other', 'session'] },
      {
        carrier: 'localStorage',
        name: /^(?:side_storage|lc_window|chat_id)/,
        role: ['other', 'preference'],
      },
      { carrier: 'url', name: /^(?:sid|t|EIO|transport|license_id|client_id)$/, role: 'other' },
      { carrier: 'websocket', name: /./, role: 'other' },
      { carrier: 'cookie', name: /^_hj(?:SessionUser|Session)_\d+$/, role: 'tracking' },
      {
        carrier: 'cookie',
        name: /^_hj(?:DonePolls|MinimizedPolls|IncludedInSample)$/,
        role: ['preference', 'tracking', 'other'],
      },
      { carrier: 'localStorage', name: /^_hj/, role: ['tracking', 'other', 'preference'] },
      { carrier: 'sessionStorage', name: /^_hj/, role: ['tracking', 'other'] },
      { carrier: 'body', name: /./, role: ['other', 'tracking'] },
      { carrier: 'url', name: /^(?:query|site|return_to)$/, role: 'other' },
    ],
  },
  async start() {
    const running = await serveParties(HOST, {
      [HOST]: centre,
      [ACCOUNTS]: accounts,
      [CHAT]: chat,
      [FEEDBACK]: survey,
    });
    talk(running.server);
    return running;
  },
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string) => {
      await page.goto(`${url}${path}`);
      await settle(visit);
    };
    await step('anonymous');
    await open('/');
    await open('/descaling');
    await step('use');
    await page.click('#chat');
    await waitForText(page, '#said', 'Welcome');
    await page.type('#line', 'It leaks');
    await page.click('#say');
    await waitForText(page, '#said', 'It leaks');
    await page.click('#useful');
    await settle(visit);
    await open('/warranty');
    await page.click('#chat');
    await waitForText(page, '#said', 'Welcome');
    await page.click('#happy');
    await settle(visit);
    await page.reload();
    await open('/ask');
    await page.type('#subject', 'My kettle');
    await clickThrough(page, '#send');
    await page.goto('about:blank');
    await open('/');
    await open('/descaling');
  },
};

const csrfOf = (request: express.Request) =>
  ((request.session as unknown as { csrf?: string }).csrf ??=
    `hc:requests:client:${randomBytes(48).toString('base64url')}`);

function centre(app: Express, originOf: OriginOf): void {
  app.set('trust proxy', true);
  app.use(express.urlencoded({ extended: false }), express.json());
  app.use(
    session({
      name: '_help_center_session',
      secret: randomBytes(32).toString('hex'),
      resave: false,
      saveUninitialized: true,
      cookie: { secure: true, sameSite: 'none' },
    }),
  );
  app.get(
    '/hc/api/internal/csrf_token.json',
    (request, response) => void response.json({ current_session: { csrf_token: csrfOf(request) } }),
  );
  app.post(
    '/votes',
    (request, response) =>
      void response.sendStatus(request.get('x-csrf-token') === csrfOf(request) ? 204 : 403),
  );
  app.post('/requests', (request, response) =>
    request.body.authenticity_token === csrfOf(request)
      ? response.redirect(303, '/?return_to=ask')
      : response.sendStatus(403),
  );
  script(app, '/widgets.js', widgets(originOf(ACCOUNTS), originOf(CHAT), originOf(FEEDBACK)));
  app.use((request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => send(String(body).replaceAll('CSRF', csrfOf(request)));
    next();
  });
  pages(app, ['', 'descaling', 'warranty', 'ask'], {
    head: () => '<script defer src="/widgets.js"></script>',
    body: (
      name,
    ) => `<button id="useful">Useful</button> <button id="chat">Chat</button><p id="said"></p><input id="line"><button id="say">Say</button> <button id="happy">Happy</button>
${name === 'ask' ? '<form method="post" action="/requests"><input type="hidden" name="authenticity_token" value="CSRF"><input id="subject" name="subject"><button id="send">Send</button></form>' : ''}`,
  });
}

function chat(app: Express): void {
  allowAll(app);
}

function survey(app: Express): void {
  allowAll(app);
  app.post('/api/v1/sites/:site/feedback', (_, response) => void response.json({ success: true }));
}
