import { describe, expect, it } from 'vitest';
import { CARRIERS } from '../../../src/engine/where-seen.js';
import { completed, completionsOf, lastWord } from '../../../src/ui/filter/filter-completion.js';
import { valuesIn } from '../../../src/ui/filter/filter-values.js';
import type { RequestRow } from '../../../src/messaging/views.js';

const row = (host: string, status: number): RequestRow => ({
  id: host,
  method: 'POST',
  url: `https://${host}/`,
  host,
  type: 'fetch',
  startedAt: 0,
  status,
  carried: [],
  set: [],
});
const values = valuesIn(
  [row('api.shop.test', 201), row('www.shop.test', 404)],
  [{ format: 'jwt' }],
);

describe('what a filter may become', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['ro', ['role:']],
    ['text ho', ['host:']],
    ['s', ['sets:', 'severity:', 'status:']],
    ['-h', ['-has:', '-host:']],
    ['host:a', ['host:api.shop.test']],
    ['-host:w', ['-host:www.shop.test']],
    ['role:refresh', ['role:refresh-token']],
    ['status:20', ['status:201']],
    ['status:4', ['status:4xx', 'status:404']],
    ['METHOD:p', ['method:post']],
    ['has:jw', ['has:jwt']],
    ['is:log', ['is:login', 'is:logout']],
    ['role:session', []],
    ['domain:x', []],
    ['nothing', []],
  ])('%j: %j', (filter, offered) => {
    expect(completionsOf(filter, values)).toEqual(offered);
  });

  it.each(CARRIERS)('has %s, where a value may have been seen', (carrier) => {
    expect(completionsOf(`carries:${carrier.slice(0, -1)}`, values)).toEqual([
      `carries:${carrier}`,
    ]);
  });

  it('is put in the place of the last word alone', () => {
    expect(completed('host:x ro', 'role:')).toBe('host:x role:');
    expect(completed('ro', 'role:session')).toBe('role:session ');
    expect(lastWord('a "b c')).toBe('"b c');
  });

  it('is in quotes where it has a blank', () => {
    expect(completionsOf('has:ac', () => ['access token'])).toEqual(['has:"access token"']);
  });
});
