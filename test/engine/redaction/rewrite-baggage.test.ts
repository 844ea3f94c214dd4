import { expect, it } from 'vitest';
import { rewriteBaggage } from '../../../src/engine/redaction/rewrite-baggage.js';

it('a baggage header is written member by member, with its properties', () => {
  const header = 'userId=ada, key = v1;ttl=30,flag;sid=7';
  const names: string[] = [];
  const write = (name: string, value: string) => `${String(names.push(name))}:${value}`;
  expect(rewriteBaggage(header, write)).toBe('userId=1:ada, key = 2:v1;ttl=3:30,flag;sid=4:7');
  expect(names).toEqual(['userId', 'key', 'ttl', 'sid']);
});
