import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'books.test';

/**
 * hledger-web: books that anybody may keep; Yesod's sealed cookie is another one with each answer.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-hledger',
  language: 'Haskell',
  packages: ['hledger-web'],
  docs: [
    // "_SESSION": clientsession's encrypted and signed cookie, two hours; holds messages and the
    // token of the forms. `_token` stands in each form against forgery.
    'https://www.yesodweb.com/book/sessions',
    'https://www.yesodweb.com/book/forms',
    // "--capabilities=view,add": nobody logs in.
    'https://hledger.org/1.25/hledger-web.html',
  ],
  truth: {
    mechanism: ['token-cookie', 'session-cookie', 'none'],
    host: HOST,
    credentials: [
      // Whoever looks has one: a message to be shown once, and what the forms send back.
      { carrier: 'cookie', name: '_SESSION', role: ['other', 'csrf', 'device', 'session'] },
      { carrier: 'body', name: /_token\]?$/, role: 'csrf' },
      { carrier: 'cookie', name: /./, role: ['preference', 'other'] },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  async start(scratch) {
    const port = await freePort();
    const journal = scratch.write(
      'books.journal',
      '2026-01-01 opening\n  assets:cash  100\n  equity:opening\n',
    );
    const url = `http://${HOST}:${port}`;
    const listen = ['--serve', '--port', String(port), '--base-url', url];
    scratch.serve('hledger-web', ['-f', journal, ...listen]);
    await waitUntilUp(port);
    return { url, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/register?q=inacct:assets`);
    await step('use');
    await page.goto(`${url}/add`);
    for (const [field, text] of [
      ['date', '2026-02-01'],
      ['description', 'books'],
      ['account', 'expenses:books'],
      ['amount', '20'],
    ] as const)
      await page.type(`#addform [name=${field}]`, text);
    await page.$$eval('#addform [name=account]', (fields) => {
      (fields[1] as HTMLInputElement).value = 'assets:cash';
    });
    await clickThrough(page, '#addform [type=submit]');
    await page.goto(`${url}/journal?q=books`);
    await page.goto(`${url}/journal`);
    await page.reload();
  },
};
