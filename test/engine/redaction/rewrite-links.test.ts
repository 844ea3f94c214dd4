import { describe, expect, it } from 'vitest';
import { rewriteLinks } from '../../../src/engine/redaction/rewrite-links.js';

describe('a Link header', () => {
  it('keeps what is said of its addresses', () => {
    const header = '</a.css?v=3>; rel=preload, <https://shop.test/b?sig=1>; rel="next"';
    expect(rewriteLinks(header, () => 'X')).toBe('<X>; rel=preload, <X>; rel="next"');
  });
});
