import { describe, expect, it } from 'vitest';
import { personalClaims, personsIn } from '../../../src/engine/redaction/persons-in.js';

const told = (claims: object) => personalClaims(JSON.stringify(claims)).map(([name]) => name);

describe('who is told of', () => {
  it('is the subject of a token, and no program that speaks for itself', () => {
    expect(told({ iss: 'https://id.test', sub: 'ada-4711' })).toEqual(['sub']);
    expect(told({ iss: 'client-1', sub: 'client-1', aud: 'https://id.test' })).toEqual([]);
    expect(told({ sub: 'client-1', azp: 'client-1', email: 'a@b.test' })).toEqual(['email']);
  });

  it('is the same in an object', () => {
    expect([...personsIn({ sub: 'ada-4711', name: 'Ada' })]).toEqual(['ada-4711', 'Ada']);
    expect([...personsIn([{ sub: 'client-1', client_id: 'client-1' }])]).toEqual([]);
    expect([...personsIn({ id: 7, name: 'Blue chair' })]).toEqual([]);
    // Shorter than what stands for one person alone.
    expect([...personsIn({ cardholder: 'Ada L', cvv: '731' })]).toEqual(['Ada L']);
  });
});
