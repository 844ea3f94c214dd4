import { InputError } from './input.js';
import { describeFailure, printAside } from './output.js';
import { runProgram } from './program.js';
import { UsageError } from './usage-error.js';

/**
 * Runs what these arguments ask for and returns the exit code: 0 fine, 1 findings at or above
 * `--fail-on`, 2 bad input, or whatever else goes wrong, which is told in one line.
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    return await runProgram(args);
  } catch (error) {
    return tellFailure(error);
  }
}

/** Tells what went wrong, and returns the exit code of it. */
export function tellFailure(error: unknown): number {
  const foreseen = error instanceof UsageError || error instanceof InputError;
  printAside(foreseen ? error.message : describeFailure(error));
  return 2;
}
