import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { testCertificate } from '../../../accuracy/support/serve.js';
import { type Demo, startDemo } from '../../../demo/start.js';
import { visitInsecure } from '../../../demo/visit.js';
import { useExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';
import { secretsStay } from './own-pages.js';

/** By itself what `demo-story.test.ts` looks at after the same visit. */
describe('the secrets of a visit to the demo', THOROUGH, () => {
  let demo: Demo;
  let page: Page;
  const extension = useExtension(async () => {
    demo = await startDemo(await testCertificate());
  });
  beforeAll(async () => {
    page = await extension().browser.newPage();
    await extension().openPanel(page);
    await visitInsecure(page, demo);
  });
  afterAll(() => demo.stop());

  secretsStay(() => ({ extension: extension(), page }));
});
