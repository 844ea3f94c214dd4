import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { NotAHarError } from '../src/engine/normalize/sources/har.js';
import { redactHar, type Replaced } from '../src/engine/redaction/redact-har.js';
import { render } from '../src/engine/render.js';
import { writeText } from './deliver.js';
import { nameOf, orInputError, readInput, refused } from './input.js';
import { print, printAside } from './output.js';

/** What is to be redacted, and where it is written. */
export interface RedactOptions {
  file: string;
  /** `-`: standard output. */
  output: string;
  json: boolean;
}

/** Reads a file, writes it redacted, and tells what was replaced. @throws InputError */
export function runRedact({ file, output, json }: RedactOptions): number {
  if (output !== '-' && isSameFile(file, output))
    throw refused(output, 'is the file that is read: write to another one');
  const { value, diagnoses } = readInput(file);
  for (const diagnosis of diagnoses) printAside(`${nameOf(file)}: ${render(diagnosis.text)}`);
  const { har, replaced } = orInputError(file, value, NotAHarError, () => redactHar(value));
  const text = JSON.stringify(har);
  if (output === '-') print(text);
  else writeText(output, text);
  const told = json ? `${JSON.stringify({ replaced }, null, 2)}\n` : textOf(replaced);
  (output === '-' ? process.stderr : process.stdout).write(told);
  return 0;
}

function isSameFile(path: string, output: string): boolean {
  try {
    return realpathSync(path) === realpathSync(output);
  } catch {
    return resolve(path) === resolve(output);
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
