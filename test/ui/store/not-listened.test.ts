import { describe, expect, it } from 'vitest';
import { notListened } from '../../../src/ui/store/not-listened.js';

const site = 'https://shop.test';

describe('a tab that nothing is listened to in', () => {
  it.each([
    ['a web page', { site, hostAccess: true, scope: 'recorded' }, null],
    [
      'a page of the browser',
      { site: null, hostAccess: true, scope: 'recorded' },
      'ui_notInspectable',
    ],
    ['a site without access', { site, hostAccess: false, scope: 'recorded' }, 'ui_noAccess'],
    ['a site not allowed', { site, hostAccess: true, scope: 'not-allowed' }, 'ui_notListening'],
    ['a tab not inspected', { site, hostAccess: true, scope: 'not-inspected' }, 'ui_notInspected'],
    // What access would not help with is said first.
    [
      'one with none of it',
      { site: null, hostAccess: false, scope: 'not-allowed' },
      'ui_notInspectable',
    ],
  ] as const)('says why: %s', (_said, status, why) => {
    expect(notListened(status)).toBe(why);
  });
});
