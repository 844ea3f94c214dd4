import { randomInt } from 'node:crypto';
import type http from 'node:http';
import httpProxy from 'http-proxy';
import { serve } from './serve.js';
import type { Running } from './stack.js';

/** How a balancer marks which server a browser was given to. */
export interface Affinity {
  cookie: string;
  /** Value for the first and for the second server. */
  values: readonly [string, string];
}

/**
 * Two servers behind one address; a cookie keeps a browser with the server it was first given to.
 */
export async function balance(
  host: string,
  { cookie, values }: Affinity,
  app: () => http.RequestListener,
): Promise<Running> {
  const backends = await Promise.all([serve('web1', app), serve('web2', app)]);
  const targets = backends.map(({ url }) => `http://127.0.0.1:${new URL(url).port}`);
  const proxy = httpProxy.createProxyServer();
  const front = await serve(host, () => (request, response) => {
    const known = values.findIndex((value) =>
      (request.headers.cookie ?? '').split('; ').includes(`${cookie}=${value}`),
    );
    const chosen = known < 0 ? randomInt(2) : known;
    if (known < 0) response.appendHeader('Set-Cookie', `${cookie}=${values[chosen]}; path=/`);
    proxy.web(request, response, { target: targets[chosen] });
  });
  const stop = async () => {
    proxy.close();
    await Promise.all([front, ...backends].map((server) => server.stop()));
  };
  return { url: front.url, stop };
}
