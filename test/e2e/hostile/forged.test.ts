import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareExtension } from '../../support/bare-extension.js';
import { useOwnExtension } from '../../support/extension.js';
import { HOST_RULES, type Lab, startLab, until } from '../capture/lab.js';
import { messages, MALFORMED } from './forged-messages.js';

describe('what a page forges', () => {
  let lab: Lab;
  let page: Page;
  let tabId: number;
  const extension = useOwnExtension(async () => {
    lab = await startLab({});
    return { hostRules: HOST_RULES };
  });
  beforeAll(async () => {
    page = await extension().browser.newPage();
    await page.goto(lab.at('forger.test'));
    tabId = await extension().tabIdOf(page);
    await page.evaluate(() => localStorage.setItem('k', 'v'));
    await until(
      () => extension().ask<'getStorage'>({ type: 'getStorage', tabId }),
      ({ areas }) => areas.some(({ items }) => items.length > 0),
    );
  });
  afterAll(() => lab.close());

  const known = async () => ({
    report: await extension().ask<'getReport'>({ type: 'getReport', tabId }),
    options: await extension().ask<'getOptions'>({ type: 'getOptions' }),
    status: await extension().ask<'getStatus'>({ type: 'getStatus', tabId }),
  });

  it('by messages and events of its own reaches nobody', async () => {
    const before = await known();
    await page.evaluate((all) => {
      for (const message of all) {
        window.postMessage(message, '*');
        window.dispatchEvent(new MessageEvent('message', { data: message }));
        document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
      }
    }, messages(tabId));
    expect(await page.evaluate('typeof chrome?.runtime')).toBe('undefined');
    expect(await known()).toEqual(before);
  });

  it('as a frame or a window of the extension’s own pages is none', async () => {
    const address = extension().url(`devtools/panel.html?tabId=${tabId}`);
    await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = src;
          frame.onload = resolve;
          document.body.append(frame);
          window.open(src);
        }),
      address,
    );
    expect(page.frames().map((frame) => frame.url())).not.toContain(address);
    // A blocked window has the address, and an error page in the place of the extension's.
    const opened = await extension().browser.waitForTarget((target) => target.url() === address);
    const shown = await opened.asPage();
    expect(await shown.evaluate('[document.querySelector("#app"), typeof chrome.runtime]')).toEqual(
      [null, 'undefined'],
    );
    await shown.close();
  });

  it('as another extension is told nothing', async () => {
    const bare = bareExtension();
    const { browser, id } = extension();
    const other = await browser.installExtension(bare.folder);
    const target = await browser.waitForTarget((candidate) => candidate.url().includes(other));
    const worker = (await target.worker())!;
    const ask = (call: string) => worker.evaluate(`(${call}).then(() => 'told', String)`);
    for (const message of messages(tabId))
      expect(
        await ask(`chrome.runtime.sendMessage('${id}', ${JSON.stringify(message)})`),
      ).toContain('Receiving end does not exist');
    expect(
      await worker.evaluate(`new Promise((resolve) => {
        const port = chrome.runtime.connect('${id}', { name: 'viewer:${tabId}' });
        port.onMessage.addListener(() => resolve('told'));
        port.onDisconnect.addListener(() => resolve('closed'));
      })`),
    ).toBe('closed');
    bare.remove();
  });

  describe('from within the world of the content script', () => {
    let session: CDPSession;
    let contextId: number;

    beforeAll(async () => {
      session = await page.createCDPSession();
      const found = new Promise<number>((resolve) => {
        session.on('Runtime.executionContextCreated', ({ context }) => {
          if (context.origin.includes(extension().id)) resolve(context.id);
        });
      });
      await session.send('Runtime.enable');
      contextId = await found;
    });

    const say = async (expression: string): Promise<unknown> => {
      const { result } = await session.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value;
    };

    it('asks for nothing that only the extension’s pages may have', async () => {
      const before = await known();
      for (const message of messages(tabId))
        expect(
          await say(`chrome.runtime.sendMessage(${JSON.stringify(message)})`),
          message.type,
        ).toEqual({ refused: 'not for content scripts' });
      expect(await known()).toEqual(before);
    });

    it('tells nothing that is malformed', async () => {
      const before = await known();
      for (const message of MALFORMED)
        expect(
          await say(`chrome.runtime.sendMessage(${JSON.stringify(message)})`),
          JSON.stringify(message),
        ).toEqual({ refused: 'not for content scripts' });
      expect(await known()).toEqual(before);
    });

    it.each(['viewer', 'inspected', 'anything'])('gets no port called “%s”', async (name) => {
      expect(
        await say(`new Promise((resolve) => {
          const port = chrome.runtime.connect({ name: '${name}:${tabId}' });
          port.onMessage.addListener(() => resolve('told'));
          port.onDisconnect.addListener(() => resolve('closed'));
        })`),
      ).toBe('closed');
    });

    it('tells of its own tab and origin alone, whatever it claims', async () => {
      const other = await extension().browser.newPage();
      await other.goto(lab.at('victim.test'));
      const victim = await extension().tabIdOf(other);
      const forged = {
        type: 'storage',
        kind: 'navigated',
        url: lab.at('victim.test'),
        at: 1,
        tabId: victim,
        origin: lab.at('victim.test'),
        sender: { tab: { id: victim }, url: lab.at('victim.test') },
        area: 'sessionStorage',
        whole: true,
        set: [{ key: 'planted', value: 'by another', length: 10 }],
        removed: [],
        dropped: 0,
      };
      await say(`chrome.runtime.sendMessage(${JSON.stringify(forged)})`);
      const areasOf = async (id: number) =>
        (await extension().ask<'getStorage'>({ type: 'getStorage', tabId: id })).areas;
      expect(JSON.stringify(await areasOf(victim))).not.toContain('planted');
      const owners = (await areasOf(tabId)).map(({ owner }) => owner);
      expect(owners.join()).not.toContain('victim');
      const form = { pageUrl: lab.at('victim.test'), actionUrl: 'http://x.test/', method: 'POST' };
      const fields = [{ name: 'p', type: 'password' }];
      await say(
        'chrome.runtime.sendMessage(' +
          `${JSON.stringify({ type: 'login-form', form: { ...form, fields } })})`,
      );
      expect(JSON.stringify(await known())).not.toContain('victim');
      await other.close();
    });
  });
});
