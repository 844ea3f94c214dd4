import type { IncomingMessage } from 'node:http';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../support/extension.js';
import { jwtOf } from '../../support/jose.js';
import { type LocalServer, startServer } from '../../support/local-server.js';
import { Seeded } from '../../support/seeded.js';
import { until } from '../capture/lab.js';

/** An application that logs in, calls its API, and refreshes its tokens, without loading anew. */
const APP = `<!doctype html><title>App</title><link rel="icon" href="data:,">
<script>
const ask = async (fields) => {
  const answer = await fetch('/token', { method: 'POST', body: new URLSearchParams(fields) });
  for (const [name, value] of Object.entries(await answer.json())) localStorage.setItem(name, value);
};
window.logIn = () => ask({ grant_type: 'password', username: 'ada', password: 'x' });
window.refresh = () => ask({ grant_type: 'refresh_token', refresh_token: localStorage.refresh_token });
window.call = () => fetch('/api/me', { headers: { authorization: 'Bearer ' + localStorage.access_token } });
</script>`;

declare global {
  interface Window {
    logIn(): Promise<void>;
    refresh(): Promise<void>;
    call(): Promise<Response>;
  }
}

/** Tokens of this server that are valid for five minutes. */
function tokens({ headers }: IncomingMessage, random: Seeded) {
  const origin = `http://${headers.host}`;
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, exp: now + 300 };
  const claims = { iss: origin, aud: `${origin}/api`, sub: 'ada', scope: 'read write', ...times };
  return {
    access_token: jwtOf({ ...claims, jti: random.bytes(12).toString('hex') }),
    refresh_token: random.bytes(24).toString('base64url'),
  };
}

/** The application, its tokens and its API; `seed`: of its tokens. */
export function startTokenApp(seed: string): Promise<LocalServer> {
  const random = new Seeded(seed);
  return startServer((request, response) => {
    const answers: Record<string, () => unknown> = {
      '/token': () => tokens(request, random),
      '/api/me': () => ({ name: 'Ada' }),
    };
    const answer = answers[request.url ?? ''];
    response.setHeader('content-type', answer ? 'application/json' : 'text/html');
    response.end(answer ? JSON.stringify(answer()) : APP);
  });
}

/** Refreshes both tokens once, until DevTools has told of both: on a busy machine that is later. */
export async function refreshTokens(extension: ExtensionBrowser, page: Page): Promise<void> {
  await page.evaluate(() => window.refresh());
  const tabId = await extension.tabIdOf(page);
  await until(
    () => extension.ask<'getReport'>({ type: 'getReport', tabId }),
    ({ events }) => events.filter(({ type }) => type === 'refreshed').length === 2,
  );
}
