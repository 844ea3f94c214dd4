import { describe, expect, it } from 'vitest';
import { mapJson } from '../../../src/engine/redaction/map-json.js';
import { json, redacted } from '../../support/redacted-text.js';
import { har } from '../../support/redacted-har.js';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';

const namesIn = (value: unknown) => {
  const names: string[] = [];
  mapJson(JSON.stringify(value), (name, member) => {
    names.push(name);
    return member;
  });
  return names;
};

describe('a member of JSON', () => {
  it.each<[what: unknown, names: string[]]>([
    [{ a: 'x', b: 1 }, ['a', 'b']],
    [{ token: { value: 'x' } }, ['token value']],
    [{ typ: 'email', val: 'x' }, ['typ', 'email']],
    [
      [{ Name: 'phone', Value: 'x' }, { value: 'y' }],
      ['Name', 'phone', 'Name value'],
    ],
    [{ type: 'a longer text', value: 'x' }, ['type', 'type value']],
    [{ type: 'email', id: 5, value: 'x' }, ['type', 'id', 'email']],
  ])('is named by what stands before it: %j', (value, names) => {
    expect(namesIn(value)).toEqual(names);
  });

  it('is a claim of somebody in a list of claims', () => {
    const claims = [
      { typ: 'name', val: 'Ada Lovelace' },
      { typ: 'http://schemas.test/claims/given_name', val: 'Adabella' },
      { typ: 'preferred_username', val: 'ada-4711' },
      { typ: 'role', val: 'Editor' },
      { typ: 'iss', val: 'https://id.test/' },
    ];
    const text = redacted({ mime: json, answered: JSON.stringify({ claims }) });
    expect(text).not.toMatch(/Lovelace|Adabella|ada-4711/);
    expect(text).toMatch(/Editor.*https:\/\/id\.test\//);
  });

  it('is none in a list of things', () => {
    const answered = JSON.stringify([
      { type: 'name', value: 'Blue chair' },
      { type: 'size', value: 'L' },
    ]);
    expect(redacted({ mime: json, answered })).toContain('Blue chair');
  });
});

describe('a parameter that is told by itself', () => {
  it('is read by its name without its encoding', () => {
    const params = [{ name: 'user%5Bfirst_name%5D', value: 'Adabella' }];
    const posted = { mimeType: 'application/x-www-form-urlencoded', params };
    expect(JSON.stringify(redactHar(har({ posted })).har)).not.toContain('Adabella');
  });
});
