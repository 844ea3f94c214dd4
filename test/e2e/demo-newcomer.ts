import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DOCKED, Newcomer } from '../support/newcomer.js';

/** The panel after a visit to the insecure shop, and the DevTools that it is in. */
export interface DockedLab {
  panel: Frame;
  devtools: Page;
}

/** What somebody finds who has never seen the panel, where it is docked. */
export function newcomerFinds(lab: () => DockedLab): void {
  describe('for somebody who has never seen it', () => {
    const panel = () => lab().panel;
    let one: Newcomer;
    beforeAll(() => lab().devtools.setViewport(DOCKED));
    beforeEach(async () => {
      await panel().click('#tab-overview');
      one = new Newcomer(panel());
    });
    afterAll(() => lab().devtools.setViewport(null));

    it('finds what authenticates without a click', async () => {
      expect(await one.reads('.identifying', /^session connect\.sid/)).toBe(true);
      expect(await one.reads('.identifying', /^access token access_token/)).toBe(true);
    });

    it('finds in one click whether it is safe, and the line to change', async () => {
      await one.click('.identifying ::-p-text(connect.sid)');
      expect(await one.reads('.glance', /Safe\? No: \d+ high/)).toBe(true);
      expect(await one.reads('.cookie-line', /^was sent Set-Cookie: connect\.sid=/)).toBe(true);
      expect(await one.reads('.cookie-line', /^should be Set-Cookie: .*HttpOnly/)).toBe(true);
    });

    it('finds in one click where a token goes and when it ends', async () => {
      await one.click('.identifying ::-p-text(access_token)');
      expect(await one.reads('.glance', /Ends 1 yr/)).toBe(true);
      expect(
        await one.reads('.glance', /Goes to metrics\.test \(another site.*insecure-shop\.test ×\d/),
      ).toBe(true);
    });

    it('is told in the flow what its red arrows are', async () => {
      await one.click('#tab-flow');
      expect(await one.reads('.flow-picture .legend .exposed', /^exposed$/)).toBe(true);
    });

    it('comes back from there with the button that is always there', async () => {
      await one.click('.identifying ::-p-text(connect.sid)');
      await panel().waitForSelector('#screen-credentials');
      await one.click('.actions > [aria-label^=Back]');
      expect(await panel().waitForSelector('#screen-overview')).not.toBeNull();
    });

    it('finds in one click from the worst findings what to change', async () => {
      await one.click('.worst li:first-child button');
      expect(await one.reads('.finding[open] .fix .lines', /\S/)).toBe(true);
    });
  });
}
