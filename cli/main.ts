import { readArguments, USAGE, UsageError } from './arguments.js';
import { runHar } from './har.js';
import { InputError } from './input.js';

/** Exit codes: 0 fine, 1 findings at or above `--fail-on`, 2 bad input. */
async function main(args: string[]): Promise<number> {
  const options = readArguments(args);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  return runHar(options);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof InputError)) throw error;
  process.stderr.write(`credtrail: ${error.message}\n`);
  process.exitCode = 2;
}
