import { describe, expect, it } from 'vitest';
import { alternativesOf } from '../../../../src/engine/normalize/words/alternatives.js';

describe('alternativesOf', () => {
  const pattern = new RegExp(`^(?:${alternativesOf(' log-in  Hasło\n sair ')})$`);

  it.each(['log-in', 'log_in', 'log in', 'login', 'haslo', 'sair'])('finds %s', (word) => {
    expect(word).toMatch(pattern);
  });

  it.each(['', 'log', 'in', 'log--in'])('does not find %j', (word) => {
    expect(word).not.toMatch(pattern);
  });
});
