import { COMMON_PASSWORDS } from './common-passwords.js';
import { EXAMPLE_PHRASES } from './example-phrases.js';
import { EXAMPLE_WORDS } from './example-words.js';

/** What people name a secret after. */
const OWNERS =
  'jwt session cookie token auth access refresh app api my your the super test dev prod signing ' +
  'private express flask django rails server user client admin login';
/** What they call it. */
const NAMES = ['secret', 'key', 'secret key', 'token', 'token secret', 'password'];

/** The ways to write several words as one. */
const SPELLINGS: readonly ((words: readonly string[]) => string)[] = [
  (words) => words.join('-'),
  (words) => words.join('_'),
  (words) => words.join(''),
  (words) => words.join(' '),
  (words) => words.join('_').toUpperCase(),
  ([first = '', ...rest]) => first + rest.map(capitalized).join(''),
  (words) => words.map(capitalized).join(''),
];

/** Those of documentation, tutorials and defaults. */
export const EXAMPLES: readonly string[] = [
  ...EXAMPLE_WORDS.trim().split(/\s+/),
  ...EXAMPLE_PHRASES.trim().split('\n'),
  // Of a variable that was not set.
  '',
];

/**
 * Secrets that everybody knows, each once, the best known first: examples of documentation and
 * tutorials, defaults of frameworks and products, what people name a secret, common passwords.
 */
export const KNOWN_SECRETS: readonly string[] = [
  ...new Set([...EXAMPLES, ...named(), ...COMMON_PASSWORDS.trim().split(/\s+/)]),
];

/** `jwt-secret`, `JWT_SECRET_KEY`, `mySecretKey`, … */
function named(): string[] {
  return OWNERS.split(' ').flatMap((owner) =>
    NAMES.flatMap((name) => SPELLINGS.map((spell) => spell([owner, ...name.split(' ')]))),
  );
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
