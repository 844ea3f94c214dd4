import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchExtension } from '../../support/extension.js';
import { type LoggedRequest, readNetLog } from '../../support/net-log.js';
import { type Proxy, startProxy } from '../../support/proxy.js';
import { wholeSession } from './whole-session.js';

const SITE = 'http://shop.test';

const PAGE = `<!doctype html><title>Login</title><link rel="icon" href="data:,"><body>
<script>
  localStorage.setItem('token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl');
  fetch('/api', { headers: { authorization: 'Bearer ' + localStorage.getItem('token') } })
    .then(() => { document.body.id = 'done'; });
</script>`;

const OF_THE_PAGE = [`GET ${SITE}/`, `GET ${SITE}/api`];
/**
 * A browser asks its maker for the time, updates and the like; the log says that nobody else did.
 */
const OF_THE_BROWSER =
  /^(?:CONNECT |(?:GET|POST) http:\/\/)[\w.-]+\.(?:google|googleapis|gstatic|gvt1)\.com[:/]/;

/** What the browser asked any network for, seen from within and from without. */
describe('the network, while every part of the extension is at work', () => {
  let proxy: Proxy;
  let logged: LoggedRequest[];

  beforeAll(async () => {
    proxy = await startProxy((_, response) => {
      response.setHeader('set-cookie', 'sid=0123456789abcdef0123456789abcdef; HttpOnly');
      response.setHeader('content-type', 'text/html');
      response.end(PAGE);
    });
    const folder = mkdtempSync(join(tmpdir(), 'credtrail-log-'));
    const file = join(folder, 'net-log.json');
    const extension = await launchExtension({ args: [`--log-net-log=${file}`, ...proxy.args] });
    try {
      await extension.worker();
      await wholeSession(extension, `${SITE}/`, folder);
    } finally {
      // The log is complete only once the browser has ended.
      await extension.close();
    }
    logged = readNetLog(file);
    rmSync(folder, { recursive: true });
  });
  afterAll(() => proxy.close());

  /** The browser's own errands, such as looking for updates, have no initiator. */
  const askedByParts = () =>
    logged.filter(({ url, initiator }) => /^(?:https?|wss?):/.test(url) && initiator !== undefined);

  it('carries what the page asked for, so that log and proxy can be believed', () => {
    expect(askedByParts()).toContainEqual({ url: `${SITE}/api`, initiator: SITE });
    expect(proxy.requests).toEqual(expect.arrayContaining(OF_THE_PAGE));
  });

  it('carries nothing that any part of the extension asked for', () => {
    expect(askedByParts().filter(({ initiator }) => initiator !== SITE)).toEqual([]);
  });

  it('carries nothing else past a proxy that everything has to pass', () => {
    const others = proxy.requests.filter((request) => !OF_THE_BROWSER.test(request));
    expect([...new Set(others)].toSorted()).toEqual(OF_THE_PAGE);
  });
});
