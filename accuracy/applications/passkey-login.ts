import { waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { tokenProgram } from './support/token-program.js';

const HOST = 'passkey-login.test';

/** SimpleWebAuthn: a passkey logs in, its challenge waits in the session. */
export const application: Application = {
  name: 'passkey-login',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "currentChallenge" kept in the session; verifyAuthenticationResponse().
    'https://simplewebauthn.dev/docs/packages/server',
    // "challenge, credential id, clientDataJSON, signature".
    'https://www.w3.org/TR/webauthn-3/',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'vault', role: 'session', format: 'signed' },
      { carrier: 'body', name: /./, role: ['other', 'csrf', 'oauth-state'] },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  start: (scratch) => tokenProgram(scratch, HOST, 'passkey-login', { secure: true }),
  async visit({ page, url, step }) {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#said', answer);
    };
    const cdp = await page.createCDPSession();
    await cdp.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    } as const;
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
    await step('anonymous');
    await page.goto(`${url}/`);
    await waitForText(page, '#said', 'ready');
    await press('#theme', 'dark');
    await press('#load', 'refused');
    await press('#more', 'more');
    await press('#load', 'refused');
    await step('login');
    await press('#login button', 'welcome');
    await step('use');
    await press('#load', 'notes');
    await press('#add', 'added');
    await page.reload();
    await waitForText(page, '#said', 'ready');
    await press('#load', 'notes');
    await step('logout');
    await press('#out', 'bye');
    await press('#load', 'refused');
    await step('login-2');
    await press('#login button', 'welcome');
    await press('#load', 'notes');
  },
};
