import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASKED_OF_BODY,
  mayNamePassword,
} from '../../../../src/engine/normalize/bodies/asked-strings.js';
import { actionOf } from '../../../../src/engine/normalize/bodies/body-action.js';
import { stringsOf } from '../../../../src/engine/normalize/bodies/json-strings.js';
import { isMaskedSecret, keptFields } from '../../../../src/engine/normalize/bodies/kept-fields.js';
import { isPasswordField } from '../../../../src/engine/normalize/passwords/password-field.js';
import { withoutTextPasswords } from '../../../../src/engine/normalize/passwords/without-passwords.js';

const NAMES =
  'id name type value items 0 payload action method token author pwd pw.new user[pin] logout a/b ' +
  'x~y query code';
const TEXTS = [
  'a',
  'tea and coffee',
  'paper-carpets',
  'bearer',
  'Bearer abc def',
  'password',
  'pwd=hunter2',
  'Basic YTpi',
  '***',
  '[session redacted]',
  'log out',
  '{"a":["b"]}',
  '2025-12-24T20:03:29.000Z',
];

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    fc.integer(),
    fc.dictionary(fc.constantFrom(...NAMES.split(' ')), tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).value;

describe('the strings of data that are asked for', () => {
  it('are neither words nor sentences deep in a list', () => {
    const data = { items: [{ name: 'Tea cups', kind: 'tea', slug: 'tea-cups' }, { token: 'x' }] };
    expect(stringsOf(data, [], undefined, ASKED_OF_BODY)).toEqual([
      { pointer: '/items/0/slug', value: 'tea-cups' },
      { pointer: '/items/1/token', value: 'x' },
    ]);
  });

  it('are all of which anything is kept or told', () => {
    fc.assert(
      fc.property(json, (data) => {
        const all = stringsOf(data);
        const asked = stringsOf(data, [], undefined, ASKED_OF_BODY);
        const told = (fields: typeof all) => ({
          kept: keptFields(fields, []),
          masked: fields.filter(isMaskedSecret),
          action: actionOf(fields),
          passwords: fields.filter(
            ({ pointer, isPassword }) => isPassword || isPasswordField(pointer),
          ),
          named: fields.filter(({ value }) => withoutTextPasswords(value) !== value),
        });
        expect(told(asked)).toEqual(told(all));
        const left = new Set(asked.map(({ pointer }) => pointer));
        expect(all.filter(({ pointer }) => left.has(pointer))).toEqual(asked);
      }),
    );
  });

  it('stand under every name that may be a password’s', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('', 'pwd', 'Kennwort', 'пароль', 'IDToken2'),
        (a, b) => {
          const name = a + b;
          const [{ pointer = '' } = {}] = stringsOf({ [name]: 'x' });
          expect(isPasswordField(pointer) && !mayNamePassword(name)).toBe(false);
        },
      ),
    );
  });
});
