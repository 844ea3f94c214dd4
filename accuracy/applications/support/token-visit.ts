import { retype, waitForText } from '../../support/drive.js';
import { USER } from '../../support/site.js';
import type { Visit } from '../../support/stack.js';

/**
 * A page of one's own that keeps a token: buttons `#load`, `#add`, `#dark`, `#out`, and what it
 * says in `#said`.
 */
export interface TokenPage {
  /** What it says once it has chosen how it looks. */
  chosen: string;
  /** What it says to somebody who is known. */
  known: string;
  /** It has a button `#refresh`. */
  renews?: true;
}

/**
 * The visit to it: refused, a wrong password, logged in, used, renewed, logged out, logged in
 * again.
 */
export function tokenVisit({ chosen, known, renews }: TokenPage) {
  return async ({ page, url, step }: Visit): Promise<void> => {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#said', answer);
    };
    const logIn = async (password: string, answer: string) => {
      await retype(page, 'input[name=username]', USER.name);
      await retype(page, 'input[name=password]', password);
      await press('#login button', answer);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await press('#dark', chosen);
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'failed');
    await step('login');
    await logIn(USER.password, 'signed in');
    await step('use');
    await press('#load', known);
    await page.reload();
    await press('#add', known);
    await press('#load', known);
    if (renews) {
      await step('refresh');
      await press('#refresh', 'renewed');
      await press('#load', known);
    }
    await step('logout');
    await press('#out', 'signed out');
    await press('#load', 'refused');
    await step('login-2');
    await logIn(USER.password, 'signed in');
    await press('#load', known);
  };
}
