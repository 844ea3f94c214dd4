import { readFileSync } from 'node:fs';
import express from 'express';
import { serve } from '../../../accuracy/support/serve.js';

/** A single-page client of the provider at `issuer`, on a host of its own. */
export function startClient(host: string, issuerOf: (clientOrigin: string) => Promise<string>) {
  return serve(host, async (origin) => site(await issuerOf(origin)), { secure: true });
}

function site(issuer: string) {
  const app = express();
  app.use(express.urlencoded());
  const page = `${import.meta.dirname}/client.html`;
  app.get(
    '/config.js',
    (_, response) => void response.type('js').send(`const issuer = '${issuer}';`),
  );
  app.get('/', (_, response) => response.sendFile(page));
  app.get('/callback', (_, response) => response.sendFile(page));
  // OAuth 2.0 Form Post Response Mode §2: only the server sees what was posted, and hands it to the
  // page.
  app.post('/callback', (request, response) => {
    const posted = JSON.stringify(request.body).replaceAll('<', '\\u003c');
    response
      .type('html')
      .send(`<script>globalThis.posted = ${posted}</script>${readFileSync(page, 'utf8')}`);
  });
  return app;
}
