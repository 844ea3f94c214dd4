import { readArguments, USAGE, UsageError } from './arguments.js';
import { runHar } from './har.js';
import { InputError } from './input.js';
import { describeFailure, endQuietlyWithReader, print, printAside } from './output.js';
import { runRedact } from './redact.js';

/** Exit codes: 0 fine, 1 findings at or above `--fail-on`, 2 bad input. */
async function main(args: string[]): Promise<number> {
  if (args[0] === 'redact') return runRedact(args.slice(1));
  const options = readArguments(args);
  if (options === 'help') {
    print(USAGE);
    return 0;
  }
  return await runHar(options);
}

/** 1 means findings: whatever else goes wrong is 2, in one line. */
function fail(error: unknown): void {
  const foreseen = error instanceof UsageError || error instanceof InputError;
  printAside(foreseen ? error.message : describeFailure(error));
  process.exitCode = 2;
}

endQuietlyWithReader();
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  fail(error);
}
