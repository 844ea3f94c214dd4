import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadsOn } from '../../../../src/engine/normalize/bodies/leads-on.js';

describe('where a page leads by itself', () => {
  it.each([
    ['<meta http-equiv="refresh" content="0; url=/main?a=1&amp;b=2">', ['/main?a=1&b=2']],
    ["<META HTTP-EQUIV='Refresh' CONTENT='5;/main'>", ['/main']],
    ['<frameset><frame src="a.html"><frame src=b.html></frameset>', ['a.html', 'b.html']],
    ['<iframe src="a.html"></iframe>', ['a.html']],
    ["<script>top.location.href='/main';</script>", ['/main']],
    ['<script>window.location = "/main"</script>', ['/main']],
    ['<script>location.replace("/main")</script>', ['/main']],
  ])('is read of %s', (html, addresses) => {
    expect(leadsOn(html)).toEqual(addresses);
  });

  it.each([
    '<meta http-equiv="refresh" content="30">',
    '<meta name="refresh" content="0; url=/main">',
    '<a href="/main">on</a>',
    '<script>if (location.href == "/main") go();</script>',
    `<iframe src="/main"></iframe>${' '.repeat(9_000)}`,
  ])('is not read of %s', (html) => {
    expect(leadsOn(html)).toEqual([]);
  });

  it('is bounded, whatever a page is', () => {
    const piece = fc.constantFrom(
      '<frame ',
      '<meta http-equiv=refresh content="0;',
      'src=a',
      '>',
      '"',
    );
    const pages = fc.oneof(
      fc.string(),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(pages, (html) => {
        expect(leadsOn(html).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
