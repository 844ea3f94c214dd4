import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  valuesForScripts,
  valuesOfScript,
} from '../../../../src/engine/normalize/bodies/page-values.js';
import { OF_HTML, OF_SCRIPT } from '../../../support/hostile-inputs.js';
import { Seeded } from '../../../support/seeded.js';

const V = new Seeded('page values').bytes(16).toString('hex');
const OF_SCRIPTS = fc
  .array(
    fc.constantFrom(
      'a',
      '{',
      '}',
      ':',
      ',',
      '=',
      '"',
      "'",
      '\\',
      '\\x22',
      'csrf',
      V,
      '</script',
      '<script>',
      ' data-a="',
    ),
  )
  .map((parts) => parts.join(''));
const found = (html: string) =>
  valuesForScripts(html).map(({ pointer, value }) => [pointer, value]);

describe('what a page writes for its scripts', () => {
  it.each<[string, string, string]>([
    ['a member of an object', `<script>window.__CONFIG__ = {guard: "${V}"}</script>`, 'guard'],
    ['a variable', `<script nonce="x">var guard = '${V}';</script>`, 'guard'],
    ['a property', `<script>window.shop.guard="${V}"</script>`, 'guard'],
    ['a property in brackets', `<script>window['guard'] = "${V}"</script>`, 'guard'],
    ['a data block', `<script type="application/json">{"a":{"guard":"${V}"}}</script>`, 'guard'],
    ['JSON in a string', `<script>f(JSON.parse("{\\"guard\\":\\"${V}\\"}"))</script>`, 'guard'],
    ['JSON in escapes', `<script>f('\\x7b\\x22guard\\x22:\\x22${V}\\x22}')</script>`, 'guard'],
    ['an argument behind its name', `<script>x.set('X-Guard', '${V}')</script>`, 'X-Guard'],
    ['a member of what has a name', `<script>a={guard:{value:'${V}',n:1}}</script>`, 'guard_value'],
  ])('%s', (_, html, name) => {
    expect(found(html)).toEqual([[`script[${name}]`, V]]);
  });

  it.each<[string, string]>([
    ['an attribute', `<body data-guard="${V}">`],
    ['in single quotes', `<a class=x data-guard='${V}'>`],
  ])('%s', (_, html) => {
    expect(found(html)).toEqual([['data[guard]', V]]);
  });

  it('JSON in an attribute', () => {
    expect(found(`<div data-props="{&quot;guard&quot;:&quot;${V}&quot;}">`)).toEqual([
      ['script[guard]', V],
    ]);
  });

  it.each([
    ['\\u002b and \\u003d', `a1${V}\\u002b\\u003d`, `a1${V}+=`],
    ['\\/', `a1\\/${V}`, `a1/${V}`],
  ])('without the escape %s', (_, written, value) => {
    expect(found(`<script>var guard="${written}"</script>`)).toEqual([['script[guard]', value]]);
  });

  it.each<[string, string]>([
    ['outside scripts', `<p>guard: "${V}"</p>`],
    ['prose', '<script>var a = "no 1 or 2 of this"; b = "long-enough"</script>'],
    ['a password', `<script>var password = "${V}"; c = {pwd: "${V}"}</script>`],
    ['an argument without a name', `<script>f(a, '${V}')</script>`],
    ['a string that does not end', `<script>var guard="${V}</script>`],
  ])('nothing: %s', (_, html) => {
    expect(found(html)).toEqual([]);
  });

  it('is bounded, and what speaks of secrets comes first', () => {
    const members = Array.from({ length: 500 }, (_, n) => `n${n}: "item-${n}-${V}"`);
    const fields = found(`<script>x = {${members.join()}, csrf: "${V}"}</script>`);
    expect([fields.length, fields[0]]).toEqual([24, ['script[csrf]', V]]);
  });

  it('stands in a small script that is a file', () => {
    const source = `(function(){ var guard = "${V}"; })()`;
    expect(valuesOfScript(source)).toEqual([{ pointer: 'script[guard]', value: V }]);
    expect(valuesOfScript(source + ' '.repeat(100_000))).toEqual([]);
  });

  it('of any text is read without an exception', () => {
    fc.assert(
      fc.property(OF_SCRIPTS, (html) => {
        const all = [
          ...valuesForScripts(`<script>${html}</script>${html}`),
          ...valuesOfScript(html),
        ];
        for (const { pointer, value } of all)
          expect(pointer !== '' && value.length >= 8).toBe(true);
      }),
    );
  });

  it.each([...Object.values(OF_HTML), ...Object.values(OF_SCRIPT)])(
    '%# is read to the end',
    (of) => {
      expect(valuesForScripts(of(200_000)).length).toBeLessThan(25);
      expect(valuesForScripts(`<script>${of(200_000)}</script>`).length).toBeLessThan(25);
    },
  );
});
