import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, noLonger, shown } from '../../../browser/shown.js';
import { DEFAULT_OPTIONS } from '../../../src/messaging/options.js';
import { launchExtension, useExtension } from '../../support/extension.js';
import { html, type Lab, startLab } from '../capture/lab.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIRST = 'welcome/welcome.html?first';

/**
 * The settings where they live: in DevTools, the popup and the full view of the built extension.
 */
describe('the settings in the extension', () => {
  let lab: Lab;
  let page: Page;
  let frame: Frame;
  const extension = useExtension(async () => {
    lab = await startLab({
      '/basket': (_, response) => {
        response.setHeader('set-cookie', 'warenkorb=ab12; Path=/');
        html(response, '<title>Basket</title>');
      },
    });
  });
  beforeAll(async () => {
    page = await extension().browser.newPage();
    ({ frame } = await extension().openPanel(page));
  });
  afterAll(() => lab.close());
  afterEach(async () => {
    await extension().ask<'setOptions'>({ type: 'setOptions', options: DEFAULT_OPTIONS });
  });

  /** Goes to the panel's settings, on a site that was visited. */
  const settingsAt = async (host: string) => {
    await page.goto(`${lab.at(host)}/basket`);
    await frame.click('#tab-overview');
    await frame.waitForSelector('.verdict, .empty-state');
    await frame.click('#tab-settings');
  };

  it('narrow what is recorded, which popup and panel say with the way back', async () => {
    await settingsAt('left-out.test');
    await frame.click('[data-setting=capture] input[value=allowed]');
    const written = '[data-setting=sites] form input';
    await frame.waitForSelector(written);
    await frame.type(written, 'https://else.test/some/page');
    await frame.click('[data-setting=sites] form button');
    await shown(frame, '.allowed-sites li ::-p-text(else.test)');
    await frame.evaluate(axe);
    const { violations } = (await frame.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id }) => id)).toEqual([]);

    const popup = await extension().openPopup(page);
    await shown(popup, '.empty-state ::-p-text(does not listen to this site)');
    expect(await popup.$('.grade')).toBeNull();
    await popup.close();
    await frame.click('#tab-requests');
    await shown(frame, '.notice ::-p-text(does not listen to this site)');
    await frame.click('#tab-overview');
    expect(await frame.$('.grade')).toBeNull();
    await clickOn(frame, '.empty-state ::-p-text(Listen to this site)');
    await clickOn(frame, '.notice ::-p-text(Reload)');
    await frame.waitForSelector('.notice', { hidden: true });
    await frame.click('#tab-requests');
    await shown(frame, '.grid-row ::-p-text(basket)');
    await frame.click('#tab-settings');
    await shown(frame, '.allowed-sites li ::-p-text(left-out.test)');
    await frame.click('[data-setting=capture] input[value=all]');
    await frame.waitForSelector('.allowed-sites', { hidden: true });
    const tabId = await extension().tabIdOf(page);
    await extension().ask<'clear'>({ type: 'clear', tabId });
  });

  it('take the word of what a cookie is, and show it in the evidence', async () => {
    await settingsAt('shop.test');
    const form = '[data-setting=ownNames] form';
    await frame.waitForSelector(`${form} input[type=text]`);
    await frame.type(`${form} input[type=text]`, '*');
    await frame.click(`${form} button`);
    await frame.waitForSelector(`${form} [aria-invalid=true]`);
    await frame.type(`${form} input[type=text]`, '*korb');
    await (await frame.waitForSelector(`${form} input[type=checkbox]`))!.click();
    await frame.click(`${form} button`);
    await shown(frame, '.own-names li ::-p-text(http://shop.test)');
    await frame.click('#tab-overview');
    await frame.waitForSelector('.verdict .sentence');
    await frame.click('#tab-credentials');
    await clickOn(frame, '.grid-row ::-p-text(warenkorb)');
    await shown(frame, '.detail .evidence ::-p-text(you said so)');
    await frame.click('#tab-settings');
    await frame.click('.own-names .link');
    await frame.waitForSelector('.own-names li', { hidden: true });
  });

  it('turn all open pages light or dark, rules and the first page too', async () => {
    await page.goto(`${lab.at('shop.test')}/basket`);
    const rule = await extension().browser.newPage();
    await rule.goto(extension().url('rules/rule.html'));
    const view = await extension().openFullView(await extension().tabIdOf(page));
    await view.waitForSelector('#tab-settings');
    await view.click('#tab-settings');
    await view.waitForSelector('select.theme');
    await view.select('select.theme', 'dark');
    for (const each of [view, rule]) await each.waitForSelector('[data-theme=dark]');
    const welcome = await extension().browser.newPage();
    await welcome.goto(extension().url('welcome/welcome.html'));
    await welcome.waitForSelector('[data-theme=dark] .welcome');
    await view.bringToFront();
    await view.select('select.theme', 'system');
    await rule.waitForSelector('[data-theme=light]');
    for (const each of [welcome, rule, view]) await each.close();
    await page.bringToFront();
  });

  it('preserve the log or not by a button, and remember it', async () => {
    await page.goto(`${lab.at('shop.test')}/basket`);
    const button = '[aria-label="Preserve log"]';
    await frame.waitForSelector(`${button}[aria-pressed=true]`);
    await frame.click(button);
    await frame.waitForSelector(`${button}[aria-pressed=false]`);
    await frame.click('#tab-requests');
    await shown(frame, '.grid-row ::-p-text(basket)');
    await page.goto(`${lab.at('shop.test')}/checkout`);
    await shown(frame, '.grid-row ::-p-text(checkout)');
    await noLonger(frame, '.grid-row ::-p-text(basket)');
    const { options } = await extension().ask<'getOptions'>({ type: 'getOptions' });
    expect(options.preserveLog).toBe(false);
    await frame.click(button);
    await frame.waitForSelector(`${button}[aria-pressed=true]`);
  });

  it('delete everything, once asked again, and say how much it was', async () => {
    await settingsAt('shop.test');
    await (await frame.waitForSelector('.delete-all button:enabled'))!.click();
    await (await frame.waitForSelector('.delete-all .danger'))!.click();
    await shown(frame, '.delete-all [role=status] ::-p-text(Deleted:)');
    await shown(frame, '.delete-all ::-p-text(Kept now: 0 requests)');
  });
});

describe('the first page', () => {
  const extension = useExtension();

  it('goes away by itself where a program drives the browser', async () => {
    const page = await extension().browser.newPage();
    await page.goto(extension().url(FIRST)).catch(() => undefined);
    await expect.poll(() => page.isClosed()).toBe(true);
  });

  it('has no fault that axe finds in either theme, and can be scrolled where it is narrow', async () => {
    const page = await extension().browser.newPage();
    await page.goto(extension().url('welcome/welcome.html'));
    await page.waitForSelector('.welcome .chosen');
    for (const [theme, width] of [
      ['light', 900],
      ['dark', 360],
    ] as const) {
      await page.setViewport({ width, height: 700 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await page.waitForSelector(`[data-theme=${theme}]`);
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(await page.$$('.welcome .picture [role=img]')).toHaveLength(3);
    await page.close();
  });

  it('opens once and comes to the front for a person', async () => {
    const own = await launchExtension({
      args: ['--disable-blink-features=AutomationControlled'],
    });
    try {
      const address = own.url(FIRST);
      const target = await own.browser.waitForTarget((one) => one.url() === address);
      const page = await target.asPage();
      await page.waitForFunction(() => document.visibilityState === 'visible');
      const title = (await page.waitForSelector('h1'))!;
      expect(await title.evaluate(({ innerText }) => innerText)).toBe(
        'How a website knows who you are',
      );
      await own.killWorker();
      await own.ask<'listTabs'>({ type: 'listTabs' });
      expect(own.browser.targets().filter((one) => one.url() === address)).toHaveLength(1);
    } finally {
      await own.close();
    }
  });
});
