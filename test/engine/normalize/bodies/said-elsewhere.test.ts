import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';

const refused = (type: string, text: string) => readBody(type, text).refusal === true;
const json = (value: unknown) => refused('application/json', JSON.stringify(value));

describe('an answer that says no in a place of its own', () => {
  it.each<[string, unknown]>([
    ['of a user', { user: 'incorrect credential' }],
    ['of what a page is to show', { data: [], do_after: { alert: 'Error en el login' } }],
    ['of a text alone', 'User does not exist!'],
    ['of an error', { success: true, errors: 'Nieprawidłowe hasło' }],
  ])('%s', (_, value) => {
    expect(json(value)).toBe(true);
  });

  it('in plain text', () => {
    expect(refused('text/plain', 'in valid credential try again')).toBe(true);
    expect(refused('text/plain', 'Welcome back')).toBe(false);
  });

  it.each<[string, unknown]>([
    ['of a user', { user: 'ada lovelace' }],
    ['of a number', { user: 5 }],
    ['beside a key', { user: 'wrong password', token: 'a1b2c3d4e5f6a7b8c9d0' }],
    ['of what a page is to show', { do_after: { alert: 'Login successful' } }],
    ['of no errors in Polish', { success: true, errors: 'Brak' }],
    ['… in German', { success: true, error: 'Keine' }],
    ['… in Spanish', { success: true, error: 'ninguno' }],
    ['… in Chinese', { success: true, error: '无' }],
    ['… in English', { success: true, error: 'No error' }],
  ])('is none %s', (_, value) => {
    expect(json(value)).toBe(false);
  });
});
