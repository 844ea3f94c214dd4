import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/engine/render.js';
import { text } from '../../src/engine/text.js';
import { tellName, tellText } from '../../src/engine/values/telling/redact.js';

it('fills a template', () => {
  expect(
    render(text('k', '{name} of {host}: {count}', { name: 'sid', host: 'example.org', count: 3 })),
  ).toBe('sid of example.org: 3');
  expect(render(text('k', 'nothing to fill'))).toBe('nothing to fill');
});

it('prefers a translation, where there is one', () => {
  const translate = (key: string) => (key === 'k' ? '{host}의 {name}' : undefined);
  expect(render(text('k', '{name} of {host}', { name: 'sid', host: 'h' }), translate)).toBe(
    'h의 sid',
  );
  expect(render(text('other', '{name}', { name: 'sid' }), translate)).toBe('sid');
  expect(render(text('k', 'plain'), () => '')).toBe('plain');
});

it('leaves a placeholder that has no value, and none from the prototype', () => {
  expect(render(text('k', '{a} {constructor} {}', { b: 1 }))).toBe('{a} {constructor} {}');
});

it('never fills a placeholder that came with a value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(render({ key: 'k', english: '<{a}>', values: { a: value, b: 'secret' } })).toBe(
        `<${value}>`,
      );
    }),
  );
  expect(render(text('k', '{a}', { a: '{b}', b: 'secret' }))).toBe('{b}');
});

it('takes numbers, words of the source code and what was told, and refuses every other string', () => {
  const raw: string = 'from a page';
  const word: 'sent' | 'stored' = raw === '' ? 'sent' : 'stored';
  text('k', '{a} {b} {c}', { a: 1, b: word, c: tellName(raw) });
  // @ts-expect-error -- a string from outside
  text('k', '{a}', { a: raw });
  // @ts-expect-error -- a string from outside among others
  text('k', '{a} {b}', { a: 1, b: raw });
  // @ts-expect-error -- a string from outside in a template
  text('k', '{a}', { a: `POST ${raw}` as const });
  // @ts-expect-error -- a string from outside, or a word
  text('k', '{a}', { a: raw as string | 'word' });
  // @ts-expect-error -- names that are not known
  text('k', '{a}', Object.fromEntries([['a', raw]]));
  expect(render(text('k', '{a}', { a: tellName(raw) }))).toBe('from a page');
});

describe('a sentence within another one', () => {
  const said = text('k', 'whether “{title}”', { title: tellText(text('title', 'A | B, it is')) });

  it('is told as it is', () => {
    expect(render(said)).toBe('whether “A | B, it is”');
  });

  it('is told in the language of its reader', () => {
    const korean = (key: string) => ({ k: '“{title}” 여부', title: '가나다' })[key];
    expect(render(said, korean)).toBe('“가나다” 여부');
  });
});

it('tells a cookie without a name so that it is seen', () => {
  expect(tellName('')).toBe('""');
});
