import { describe, expect, it } from 'vitest';
import { holdsPassword, isTold } from '../../../../src/engine/normalize/passwords/held-password.js';

const holds = (text: string, password: string, name = 'auth', others = ['ada']) =>
  holdsPassword({ name, text }, password, others);

describe('a password that can be told from something else', () => {
  it('has four characters, and is said by nothing else', () => {
    expect(isTold('hunter2', ['ada', 'session'])).toBe(true);
    const alike = [isTold('abc', []), isTold('ada7', ['ADA7']), isTold('ada7', ['x ada7@a.test'])];
    expect(alike).toEqual([false, false, false]);
    expect(isTold('ada7', ['ada77'])).toBe(true);
  });
});

describe('a text that holds a password', () => {
  it('has it as a whole', () => {
    expect(holds('x:hunter2;y', 'hunter2')).toBe(true);
    expect(holds('xhunter2', 'hunter2')).toBe(false);
    expect(holds('xhunter2 hunter2', 'hunter2')).toBe(true);
    expect(holds('пhunter2', 'hunter2')).toBe(false);
  });

  it('may write a space as a plus', () => {
    expect(holds('correct+horse+7', 'correct horse 7')).toBe(true);
  });

  it('has an ordinary word under the name of a password, or beside the user', () => {
    expect(holds('secret', 'secret', 'pass')).toBe(true);
    expect(holds('{"pwd": "secret"}', 'secret')).toBe(true);
    expect(holds('ada:secret', 'secret')).toBe(true);
    expect(holds('secret","ada', 'secret')).toBe(true);
  });

  it('is not told by an ordinary word or a number elsewhere', () => {
    expect(holds('secret', 'secret')).toBe(false);
    expect(holds('{"level": "secret"}', 'secret')).toBe(false);
    expect(holds('ada is secret', 'secret')).toBe(false);
    expect(holds('2026-01-02', '2026')).toBe(false);
  });
});
