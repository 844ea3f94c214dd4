import { dirname, resolve } from 'node:path';
import { type Command, InvalidArgumentError, type Option } from 'commander';
import { readInput, refused } from './input.js';

/** What stands for standard input, and is no file beside the configuration. */
const STDIN = '-';

/** What makes no sense in a file that is itself asked for. */
const NOT_IN_IT: ReadonlySet<string> = new Set(['config', 'help', 'version']);

/**
 * Sets what a configuration says where the command line says nothing. Files are beside it.
 * @throws InputError
 */
export function applyConfig(command: Command, path: string): void {
  const { value } = readInput(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused(path, 'a configuration is a JSON object with the names of options');
  for (const [name, chosen] of Object.entries(value)) {
    const option = optionOf(command, name);
    if (!option) throw refused(path, `${told(name)}; there are ${namesOf(command).join(', ')}`);
    const set = valueOf(option, chosen, path);
    const attribute = option.attributeName();
    if (command.getOptionValueSource(attribute) !== 'cli')
      command.setOptionValueWithSource(attribute, set, 'config');
  }
}

function optionOf({ options }: Command, name: string): Option | undefined {
  if (NOT_IN_IT.has(name)) return undefined;
  return options.find(({ long }) => long === `--${name}`);
}

function namesOf({ options }: Command): string[] {
  const names = options.flatMap(({ long }) => long?.slice(2) ?? []);
  return names.filter((name) => !NOT_IN_IT.has(name));
}

/** Whatever else the file is, no more of it is told than what looks like a name. */
function told(name: string): string {
  return /^[\w-]{1,40}$/.test(name) ? `no option is called "${name}"` : 'not a name of an option';
}

function valueOf(option: Option, chosen: unknown, path: string): unknown {
  const wrong = (what: string) => refused(path, `"${option.long?.slice(2)}": ${what}`);
  if (!option.required) {
    if (typeof chosen === 'boolean') return chosen;
    throw wrong('it is true or false');
  }
  if (typeof chosen !== 'string' && typeof chosen !== 'number') throw wrong('it is a text');
  if (/<FILE>/.test(option.flags)) return fileBeside(path, String(chosen));
  try {
    return option.parseArg ? option.parseArg(String(chosen), undefined) : String(chosen);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw wrong(error.message);
    throw error;
  }
}

function fileBeside(path: string, file: string): string {
  return file === STDIN || path === STDIN ? file : resolve(dirname(path), file);
}
