import { describe, expect, it } from 'vitest';
import { entry, header, read } from '../../../support/bare-entries.js';

const asked = (...headers: object[]) =>
  entry({ request: { method: 'GET', url: 'https://a.test/', headers } });
const answered = (...headers: object[]) => entry({ response: { status: 200, headers } });
const isEmptied = (...entries: object[]) =>
  read(...entries).diagnoses.some(({ code }) => code === 'emptied');

describe('a file whose credentials are all empty', () => {
  it.each([
    ['cookies', [asked(header('Cookie', 'sid=; theme=')), asked(header('Cookie', 'sid='))]],
    ['set cookies', [answered(header('Set-Cookie', 'sid=; Path=/')), asked(header('Cookie', ''))]],
    ['headers', [asked(header('Authorization', '')), answered(header('Set-Cookie', ''))]],
  ])('is told as that: %s', (_, entries) => {
    expect(isEmptied(...entries)).toBe(true);
  });

  it.each([
    ['one value is there', [asked(header('Cookie', 'sid=; a=1')), asked(header('Cookie', 'sid='))]],
    ['one alone is empty', [asked(header('Cookie', 'sid='))]],
    [
      'servers end theirs',
      [
        answered(header('Set-Cookie', 'a=; Max-Age=0')),
        answered(header('Set-Cookie', 'b=; Expires=x')),
      ],
    ],
  ])('is not where %s', (_, entries) => {
    expect(isEmptied(...entries)).toBe(false);
  });

  it('has no cookie without name and value', () => {
    const { exchanges } = read(answered(header('Set-Cookie', ''), header('X-A', '')));
    expect(exchanges[0]!.response!.headers).toEqual([{ name: 'x-a', value: '' }]);
  });
});
