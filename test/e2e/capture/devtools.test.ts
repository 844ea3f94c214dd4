import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DevtoolsEntry } from '../../../src/recording/record.js';
import { useExtension } from '../../support/extension.js';
import { html, type Lab, listOf, outline, startLab, until } from './lab.js';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** In the real DevTools, with the real panel sending what it sees. */
describe('what DevTools adds to the record', () => {
  let lab: Lab;
  let tabId: number;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/login': (_, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ access_token: TOKEN }));
      },
      '/page': (_, response) => html(response, '<title>shop</title>'),
    });
  });
  afterAll(() => lab.close());

  beforeAll(async () => {
    const page = await extension().browser.newPage();
    await page.goto(`${lab.at('a.test')}/page`);
    tabId = await extension().tabIdOf(page);
    await extension().openPanel(page);
    await page.evaluate(() => {
      const body = new URLSearchParams({ user: 'ada', password: 'correct horse battery' });
      return fetch('/login', { method: 'POST', body }).then((response) => response.text());
    });
  });

  const login = async () => {
    const { rows } = await listOf(extension(), tabId);
    const row = rows.find(({ url }) => url.endsWith('/login'));
    return row && extension().ask<'getRequest'>({ type: 'getRequest', tabId, id: row.id });
  };

  it('is the bodies, without the password', async () => {
    const detail = await until(login, (found) => (found?.responseFields.length ?? 0) > 0);
    expect(detail!.responseFields).toMatchObject([
      { name: '/access_token', value: expect.not.stringContaining(TOKEN) },
    ]);
    expect(JSON.stringify(detail)).not.toContain('correct');
    const worker = await extension().worker();
    const read = () =>
      worker.evaluate('chrome.storage.session.get(null).then(JSON.stringify)') as Promise<string>;
    const stored = await until(read, (text) => text.includes('passwordField'));
    expect(stored).not.toContain('correct horse');
    expect(stored).not.toContain('correct+horse');
  });

  it('is no second record of the same request', async () => {
    await until(login, (found) => (found?.responseFields.length ?? 0) > 0);
    const lone: DevtoolsEntry = {
      url: `${lab.at('a.test')}/lone`,
      method: 'GET',
      type: 'fetch',
      startedAt: Date.now(),
      status: 200,
      requestHeaders: [],
      responseHeaders: [],
    };
    await extension().ask<'addDevtoolsEntries'>({
      type: 'addDevtoolsEntries',
      tabId,
      entries: [lone],
    });
    // Once this one stands alone, all that came before it have been judged.
    const { rows } = await until(
      () => listOf(extension(), tabId),
      (list) => list.rows.some(({ url }) => url === lone.url),
    );
    expect(outline(rows)).toEqual(['GET /page 200', 'POST /login 200', 'GET /lone 200']);
  });
});
