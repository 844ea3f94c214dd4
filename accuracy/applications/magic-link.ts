import { retype, waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { tokenProgram } from './support/token-program.js';

const HOST = 'magic-link.test';

/**
 * A link by mail instead of a password: a one-time token in an address, then an opaque cookie for a
 * month.
 */
export const application: Application = {
  name: 'magic-link',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "single-use, expire … token in the link"; a session cookie from it.
    'https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html#url-tokens',
    // Sessions hashed in the database.
    'https://lucia-auth.com/sessions/basic',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'desk', role: 'session', format: 'opaque' },
      { carrier: 'url', name: 'token', role: ['oauth-state', 'other'] },
      { carrier: 'url', name: 'email', role: 'other' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/api\/issues$/, knows: ({ status }) => status === 200 },
  start: (scratch) => tokenProgram(scratch, HOST, 'magic-link'),
  async visit({ page, url, step }) {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#said', answer);
    };
    const ask = async (address: string, answer: string) => {
      await retype(page, '#login [name=who]', address);
      await press('#login button', answer);
    };
    // The mailbox is another program: what the link is, no browser sees.
    const follow = async () => {
      const port = new URL(url).port;
      await page.goto(url + (await (await fetch(`http://127.0.0.1:${port}/__mail`)).text()));
      await waitForText(page, '#said', 'ready');
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await waitForText(page, '#said', 'ready');
    await press('#theme', 'dark');
    await press('#load', 'refused');
    await step('failed-login');
    await ask('ada@elsewhere.example', 'refused');
    await ask('ada@example.test', 'welcome');
    await step('login');
    await follow();
    await step('use');
    await press('#load', 'notes');
    await press('#add', 'added');
    await page.reload();
    await waitForText(page, '#said', 'ready');
    await press('#load', 'notes');
    await step('logout');
    await press('#out', 'bye');
    await press('#load', 'refused');
    await ask('ada@example.test', 'welcome');
    await step('login-2');
    await follow();
    await press('#load', 'notes');
  },
};
