import { describe, expect, it } from 'vitest';
import { shown } from '../../../browser/shown.js';
import { useExtension } from '../../support/extension.js';
import { loginHar } from '../../support/har-file.js';
import { drop } from './file-acts.js';

describe('the time of a file in the full view', () => {
  const extension = useExtension();

  it('is a strip, by key and by hand, and filters the requests by a stretch', async () => {
    const view = await extension().browser.newPage();
    await view.goto(extension().url('devtools/panel.html'));
    await view.waitForSelector('.choose-tab');
    await drop(view, 'visit.har', loginHar(10));
    await view.waitForSelector('.verdict');
    await view.click('#tab-flow');
    await view.waitForSelector('.strip-time');
    const said = () => view.$eval('.strip-time', (strip) => strip.getAttribute('aria-valuetext'));
    await view.focus('.strip-time');
    await view.keyboard.press('Home');
    // Pages are told apart from the report: the strip has them when both have come.
    await expect.poll(said).toMatch(/page shop\.test\/login$/);
    await view.keyboard.press('ArrowRight');
    expect(await said()).toMatch(/Login$/);
    await view.keyboard.press('ArrowRight');
    expect(await said()).toMatch(/sid issued$/);
    await view.keyboard.down('Shift');
    await view.keyboard.press('ArrowLeft');
    await view.keyboard.up('Shift');
    await view.waitForSelector('.strip-span');
    await view.keyboard.press('Escape');
    await view.waitForFunction(() => document.querySelector('.strip-span') === null);

    const strip = (await (await view.$('.strip-time'))!.boundingBox())!;
    const y = strip.y + strip.height / 2;
    await view.mouse.move(strip.x + strip.width / 2, y);
    await view.mouse.down();
    await view.mouse.move(strip.x + strip.width - 1, y, { steps: 3 });
    await view.mouse.up();
    await (await view.waitForSelector('.strip-foot button'))!.click();
    await view.waitForSelector('#screen-requests .grid-row');
    await shown(view, '.span-line .span-note ::-p-text(left out)');
    const paths = await view.$$eval('.cell-path', (all) => all.map((one) => one.textContent));
    expect(paths).toContain('/page/9');
    expect(paths).not.toContain('/account');
    await view.close();
  });
});
