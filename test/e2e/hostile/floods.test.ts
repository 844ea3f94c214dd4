import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';
import { Seeded } from '../../support/seeded.js';
import { THOROUGH } from '../../support/thorough.js';
import { html, type Lab, listOf, startLab, until } from '../capture/lab.js';

const TOKEN = new Seeded('floods').base62(40);
const QUOTA = 10_485_760;

interface Flood {
  /** What the page does, before it stores the token. */
  run: string;
  /** Rows that it makes. */
  rows?: number;
}

const FLOODS: Readonly<Record<string, Flood>> = {
  'changes ten keys a thousand times a second': {
    run: `let n = 0;
      setInterval(() => {
        for (let k = 0; k < 10; k++) localStorage.setItem('token' + k, 'v' + Math.random() + n++);
      }, 10);`,
  },
  'sets 180 cookies of 4 kB': {
    run: `for (let n = 0; n < 180; n++) document.cookie = 'c' + n + '=' + String(n).repeat(1_300);
      for (let n = 0; n < 5; n++) await fetch('/api?' + n);`,
    rows: 5,
  },
  'sends and gets headers of 100 kB': {
    run: `for (let n = 0; n < 10; n++)
        await fetch('/heavy?' + n, { headers: { 'x-token': 'Ab1' .repeat(33_000) } });`,
    rows: 10,
  },
  'opens 250 sockets': {
    run:
      "for (let n = 0; n < 250; n++) new WebSocket(location.origin.replace('http', " +
      "'ws') + '/s' + n);",
    rows: 250,
  },
  'sends a different token with each of 1,000 requests': {
    run: `for (let n = 0; n < 1_000; n += 100) await Promise.all(Array.from({ length: 100 }, (_, m) =>
        fetch('/api?' + (n + m), { headers: { authorization: 'Bearer ' +
          [...crypto.getRandomValues(new Uint8Array(20))].map((b) => b.toString(16)).join('') } })));`,
    rows: 1_000,
  },
  'makes and removes 60 frames': {
    run: `for (let n = 0; n < 60; n++) {
        const frame = document.createElement('iframe');
        frame.src = '/frame?' + n;
        document.body.append(frame);
        await new Promise((resolve) => { frame.onload = resolve; });
        frame.remove();
      }`,
    rows: 60,
  },
};

describe('a page that', () => {
  let lab: Lab;
  let bystander: Page;
  let page: Page;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/page': (_, response) => html(response, '<title>flood</title><body></body>'),
      '/api': (_, response) => void response.end(),
      '/heavy': (_, response) => {
        response.setHeader('x-answer', 'Cd2'.repeat(33_000));
        response.end();
      },
    });
  });
  afterAll(() => lab.close());
  beforeEach(async () => {
    bystander = await extension().browser.newPage();
    await bystander.goto(`${lab.at('bystander.test')}/page`);
    page = await extension().browser.newPage();
  });
  afterEach(async () => {
    await page.close();
    await bystander.close();
  });

  it.each(Object.entries(FLOODS))(
    '%s blinds neither its own tab nor another',
    THOROUGH,
    async (name, flood) => {
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(`${lab.at(`flood${Object.keys(FLOODS).indexOf(name)}.test`)}/page`);
      const tabId = await extension().tabIdOf(page);
      await page.evaluate(`(async () => {
      ${flood.run}
      sessionStorage.setItem('access_token', '${TOKEN}');
    })()`);
      await bystander.evaluate(() => fetch('/api?bystander').then(() => undefined));
      const other = await extension().tabIdOf(bystander);
      await until(
        () => listOf(extension(), other),
        ({ rows }) => rows.some(({ url, status }) => url.includes('bystander') && status === 200),
      );
      const { credentials } = await until(
        () => extension().ask<'getReport'>({ type: 'getReport', tabId }),
        (report) => report.credentials.some(({ carrier }) => carrier === 'sessionStorage'),
      );
      const kept = credentials.filter(({ carrier }) => carrier === 'sessionStorage');
      expect(kept.map(({ role }) => role)).toEqual(['access-token']);
      const list = await until(
        () => listOf(extension(), tabId),
        ({ rows, dropped }) => rows.length + dropped >= 1 + (flood.rows ?? 0),
      );
      expect(list.rows.length + list.dropped).toBe(1 + (flood.rows ?? 0));
      expect(errors).toEqual([]);
      const worker = await extension().worker();
      expect(await worker.evaluate('chrome.storage.session.getBytesInUse()')).toBeLessThan(QUOTA);
    },
  );
});
