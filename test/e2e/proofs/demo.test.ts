import { afterAll, describe, expect, it } from 'vitest';
import { proveInPanel } from '../../../browser/prove-in-panel.js';
import { tokenTold } from '../../../browser/token-told.js';
import { type Demo, startDemo } from '../../../demo/start.js';
import { logOut, visitInsecure, visitSound } from '../../../demo/visit.js';
import type { ProofQuestion } from '../../../src/messaging/proofs-view.js';
import { useOwnExtension } from '../../support/extension.js';
import { THOROUGH } from '../../support/thorough.js';

describe('proofs in the panel, of the demo', THOROUGH, () => {
  let demo: Demo;
  const extension = useOwnExtension(async () => {
    demo = await startDemo();
    return { hostRules: demo.hostRules, spki: [demo.certificateSpki] };
  });
  afterAll(() => demo.stop());

  const opened = async (visit: typeof visitInsecure) => {
    const page = await extension().browser.newPage();
    const { frame } = await extension().openPanel(page);
    await visit(page, demo, (answer) => tokenTold(extension(), page, answer));
    const prove = (question: ProofQuestion) => proveInPanel(frame, question);
    return { page, prove };
  };

  it('tell of the insecure shop which two log in, and that the logout ended neither', async () => {
    const { page, prove } = await opened(visitInsecure);
    expect(await prove('authenticates')).toContain(
      'access_token, profile/id_token log you in together',
    );
    await logOut(page, demo);
    expect(await prove('survives-logout')).toContain('did not end access_token, profile/id_token');
    await page.close();
  });

  it('tell of the sound shop what logs in, and leave it logged in', async () => {
    const { page, prove } = await opened(visitSound);
    expect(await prove('authenticates')).toMatch(/log(?:s)? you in/);
    await page.reload();
    await page.waitForSelector('#log-out');
    await page.close();
  });
});
