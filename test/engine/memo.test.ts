import { describe, expect, it } from 'vitest';
import { forgetTexts, memo, memoOfOwner, remembered } from '../../src/engine/memo.js';

function counted<V>(answer: (text: string) => V): { asked: string[]; make: (text: string) => V } {
  const asked: string[] = [];
  return { asked, make: (text) => (asked.push(text), answer(text)) };
}

describe('what is asked of a text', () => {
  it.each([
    ['an answer', (text: string) => text.length],
    ['nothing', () => undefined],
  ])('is found out once, be it %s', (_what, answer) => {
    const { asked, make } = counted(answer);
    const ask = memo(make);
    expect([ask('a'), ask('b'), ask('a')]).toEqual([answer('a'), answer('b'), answer('a')]);
    expect(asked).toEqual(['a', 'b']);
  });

  it('is found out anew when everything was forgotten', () => {
    const { asked, make } = counted((text) => text.length);
    const ask = memo(make);
    ask('a');
    forgetTexts();
    ask('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('is not remembered where it may not be, or where the text is long', () => {
    const { asked, make } = counted((text) => text.replace('secret', '***'));
    const ask = memoOfOwner(make, (text, clean) => text === clean);
    const long = 'x'.repeat(5_000);
    for (const text of ['secret', 'secret', long, long, 'plain', 'plain']) ask(text);
    expect(asked).toEqual(['secret', 'secret', long, long, 'plain']);
  });

  it('is remembered of the latest alone, and of those that are asked for again', () => {
    const { asked, make } = counted((text) => text.length);
    const ask = memoOfOwner(make);
    for (let n = 0; n < 20_000; n += 1) {
      ask('often');
      ask(`${n}`);
    }
    expect(asked.filter((text) => text === 'often')).toHaveLength(1);
    ask('0');
    expect(asked.filter((text) => text === '0')).toHaveLength(2);
  });
});

describe('what is asked of an object', () => {
  it('is found out once', () => {
    let asked = 0;
    const ask = remembered((one: { size: number }) => ((asked += 1), one.size));
    const one = { size: 3 };
    expect([ask(one), ask(one), ask({ size: 3 })]).toEqual([3, 3, 3]);
    expect(asked).toBe(2);
  });
});
