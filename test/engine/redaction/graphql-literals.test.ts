import { describe, expect, it } from 'vitest';
import { rewriteLiterals } from '../../../src/engine/redaction/graphql-literals.js';

const written = (source: string) => rewriteLiterals(source, () => '§');

describe('a literal of GraphQL', () => {
  it.each([
    ['mutation { changePassword(current: "Ab1", next: "Cd2") { ok } }', 2],
    ['mutation{setPassword(input:{old:"a(b",new:"""c\nd"""}){ok}}', 2],
    ['{ resetPasswd(token: "x", value : "Ab1", email: "a@b.test") }', 1],
    ['{ a: updatePwd(to: "Ab1") b: rename(to: "Ada") }', 1],
  ])('is a password by the field that it is given to: %s', (source, count) => {
    expect(written(source).split('§')).toHaveLength(count + 1);
    expect(written(source)).not.toMatch(/Ab1|Cd2/);
  });

  it.each([
    '{ rename(old: "Ada", new: "Grace") { id } }',
    'mutation M($next: String!) { changePassword(next: $next) { ok } }',
    '{ passwordPolicy(length: 8) { text(value: "weak") } }',
    'the password (see "value: here")',
  ])('is none by another: %s', (source) => {
    expect(written(source)).toBe(source);
  });
});
