import { describe, expect, it } from 'vitest';
import { entry, read } from '../../../support/bare-entries.js';

describe('an answer that no server gave just then', () => {
  it.each([
    ['Chrome’s disk', { _fromCache: 'disk' }, true],
    ['Chrome’s memory', { _fromCache: 'memory' }, true],
    ['Safari’s cache', { _fetchType: 'Disk Cache' }, true],
    ['Safari’s network', { _fetchType: 'Network Load' }, undefined],
    ['what a cache has kept since', { cache: { afterRequest: { hitCount: 1 } } }, undefined],
    ['no word', { _fromCache: null }, undefined],
  ])('is told by its producer: %s', (_what, more, fromCache) => {
    expect(read(entry(more)).exchanges[0]?.response?.fromCache).toBe(fromCache);
  });
});
