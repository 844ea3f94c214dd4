import { runCommandLine, tellFailure } from './command-line.js';
import { endQuietlyWithReader } from './output.js';

endQuietlyWithReader();
process.on('uncaughtException', (error) => process.exit(tellFailure(error)));

process.exitCode = await runCommandLine(process.argv.slice(2));
