import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureBrowser, findBrowser } from '../../scripts/ensure-browser.mjs';

describe('the search for a browser', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('takes the one that the user names', async () => {
    vi.stubEnv('CREDTRAIL_BROWSER', process.execPath);
    expect(await findBrowser()).toBe(process.execPath);
    expect(await ensureBrowser()).toBe(process.execPath);
  });

  it('says so where the named one is not there, and does not take another', async () => {
    vi.stubEnv('CREDTRAIL_BROWSER', '/no/such/browser');
    await expect(ensureBrowser()).rejects.toThrow('CREDTRAIL_BROWSER is "/no/such/browser"');
  });
});
