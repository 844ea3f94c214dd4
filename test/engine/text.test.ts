import fc from 'fast-check';
import { expect, it } from 'vitest';
import { render, text } from '../../src/engine/text.js';

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
      expect(render(text('k', '<{a}>', { a: value, b: 'secret' }))).toBe(`<${value}>`);
    }),
  );
  expect(render(text('k', '{a}', { a: '{b}', b: 'secret' }))).toBe('{b}');
});
