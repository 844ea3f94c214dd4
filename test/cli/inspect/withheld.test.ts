import { describe, expect, it } from 'vitest';
import { cookiesFor, saysTheSame } from '../../../cli/inspect/withheld.js';
import type { JarCookie } from '../../../src/engine/model.js';

const url = 'https://shop.test/account';
const cookie = (name: string, value: string, more: Partial<JarCookie> = {}): JarCookie => ({
  name,
  value,
  domain: 'shop.test',
  path: '/',
  hostOnly: true,
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  partitioned: false,
  persistent: false,
  ...more,
});
const jar = [cookie('sid', 'a1'), cookie('theme', 'dark'), cookie('sid', 'b2', { path: '/shop' })];
const named = (headers: { name: string; value?: string }[]) =>
  cookiesFor({ headers, url }, jar).map(({ name, value, path }) => `${name}=${value} ${path}`);

describe('the cookies of a probe', () => {
  it.each<[string, { name: string; value?: string }[], string[]]>([
    ['are all of the jar', [], ['sid=a1 /', 'theme=dark /', 'sid=b2 /shop']],
    ['are none', [{ name: 'cookie' }], []],
    ['are those that it names', [{ name: 'Cookie', value: 'theme=dark' }], ['theme=dark /']],
    [
      'are those of the same value',
      [{ name: 'cookie', value: 'sid=b2; theme=dark' }],
      ['sid=b2 /shop', 'theme=dark /'],
    ],
    ['have an old value put back', [{ name: 'cookie', value: 'sid=old=1' }], ['sid=old=1 /']],
    ['are as the server would set them', [{ name: 'cookie', value: 'gone=x' }], ['gone=x /']],
  ])('%s', (_, headers, wanted) => {
    expect(named(headers)).toEqual(wanted);
  });

  it.each([
    ['a=1; b=2', 'b=2; a=1', true],
    ['a=1', 'a=1; b=2', false],
    [undefined, '', true],
    ['a=1=2', 'a=1', false],
  ])('%s and %s: the same is %s', (one, other, same) => {
    expect(saysTheSame(one, other)).toBe(same);
  });
});
