import { Command, CommanderError } from 'commander';
import project from '../package.json' with { type: 'json' };
import { applyConfig } from './config.js';
import { runHar } from './har.js';
import { runInspect } from './inspect/inspect.js';
import {
  addReportOptions,
  count,
  type HarOptions,
  type InspectOptions,
  instant,
} from './options.js';
import { runRedact } from './redact.js';
import { isColoured } from './terminal.js';
import { UsageError } from './usage-error.js';

const EXIT_CODES = `
Exit codes: 0 fine, 1 findings at or above --fail-on, 2 bad input, or what could not be visited.`;

/**
 * Runs the command that these arguments ask for, and returns its exit code.
 * @throws UsageError, InputError
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = programOf((code) => (exitCode = code));
  if (args.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UsageError(withoutHead(error.message));
  }
  return exitCode;
}

/** Every command, with its options and what it does. */
function programOf(ended: (code: number) => void): Command {
  const program = new Command('credtrail')
    .description('Says how a website remembers its users, and what is wrong with it.')
    .version(project.version, '-V, --version', 'say which version this is')
    .helpOption('-h, --help', 'say what can be asked')
    .configureOutput({ writeErr: () => {}, getOutHasColors: () => isColoured(process.stdout) })
    .configureHelp({ styleTitle: (title) => `\u001B[1m${title}\u001B[22m` })
    .exitOverride()
    .showSuggestionAfterError();
  program.addHelpText('after', EXIT_CODES);
  addHar(program, ended);
  addInspect(program, ended);
  addRedact(program, ended);
  return program;
}

const HAR_FILES = `
FILE is a HAR 1.1/1.2 file of any producer, as it is or packed (gzip, zlib, zip), a Playwright trace,
or entries of a line each; - is standard input. Several files are one session.`;

function addHar(program: Command, ended: (code: number) => void): void {
  const command = program
    .command('har')
    .summary('reads recorded traffic')
    .description(
      'Reads recorded traffic and says what identifies the user there, where it lives and ' +
        'travels, when it ends and what is wrong with it.',
    )
    .argument('<FILE...>', 'recorded traffic')
    .option(
      '--storage <FILE>',
      "web storage and cookie jar: Playwright's storageState, cookies.txt, or cookies that " +
        'Cookie-Editor, EditThisCookie or a test tool exported',
    )
    .option(
      '--now <ISO>',
      'judge as of this moment instead of that of the last observation',
      instant,
    );
  addReportOptions(command)
    .addHelpText('after', HAR_FILES + EXIT_CODES)
    .action(async (files: string[]) => {
      const options = settled<Omit<HarOptions, 'files'>>(command);
      ended(await runHar({ ...options, files }));
    });
}

const STAND_INS = `
The same value is replaced by the same one, of the same shape, wherever it stands and however it is
encoded: the report stays the same.

Exit codes: 0 written, 2 bad input.`;

function addRedact(program: Command, ended: (code: number) => void): void {
  const command = program
    .command('redact')
    .summary('writes recorded traffic without its secrets')
    .description(
      'Writes the same traffic without what logs somebody in and without who it was: session ' +
        'ids, tokens, keys, passwords and what belongs to a person.',
    )
    .argument('<FILE>', 'recorded traffic')
    .option('-o, --output <OUT>', 'where to write it; - is standard output', '-')
    .option('--json', 'tell what was replaced as JSON', false)
    .addHelpText('after', STAND_INS)
    .action((file: string) => {
      ended(runRedact({ file, ...command.opts<{ output: string; json: boolean }>() }));
    });
}

const INSPECT_STEPS = `
Each URL is visited in a browser context of its own: nothing of one is known to the other. Several
reports are one text after the other, or files of the folder that -o names, with a summary.`;

function addInspect(program: Command, ended: (code: number) => void): void {
  const command = program
    .command('inspect')
    .summary('visits pages in a browser, and reads what they do')
    .description(
      'Visits pages in a browser of this machine, or one that runs elsewhere, and says the same ' +
        'of them as har does of recorded traffic.',
    )
    .argument('<URL...>', 'pages to visit')
    .option(
      '--login <FILE>',
      'steps of your own once a page is there: a module whose default export is async (page, ' +
        'context) => {}, with the page and the browser context of puppeteer-core',
    )
    .option('--storage <FILE>', 'cookies and web storage that the browser begins with, as for har')
    .option(
      '--prove',
      'repeat a harmless request of the visit with one credential withheld at a time, and after ' +
        'a logout with the old ones: which log in, and did the logout end them?',
    )
    .option(
      '--har <FILE>',
      'save what was recorded there as HAR, redacted; of several pages, in the folder of that name',
    )
    .option(
      '--connect <ADDRESS>',
      'use the browser that speaks the DevTools protocol there (ws://… or http://…)',
    )
    .option('--concurrency <NUMBER>', 'pages that are visited at a time', count, 4)
    .option('--timeout <SECONDS>', 'how long a page may take to load', count, 30);
  addReportOptions(command)
    .addHelpText('after', INSPECT_STEPS + EXIT_CODES)
    .action(async (urls: string[]) => {
      const options = settled<Omit<InspectOptions, 'urls'>>(command);
      ended(await runInspect({ ...options, urls }));
    });
}

/** The options of a command as they are, once its configuration was read. */
function settled<T extends object>(command: Command): T {
  const { config } = command.opts<{ config?: string }>();
  if (config !== undefined) applyConfig(command, config);
  return command.opts<T>();
}

function withoutHead(message: string): string {
  return message.replace(/^error: /, '');
}
