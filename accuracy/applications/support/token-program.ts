import { retype, waitForText } from '../../support/drive.js';
import { freePort, testCertificate } from '../../support/serve.js';
import { USER } from '../../support/site.js';
import type { Running, Visit } from '../../support/stack.js';
import { waitUntilUp } from '../../support/wait-until-up.js';
import { npmPackages } from './npm-package.js';
import { programEnv, programFile } from './program.js';
import type { Scratch } from './scratch.js';

/** Runs a program of `programs/tokens`, with its packages from npm. */
export async function tokenProgram(
  scratch: Scratch,
  host: string,
  name: string,
  { secure = false }: { secure?: boolean } = {},
): Promise<Running> {
  const { node, path } = npmPackages('token-clients');
  const port = await freePort();
  const url = `${secure ? 'https' : 'http'}://${host}:${port}`;
  const env: Record<string, string> = { ...programEnv(port), PACKAGES: path('_'), ORIGIN: url };
  if (secure) {
    const { key, pem } = await testCertificate();
    env['TLS'] = scratch.write('tls.pem', pem).replace(/\.pem$/, '');
    scratch.write('tls.key', key);
  }
  scratch.serve(node, [programFile(`tokens/${name}.cjs`)], { env });
  await waitUntilUp(port);
  return { url, stop: () => scratch.stop() };
}

/** How a visit to such a page differs from the others. */
export interface TokenVisit {
  /** What is typed for the user. */
  user?: string;
  /** The page has a button that renews its token. */
  renews?: true;
  /** … and one that does something more. */
  more?: true;
  /** Nothing is refused: who is not logged in sees less. */
  open?: true;
}

/**
 * The visit to the page of `programs/tokens/frame.cjs`: refused, logged in, used with a reload,
 * logged out, logged in again.
 */
export function tokenVisit({ user = USER.name, renews, more, open }: TokenVisit = {}) {
  return async ({ page, url, step }: Visit): Promise<void> => {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#said', answer);
    };
    const come = async (go: () => Promise<unknown>) => {
      await go();
      await waitForText(page, '#said', 'ready');
    };
    const logIn = async (password: string, answer: string) => {
      await retype(page, '#login [name=who]', user);
      await retype(page, '#login [type=password]', password);
      await press('#login button', answer);
    };
    const refused = open ? 'notes' : 'refused';
    await step('anonymous');
    await come(() => page.goto(`${url}/`));
    await press('#theme', 'dark');
    await press('#load', refused);
    await step('failed-login');
    await logIn('wrong-password', 'refused');
    await step('login');
    await logIn(USER.password, 'welcome');
    await step('use');
    await press('#load', 'notes');
    await press('#add', 'added');
    if (more) await press('#more', 'more');
    await come(() => page.reload());
    await press('#load', 'notes');
    if (renews) {
      await step('refresh');
      await press('#renew', 'renewed');
      await press('#load', 'notes');
    }
    await step('logout');
    await press('#out', 'bye');
    await press('#load', refused);
    await step('login-2');
    await logIn(USER.password, 'welcome');
    await press('#load', 'notes');
  };
}
