import { expect, it } from 'vitest';
import { installCatalogue } from '../../src/ui/i18n.js';
import { jwtNote } from '../../src/ui/jwt-note.js';
import { catalogueOf } from '../fixtures/messages.js';

it.each([
  ['none', 'It has no signature'],
  ['HS256', 'a secret of the server'],
  ['HS512', 'a secret of the server'],
  ['RS256', 'public key'],
  ['PS384', 'public key'],
  ['ES256K', 'public key'],
  ['EdDSA', 'public key'],
  ['ML-DSA-65', 'public key'],
  ['X-1', 'not verified.'],
  [undefined, 'not verified.'],
])('a token signed by %s says who could have signed it', (alg, words) => {
  installCatalogue(catalogueOf('en'));
  expect(jwtNote({ header: { alg } })).toContain(words);
});
