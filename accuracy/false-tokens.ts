// Counts what the engine takes for a token among strings that are none (bar: 0), and which real
// tokens it does not find in their wrappings (bar: 0). `tsx accuracy/false-tokens.ts [negatives]
// [tokens]`.
import { candidatesIn } from '../src/engine/places/candidate.js';
import { formatOf } from '../src/engine/values/format.js';
import { findJwts } from '../src/engine/values/tokens/jwt.js';
import { findPasetos } from '../src/engine/values/tokens/paseto.js';
import type { Format } from '../src/engine/model.js';
import { NEGATIVES, negative } from './negatives.js';
import { type Maker, makers, withIndentedHeader } from './real-tokens.js';
import { Seeded } from './support/seeded.js';
import { Tally } from './support/tally.js';
import { WRAPPINGS } from './wrappings.js';

const TOKENS: ReadonlySet<Format> = new Set<Format>([
  'jwt',
  'jwe',
  'paseto',
  'macaroon',
  'saml',
  'basic',
  'known-prefix',
]);
const [negatives = 1_000_000, tokens = 100_000] = process.argv.slice(2).map(Number);
const wrong = falseTokens(negatives);
const lost = await lostTokens(tokens);
const verdict = wrong + lost === 0 ? 'above the bar' : 'below the bar';
console.log(
  `false tokens: ${wrong} of ${negatives}; tokens not found: ${lost} of ${tokens}: ${verdict}`,
);
process.exit(wrong + lost === 0 ? 0 : 1);

function falseTokens(count: number): number {
  const random = new Seeded(20_260_101);
  const tally = new Tally();
  for (let i = 0; i < count; i++) {
    const text = negative(random, i);
    const said = takenFor(text);
    if (said) tally.add(`kind ${i % NEGATIVES.length} taken for ${said}`, text);
  }
  return tally.print();
}

function takenFor(text: string): string | undefined {
  if (findJwts(text).length > 0) return 'a JWT inside';
  if (findPasetos(text).length > 0) return 'a PASETO inside';
  const { format } = formatOf(text);
  return TOKENS.has(format) ? format : undefined;
}

async function lostTokens(count: number): Promise<number> {
  const random = new Seeded(7);
  const all = await makers();
  const tally = new Tally();
  const names = [...all.keys()];
  for (let i = 0; i < count; i++) {
    const alg = names[i % names.length]!;
    const token = await make(all.get(alg)!, random);
    const [name, wrap] = WRAPPINGS[Math.floor(i / names.length) % WRAPPINGS.length]!;
    const text = wrap(token);
    const found = candidatesIn(
      { carrier: 'body', locator: 'x', direction: 'received' },
      'x',
      text,
    ).some(({ value }) => value === token);
    if (!found || !findJwts(text).includes(token)) tally.add(`${alg} in ${name}`, text);
  }
  return tally.print();
}

/** One in four has a header that is indented, which no prefix list expects. */
async function make(maker: Maker, random: Seeded): Promise<string> {
  const token = await maker(random);
  return random.below(4) === 0 ? withIndentedHeader(token) : token;
}
