import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import type { Label } from '../support/stack.js';
import type { Application } from './support/application.js';
import {
  allowAll,
  clientFiles,
  type OriginOf,
  pages,
  script,
  serveParties,
} from './support/parties.js';
import { NOBODY, read, settle } from './support/visitor.js';

const HOST = 'recipes.test';
const SENTRY = 'o4501.ingest.sentry-collector.test';
const BUGSNAG = 'notify.bugsnag-collector.test';
const ROLLBAR = 'api.rollbar-collector.test';
const key = () => randomBytes(16).toString('hex');

/** Keys of projects, which stand in every page that reports its errors. */
const PROJECT: Label['role'] = ['api-key', 'tracking', 'other'];

/** A collection of recipes whose mistakes three services are told. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-errors',
  docs: [
    // "sentry_key: the public key from the DSN"; "DSNs are safe to keep public".
    'https://develop.sentry.dev/sdk/overview/#authentication',
    'https://docs.sentry.io/concepts/key-terms/dsn-explainer/',
    // "sentry-trace: traceid-spanid-sampled", "baggage".
    'https://docs.sentry.io/concepts/key-terms/tracing/distributed-tracing/',
    // "Bugsnag-Api-Key"; "collectUserIp … an anonymous id is kept in localStorage:
    // bugsnag-anonymous-id".
    'https://docs.bugsnag.com/platforms/javascript/configuration-options/#generateanonymousid',
    // "post_client_item: a token that can only send reports; it is meant for client-side code".
    'https://docs.rollbar.com/docs/access-tokens#post_client_item',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'url', name: 'sentry_key', role: PROJECT },
      { carrier: 'url', name: /^sentry_(?:version|client)$/, role: 'other' },
      { carrier: 'body', name: 'sentry_key', role: PROJECT },
      { carrier: 'header', name: /^(?:sentry-trace|baggage)$/, role: ['tracking', 'other'] },
      { carrier: 'header', name: 'bugsnag-api-key', role: PROJECT },
      { carrier: 'header', name: /^bugsnag-(?!api-key)/, role: 'other' },
      { carrier: 'header', name: 'x-rollbar-access-token', role: PROJECT },
      { carrier: 'body', name: /(?:apiKey|access_token|accessToken|public_key)$/, role: PROJECT },
      { carrier: 'body', name: /./, host: BUGSNAG, role: ['tracking', 'other'] },
      { carrier: 'body', name: /./, host: ROLLBAR, role: ['tracking', 'other'] },
      { carrier: 'body', name: /./, host: SENTRY, role: ['tracking', 'other'] },
      { carrier: 'localStorage', name: 'bugsnag-anonymous-id', role: ['tracking', 'device'] },
      {
        carrier: 'sessionStorage',
        name: /^(?:sentryReplaySession|rollbar|RB_)/i,
        role: ['tracking', 'other'],
      },
      { carrier: 'localStorage', name: /^(?:rollbar|RB_)/i, role: ['tracking', 'other'] },
      { carrier: 'localStorage', name: 'portions', role: 'preference' },
    ],
  },
  start: () =>
    serveParties(HOST, {
      [HOST]: recipes,
      [SENTRY]: collector,
      [BUGSNAG]: collector,
      [ROLLBAR]: collector,
    }),
  async visit(visit) {
    const { page, step } = visit;
    await step('anonymous');
    await read(visit, ['/']);
    await step('use');
    for (const path of ['/soup', '/cake']) {
      await read(visit, [path]);
      await page.click('#cook');
      await settle(visit);
    }
    await page.reload();
    await page.click('#cook');
    await settle(visit);
    await page.goto('about:blank');
    await read(visit, ['/', '/soup']);
    await page.click('#cook');
    await settle(visit);
  },
};

function recipes(app: Express, originOf: OriginOf): void {
  const dsn = originOf(SENTRY).replace('https://', `https://${key()}@`);
  script(
    app,
    '/sentry.js',
    `import * as Sentry from '@sentry/browser';
Sentry.init({ dsn: '${dsn}/4507', release: 'recipes@3.1.4', environment: 'production', tracesSampleRate: 1, integrations: [Sentry.browserTracingIntegration()] });
window.Sentry = Sentry;`,
  );
  clientFiles(app, {
    '/bugsnag.js': '@bugsnag/browser/dist/bugsnag.min.js',
    '/rollbar.js': 'rollbar/dist/rollbar.umd.min.js',
  });
  app.get('/oven', (_, response) => void response.status(500).json({ error: 'cold' }));
  const bugsnag = originOf(BUGSNAG);
  const start = `
window.Bugsnag?.start({ apiKey: '${key()}', endpoints: { notify: '${bugsnag}/', sessions: '${bugsnag}/sessions' }, autoTrackSessions: true, appVersion: '3.1.4' });
window.rollbar = new (window.Rollbar ?? window.rollbar)({ accessToken: '${key()}', endpoint: '${originOf(ROLLBAR)}/api/1/item/', captureUncaught: true, captureUnhandledRejections: true, payload: { environment: 'production' } });
localStorage.setItem('portions', '4');
document.querySelector('#cook').onclick = async () => {
  await fetch('/oven').then((answer) => answer.json());
  const error = new Error('The oven is cold');
  Sentry.captureException(error); Bugsnag.notify(error); rollbar.error(error);
};`;
  pages(app, ['', 'soup', 'cake'], {
    head: () =>
      ['sentry', 'bugsnag', 'rollbar']
        .map((name) => `<script src="/${name}.js"></script>`)
        .join(''),
    body: () => `<button id="cook">Cook</button><script>${start}</script>`,
  });
}

function collector(app: Express): void {
  allowAll(app);
  app.use((_, response) => void response.json({ id: key(), err: 0, result: { uuid: key() } }));
}
