import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestRow } from '../../../src/messaging/views.js';
import { useExtension } from '../../support/extension.js';
import { type Lab, outline, rowsOf, startLab, until } from './lab.js';
import { routes } from './request-routes.js';

const isDone = ({ status, error }: RequestRow) => status !== undefined || error !== undefined;

describe('what is recorded of requests', () => {
  let lab: Lab;
  let page: Page;
  const extension = useExtension(async () => {
    lab = await startLab(routes);
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    page = await extension().browser.newPage();
    await page.goto(lab.at('a.test'));
  });
  afterEach(() => page.close());

  /** Rows beyond the first document, once there are enough. */
  const rows = async (count: number): Promise<RequestRow[]> =>
    (
      await until(
        () => rowsOf(extension(), page),
        (all) => all.length > count && all.every(isDone),
      )
    ).slice(1);

  const detail = async (id: string) => {
    const tabId = await extension().tabIdOf(page);
    return extension().ask<'getRequest'>({ type: 'getRequest', tabId, id });
  };

  it('keeps every hop of a redirect, with what each one set', async () => {
    await page.goto(`${lab.at('a.test')}/first`);
    const hops = await rows(3);
    expect(outline(hops)).toEqual(['GET /first 302', 'GET /second 303', 'GET /end 200']);
    const [first, second, end] = hops.map(({ id }) => id.split('.'));
    expect([first![0], second![0]]).toEqual([second![0], end![0]]);
    expect([first![1], second![1], end![1]]).toEqual(['0', '1', '2']);
    const setBy = async (row: RequestRow | undefined) =>
      (await detail(row!.id))!.responseHeaders.filter(({ name }) => name === 'set-cookie').length;
    expect([await setBy(hops[0]), await setBy(hops[1]), await setBy(hops[2])]).toEqual([2, 1, 0]);
  });

  it('keeps fetches with what they carry, empty and revalidated answers too', async () => {
    await page.evaluate(async () => {
      await fetch('/data', { headers: { authorization: 'Bearer 0123456789abcdef0123456789' } });
      await fetch('/empty');
      await fetch('/etag').then((response) => response.text());
      await fetch('/etag').then((response) => response.text());
    });
    const fetched = await rows(4);
    expect(outline(fetched)).toEqual([
      'GET /data 200',
      'GET /empty 204',
      'GET /etag 200',
      'GET /etag 200',
    ]);
    expect(fetched.map(({ type }) => type)).toEqual(['fetch', 'fetch', 'fetch', 'fetch']);
    const { requestHeaders } = (await detail(fetched[0]!.id))!;
    const authorization = requestHeaders.find(({ name }) => name === 'authorization')!;
    expect(authorization.value).toContain('Bearer');
    expect(authorization.value).not.toContain('0123456789abcdef');
    expect(fetched[0]!.carried).toContain(authorization.credentialIds?.[0]);
  });

  it('keeps the handshake of a WebSocket', async () => {
    await page.evaluate(() => {
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/socket`);
      return new Promise((resolve) => (socket.onopen = resolve)).then(() => socket.close());
    });
    const [socket] = await rows(1);
    expect(socket).toMatchObject({ type: 'websocket', status: 101 });
    const names = (await detail(socket!.id))!.responseHeaders.map(({ name }) => name);
    expect(names).toContain('set-cookie');
  });

  it('keeps failures in the browser’s own words', async () => {
    await page.evaluate(() => fetch('/broken').catch(() => undefined));
    expect(outline(await rows(1))).toEqual(['GET /broken net::ERR_EMPTY_RESPONSE']);
  });

  it('keeps the challenge of a Basic authentication while the browser asks for the password', async () => {
    await page.evaluate(() => void fetch('/basic').catch(() => undefined));
    const [challenge] = await rows(1);
    expect(outline([challenge!])).toEqual(['GET /basic 401']);
    const names = (await detail(challenge!.id))!.responseHeaders.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['www-authenticate', 'set-cookie']));
  });

  it('keeps what a user name and password in the URL open, without them', async () => {
    await page.goto(`${lab.at('user:secret@c.test')}/basic`);
    const answers = await rows(1);
    expect(outline(answers)).toEqual(['GET /basic 200']);
    expect(JSON.stringify([answers, await detail(answers[0]!.id)])).not.toContain('secret');
  });

  it('tells frames of other sites from the document', async () => {
    await page.evaluate(
      (src) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        return new Promise((resolve) => (frame.onload = resolve) && document.body.append(frame));
      },
      `${lab.at('b.test')}/framed`,
    );
    expect(await rows(1)).toMatchObject([
      { type: 'frame', host: expect.stringContaining('b.test') },
    ]);
  });

  it('gives a service worker’s requests to the tabs of its origin only', async () => {
    const other = await extension().browser.newPage();
    await other.goto(`${lab.at('b.test')}/other`);
    await page.goto(`${lab.at('sw.localhost')}/page`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      (await navigator.serviceWorker.ready).active?.postMessage('go');
    });
    const all = await until(
      () => rowsOf(extension(), page),
      (found) =>
        found.some(({ url, status }) => url.endsWith('/by-service-worker') && status === 200),
    );
    expect(all.at(-1)).toMatchObject({ type: 'fetch', status: 200 });
    expect(outline(await rowsOf(extension(), other))).toEqual(['GET /other 200']);
    await other.close();
  });

  it('takes malformed cookies for data', async () => {
    await page.goto(`${lab.at('a.test')}/malformed`);
    const [row] = await rows(1);
    const { responseHeaders } = (await detail(row!.id))!;
    expect(responseHeaders.filter(({ name }) => name === 'set-cookie')).toHaveLength(6);
    const tabId = await extension().tabIdOf(page);
    const report = await extension().ask<'getReport'>({ type: 'getReport', tabId });
    expect(report.source.requests).toBe(2);
  });

  it('cuts a huge header and says so', async () => {
    await page.goto(`${lab.at('a.test')}/huge`);
    const [row] = await rows(1);
    expect((await detail(row!.id))!.diagnoses.join()).toMatch(
      /x-huge is 100,000 characters long; only the first 65,536/,
    );
  });
});
