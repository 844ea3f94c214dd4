import { describe, expect, it } from 'vitest';
import { addressParts } from '../../../src/ui/format/address-parts.js';

describe('the parts of a masked address', () => {
  it.each([
    ['https://a.test', { host: 'a.test', path: '/', query: '' }],
    ['https://a.test:8443/x?y#z', { host: 'a.test:8443', path: '/x', query: '?y' }],
    [
      'http://a.test/t;jsessionid=D0D5…(32)?access_token=eyJh…(353)',
      { host: 'a.test', path: '/t;jsessionid=D0D5…(32)', query: '?access_token=eyJh…(353)' },
    ],
    ['about:blank', undefined],
    ['', undefined],
  ])('%s', (url, parts) => expect(addressParts(url)).toEqual(parts));
});
