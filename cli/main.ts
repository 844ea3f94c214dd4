import { InputError } from './input.js';
import { describeFailure, endQuietlyWithReader, printAside } from './output.js';
import { runProgram } from './program.js';
import { UsageError } from './usage-error.js';

/**
 * Exit codes: 0 fine, 1 findings at or above `--fail-on`, 2 bad input. Whatever else goes wrong is
 * 2, in one line.
 */
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
  process.exitCode = await runProgram(process.argv.slice(2));
} catch (error) {
  fail(error);
}
