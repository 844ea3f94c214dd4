import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { hiddenIn } from '../../../src/engine/places/possible.js';

const page = (name: string, value: string) =>
  readBody('text/html', `<input type="hidden" name="${name}" value="${value}">`);

describe('hiddenIn', () => {
  it.each([
    ['token', '206920:649305'],
    ['token', '804289383'],
    ['csrf', '839201.17443'],
    ['form_token', '18-4471-90213'],
    ['session_token', '0.8437261093'],
    ['_token', '471190|5512'],
    ['securityToken', '58812640917263550'],
  ])('takes a number under a name against forgery: %s=%s', (name, value) =>
    expect(hiddenIn(page(name, value))).toEqual([
      { locator: `input[${name}]`, name, value, isNumber: true },
    ]),
  );

  it.each([
    ['a count', 'token', '12345'],
    ['a moment', 'token', '1795686265'],
    ['a moment in milliseconds', 'csrf', '1795686265123'],
    ['a moment with its fraction', 'token', '1795686265.8812'],
    ['a day', 'form_token', '2026-11-26'],
    ['a day and a time', 'form_token', '20261126-094512'],
    ['a word with numbers', 'token', 'step 206920'],
    ['the id of a record', 'article', '206920649305'],
    ['a telephone’s number', 'phone', '206-920-6493'],
  ])('leaves %s', (_, name, value) => expect(hiddenIn(page(name, value))).toEqual([]));
});
