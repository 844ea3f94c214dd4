// npm run fuzz [-- --cases N --seed S]: does anything break what reads traffic, or take it long?
// Every case is a mutated fragment of a HAR file that can be made again from its seed and its
// number. Those that once failed (bench/fuzz-kept.json) go first. The exit code is 1 where one
// fails.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { redactHar } from '../src/engine/redaction/redact-har.js';
import { NotAHarError, readHar } from '../src/engine/normalize/sources/har.js';
import { readFile } from '../src/files/read-file.js';
import { RefusedError } from '../src/files/refused.js';
import { Recording } from '../src/recording/recording.js';
import { type FuzzCase, fuzzCase } from './fuzz-cases.js';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [cases, seed, from] = [Number(values.cases), Number(values.seed), Number(values.from)];

const MOST_BYTES = 10_000_000;
/** A case may take so many times what is normal for its size. */
const MOST_TIMES = 10;
/** Less than that the machine takes by itself, now and then. */
const SHORT_MS = 25;
const AGAIN = 5;

/** Reads a fragment as the command does, to a report and to a redacted file, or refuses it. */
function read({ bytes, number }: FuzzCase): void {
  try {
    const { value } = readFile(bytes, MOST_BYTES);
    const { exchanges, diagnoses } = readHar(value);
    const recording = Recording.fromExchanges(exchanges, { diagnoses });
    // A report of a fragment costs ten times what reading it does, and so does redacting it.
    if (number % 8 === 0) JSON.stringify(redactHar(value));
    if (number % 8 !== 4) return;
    JSON.stringify(
      recording.report({
        source: { kind: 'har', url: recording.url || 'about:blank' },
        version: '0',
        reveal: number % 16 === 4,
      }),
    );
  } catch (error) {
    if (error instanceof RefusedError || error instanceof NotAHarError) return;
    throw error;
  }
}

/** A report and redacting are compared with others of their kind. */
const kindOf = ({ number }: FuzzCase): string => (number % 4 === 0 ? String(number % 8) : '');

const millisOf = (one: FuzzCase): number => {
  const { user, system } = process.cpuUsage();
  read(one);
  const after = process.cpuUsage();
  return (after.user - user + after.system - system) / 1_000;
};

/** What cases of a size take: of each power of two of bytes the mean. */
class Normal {
  readonly #sizes = new Map<string, { count: number; sum: number }>();

  add(one: FuzzCase, millis: number): void {
    const size = this.#of(one);
    size.count++;
    size.sum += millis;
  }

  isSlow(one: FuzzCase, millis: number): boolean {
    const { count, sum } = this.#of(one);
    return millis > SHORT_MS && count > 50 && millis > (MOST_TIMES * sum) / count;
  }

  #of(one: FuzzCase) {
    const key = `${kindOf(one)} ${Math.ceil(Math.log2(one.bytes.length + 1))}`;
    const known = this.#sizes.get(key) ?? { count: 0, sum: 0 };
    this.#sizes.set(key, known);
    return known;
  }
}

const failures: string[] = [];
const normal = new Normal();
let held = 0;

function attempt(one: FuzzCase): void {
  try {
    const millis = millisOf(one);
    if (normal.isSlow(one, millis)) {
      // The garbage of the cases before it is none of its own.
      const least = Math.min(...Array.from({ length: AGAIN }, () => millisOf(one)));
      if (normal.isSlow(one, least)) fail(one, `takes ${least.toFixed(0)} ms`);
    }
    normal.add(one, millis);
    held++;
  } catch (error) {
    fail(one, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function fail({ seed: of, number }: FuzzCase, what: string): void {
  failures.push(`{ "seed": ${of}, "number": ${number} }`);
  console.log(`seed ${of}, number ${number}: ${what}`);
}

const kept = JSON.parse(readFileSync(new URL('fuzz-kept.json', import.meta.url), 'utf8')) as {
  seed: number;
  number: number;
}[];
for (const { seed: of, number } of kept) attempt(fuzzCase(of, number));
for (let number = from; number < from + cases && failures.length < 20; number++) {
  attempt(fuzzCase(seed, number));
  if ((number - from) % 10_000 === 9_999) console.log(`${number - from + 1} cases …`);
}
console.log(
  `${held} cases read or refused, ${failures.length} failed (seed ${seed}, from ${from})`,
);
if (failures.length > 0) console.log(`Keep them in bench/fuzz-kept.json:\n${failures.join(',\n')}`);
process.exitCode = failures.length > 0 ? 1 : 0;
