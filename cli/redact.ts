import { realpathSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { NotAHarError } from '../src/engine/normalize/har.js';
import { redactHar, type Replaced } from '../src/engine/redaction/redact-har.js';
import { render } from '../src/engine/text.js';
import { kindOfJson } from '../src/files/foreign-file.js';
import { UsageError } from './arguments.js';
import { foreignSentence, InputError, nameOf, readInput, refused } from './input.js';
import { print, printAside } from './output.js';

export const REDACT_USAGE = `Usage: credtrail redact FILE [-o OUT] [--json]

Writes the same traffic without what logs somebody in and without who it was: session ids, tokens,
keys, passwords and what belongs to a person, wherever they stand and however they are encoded. The
same value is replaced by the same one, of the same shape, so that the report stays the same.

  -o, --output OUT       where to write it; without it, or with -, standard output
  --json                 what was replaced, as JSON
  --help

Exit codes: 0 written, 2 bad input.
`;

/** Reads a file, writes it redacted, and tells what was replaced. @throws InputError, UsageError */
export function runRedact(args: string[]): number {
  const { values, positionals } = parse(args);
  const [path, ...more] = positionals;
  if (values.help) {
    print(REDACT_USAGE);
    return 0;
  }
  if (path === undefined || more.length > 0) throw new UsageError('redact takes one FILE');
  const output = values.output ?? '-';
  if (output !== '-' && isSameFile(path, output))
    throw new UsageError('-o names the file that is read: write to another one');
  const { value, diagnoses } = readInput(path);
  for (const diagnosis of diagnoses) printAside(`${nameOf(path)}: ${render(diagnosis.text)}`);
  const { har, replaced } = redact(path, value);
  write(output, `${JSON.stringify(har)}\n`);
  const told = values.json ? `${JSON.stringify({ replaced }, null, 2)}\n` : textOf(replaced);
  (output === '-' ? process.stderr : process.stdout).write(told);
  return 0;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}

function isSameFile(path: string, output: string): boolean {
  try {
    return realpathSync(path) === realpathSync(output);
  } catch {
    return resolve(path) === resolve(output);
  }
}

function redact(path: string, value: unknown) {
  try {
    return redactHar(value);
  } catch (error) {
    if (!(error instanceof NotAHarError)) throw error;
    const kind = kindOfJson(value);
    throw refused(path, kind ? foreignSentence(kind) : error.message);
  }
}

function write(output: string, text: string): void {
  if (output === '-') return print(text);
  try {
    writeFileSync(output, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(`${output}: cannot be written (${code})`);
  }
}

/** One line for each name, with what stands there now. */
function textOf(replaced: readonly Replaced[]): string {
  const count = replaced.reduce((sum, { values }) => sum + values, 0);
  const lines = replaced.map(({ kind, name, values, standIns }) => {
    const shown = standIns.slice(0, MOST_SHOWN).join(', ');
    const more = values > MOST_SHOWN ? `, and ${values - MOST_SHOWN} more` : '';
    return `  ${kind.padEnd(10)}  ${name === '' ? '(no name)' : name}: ${shown}${more}\n`;
  });
  return `${count} ${count === 1 ? 'value' : 'values'} replaced\n${lines.join('')}`;
}

const MOST_SHOWN = 3;
