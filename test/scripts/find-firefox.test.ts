import { afterEach, describe, expect, it, vi } from 'vitest';
import { findFirefox } from '../../scripts/find-firefox.mjs';

describe('the search for Firefox', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('takes the one that the user names', () => {
    vi.stubEnv('CREDTRAIL_FIREFOX', process.execPath);
    expect(findFirefox()).toBe(process.execPath);
  });

  it('says so where the named one is not there, and does not take another', () => {
    vi.stubEnv('CREDTRAIL_FIREFOX', '/no/such/browser');
    expect(() => findFirefox()).toThrow('CREDTRAIL_FIREFOX is "/no/such/browser"');
  });
});
