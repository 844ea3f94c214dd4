import { describe, expect, it } from 'vitest';
import korean from '../../../../_locales/ko/messages.json' with { type: 'json' };
import { reportHtml } from '../../../../src/engine/report/formats/html/html.js';
import { markup } from '../../../../src/engine/report/formats/html/markup.js';
import { hostileReport, plainReport } from '../../../support/hostile-report.js';

const catalogue: Record<string, { message: string }> = korean;

describe('a report as HTML', () => {
  const told = reportHtml(plainReport(), {});

  it('asks for nothing, and may not', () => {
    const sources = [...told.matchAll(/\b(?:src|href|data|action)="([^"]*)"/g)].map(
      ([, address]) => address!,
    );
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((address) => !/^(?:data:image\/svg|https:\/\/)/.test(address))).toEqual(
      [],
    );
    expect(told).not.toMatch(/<(?:script|link|iframe|object|embed|base)\b/i);
    expect(told.replaceAll(/"data:[^"]*"/g, '')).not.toMatch(/url\(|@import/);
    expect(told).toContain('default-src &#39;none&#39;');
  });

  it('is in the language of its words', () => {
    expect(told).toContain('<html lang="en">');
    const translated = reportHtml(plainReport(), { translate: (key) => catalogue[key]?.message });
    expect(translated).toContain('<html lang="ko">');
  });

  it('holds the elements of its own alone, whatever it says', () => {
    const elements = (text: string) =>
      new Set([...text.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name!.toLowerCase()));
    const hostile = reportHtml(hostileReport(), {});
    expect(elements(hostile)).toEqual(elements(told));
    expect(hostile.replaceAll(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\sonerror=/);
  });

  it('keeps lines of code as they are', () => {
    const [finding] = plainReport().findings;
    const fix = 'Do `this`:\n\n    a {\n      b;\n    }\n\nThen that.';
    const text = reportHtml({ ...plainReport(), findings: [{ ...finding!, fix }] }, {});
    expect(text).toContain('<pre><code>a {\n  b;\n}</code></pre>');
    expect(text).toContain('<p>Do <code>this</code>:</p>');
  });
});

describe('markup', () => {
  it('takes what is put into it as text', () => {
    expect(markup`<p title="${'"><b>'}">${'<i>&'}${[1, markup`<b>${"'"}</b>`]}</p>`.written).toBe(
      '<p title="&quot;&gt;&lt;b&gt;">&lt;i&gt;&amp;1<b>&#39;</b></p>',
    );
  });
});
