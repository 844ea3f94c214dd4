import { describe, expect, it } from 'vitest';
import { readHar } from '../../../../src/engine/normalize/sources/har.js';

const header = (name: string, value: string) => ({ name, value });
const entry = (sent: string, ...set: string[]) => ({
  request: { method: 'GET', url: 'https://a.test/', headers: [header('Cookie', sent)] },
  response: { status: 200, headers: set.map((line) => header('Set-Cookie', line)) },
});
const read = (...given: object[]) => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
  const entries = given.map((one, second) => ({ startedDateTime: at(second), ...one }));
  return readHar({ log: { entries } });
};
const VALUE = 'nCyKmbKB26zBV5qJKVSJqnIdlX0nQ4KiVeAXkpF3Om4';

describe('one character again and again in the place of a cookie’s value', () => {
  it.each([
    ['crosses', 'x'.repeat(51)],
    ['stars', '*'.repeat(32)],
    ['noughts', '0'.repeat(16)],
    ['hyphens', '-'.repeat(12)],
  ])('is what the server wrote where the file has values of it: %s', (_, over) => {
    const { exchanges, diagnoses } = read(
      entry(`key=${VALUE}`),
      entry('a=1', `key=${over}; Path=/; HttpOnly`),
      entry(`a=1; key=${over}`),
    );
    expect(diagnoses).toEqual([]);
    expect(exchanges[1]!.response!.headers).toHaveLength(1);
    expect(exchanges[2]!.request.headers[0]!.value).toContain(over);
  });

  it('is that before the first value comes, in an answer of several lines too', () => {
    const lines = `a=1; Path=/\nkey=${VALUE}; Path=/`;
    const { diagnoses } = read(entry('a=1', 'key=xxxxxxxxxxxx; Path=/'), entry('a=1', lines));
    expect(diagnoses).toEqual([]);
  });

  it.each([
    ['where the file has no value of it', entry('key=xxxxxxxxxxxx', 'other=1')],
    ['where others of the name are masked as well', entry('key=xxxxxxxxxxxx', 'key=[REDACTED]')],
    ['where it has words as well', entry('a=1', `key=${VALUE}`, 'key=***redacted***')],
    ['where only a cookie of a longer name has one', entry('key=xxxxxxxxxxxx', `key2=${VALUE}`)],
  ])('is a sanitizer’s %s', (_, masked) => {
    expect(read(masked).diagnoses.map(({ code }) => code)).toEqual(['sanitized']);
  });
});

describe('a mask in a cookie of its own', () => {
  const SID = `sid=${VALUE}`;

  it.each([
    ['stars', 'phone=****'],
    ['the middle of a number', 'phone=138****1234'],
    ['crosses', 'card=xxxxxxxx'],
  ])('is what the server wrote where secrets are not masked: %s', (_, pair) => {
    const { exchanges, diagnoses } = read(entry(SID, `${pair}; Path=/`), entry(`${SID}; ${pair}`));
    expect(diagnoses).toEqual([]);
    expect(exchanges[1]!.request.headers[0]!.value).toContain(pair);
  });

  it.each([
    ['where no secret is in the file', entry('theme=dark', 'phone=****')],
    ['where another cookie is masked', entry(`${SID}; auth=****`, 'phone=****')],
    ['where the name speaks of a secret', entry(SID, 'token=****')],
    ['where it says so in a word', entry(SID, 'phone=[REDACTED]')],
    [
      'where the Authorization header is masked',
      {
        ...entry(SID),
        request: {
          method: 'GET',
          url: 'https://a.test/',
          headers: [header('Authorization', 'Bearer ****'), header('Cookie', `${SID}; phone=****`)],
        },
      },
    ],
  ])('is a sanitizer’s %s', (_, masked) => {
    expect(read(masked).diagnoses.map(({ code }) => code)).toContain('sanitized');
  });
});
