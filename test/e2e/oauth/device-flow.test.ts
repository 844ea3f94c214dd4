import { describe, expect, it } from 'vitest';
import { clickThrough } from '../../../accuracy/support/drive.js';
import { signInAtProvider } from '../../../accuracy/support/provider.js';
import { THOROUGH } from '../../support/thorough.js';
import { useSiteOfProvider } from './site-of-provider.js';
import { lineageOf, told } from './visit.js';

/** A flow of which its user sees nothing but an address, on another device. */
describe('a flow at oidc-provider', () => {
  const at = useSiteOfProvider();

  it('of a device that waits for its user', THOROUGH, async () => {
    const { visit, provider, extension } = at();
    const scope = 'openid profile offline_access';
    const address = (await visit.call(`startDevice('tv', '${scope}')`)) as string;
    expect(await visit.call('poll()')).toBe('authorization_pending');
    expect(await visit.call('poll()')).toBe('authorization_pending');
    const phone = await extension.browser.newPage();
    await phone.goto(address);
    await phone.waitForSelector('button[name=abort]');
    await clickThrough(phone, 'button[type=submit]');
    await signInAtProvider(phone);
    expect(await visit.call('poll()')).toBe('ok');
    const held = [await visit.tokens(), await visit.refresh()];
    const { flows } = await visit.report();
    expect(flows).toHaveLength(1);
    const { facts: seen, steps } = told(flows[0]);
    expect(seen).toEqual({
      id: 'f1',
      protocol: 'oidc',
      issuer: provider.url,
      grant: 'device-code',
      clientId: 'tv',
      scope,
      grantedScope: scope,
      state: false,
      nonce: false,
      pushed: false,
      dpop: false,
      clientSecret: false,
    });
    const gave = 'access_token refresh_token id_token';
    expect(steps).toEqual([
      'device-authorization-request device_code',
      'token-request authorization_pending × 2',
      `token-request ${gave}`,
      `refresh-request ${gave}`,
    ]);
    const last = held.at(-1)?.refresh_token;
    expect(lineageOf(await visit.report(), last)).toEqual({ generations: 2, refreshed: 1 });
    expect((await visit.shownSteps(4))[1]).toBe('token request authorization_pending × 2');
    await phone.close();
  });
});
