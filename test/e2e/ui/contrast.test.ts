import { describe, expect, it } from 'vitest';
import { SCREENS } from '../../../src/ui/navigation/place.js';
import { THOROUGH } from '../../support/thorough.js';
import { useFixture } from './fixture-browser.js';
import { lowContrast } from './low-contrast.js';

const open = useFixture();
const VIEWS = [...SCREENS, 'settings', 'scratchpad'] as const;

const ofEachScreen = (theme: string) => {
  it.each(VIEWS)('of %s', async (screen) => {
    const page = await open({ theme, rows: 60, screen: 'compare' }, { height: 2000 });
    await page.evaluate(async () => {
      for (const name of ['A', 'B']) await window.fixture.ask('mark', { tabId: 1, name });
      window.fixture.tell();
    });
    await page.waitForSelector('.judged');
    await page.click(`#tab-${screen}`);
    await page.waitForSelector(`#screen-${screen}`);
    await page.waitForSelector(
      '.verdict, .picture, .comparison, .grid-row, .group, .limits, .scratchpad',
    );
    for (const summary of await page.$$('.group summary')) await summary.click();
    for (const fold of await page.$$('.change-group button')) await fold.click();
    await (await page.$('.scratchpad .button'))?.click();
    const [row] = await page.$$('.grid-row');
    await row?.click();
    await page.mouse.move(0, 0);
    expect(await page.evaluate(lowContrast)).toEqual([]);
  });

  it('of the popup', async () => {
    const page = await open({ theme, view: 'popup', rows: 5 }, { width: 400, height: 500 });
    await page.waitForSelector('.verdict');
    expect(await page.evaluate(lowContrast)).toEqual([]);
  });
};

describe.each(['dark'])('contrast, %s', (theme) => {
  ofEachScreen(theme);
});
// What axe looks at in the light theme as well.
describe.each(['light'])('contrast, %s', THOROUGH, (theme) => {
  ofEachScreen(theme);
});
