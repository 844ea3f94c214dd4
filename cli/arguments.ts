import { parseArgs } from 'node:util';
import type { Severity } from '../src/engine/model.js';
import { SEVERITIES } from '../src/engine/severity.js';

export const FORMATS = ['text', 'json'] as const;

export interface HarOptions {
  files: string[];
  storage?: string;
  /** How to judge, as the panel exports it. */
  settings?: string;
  format: (typeof FORMATS)[number];
  failOn?: Severity;
  reveal: boolean;
  /** Moment of judgement in milliseconds; default: the last observation. */
  now?: number;
}

/** What is wrong with the command line, in one line. */
export class UsageError extends Error {}

export const USAGE = `Usage: credtrail har FILE… [options]

Reads recorded traffic and says what identifies the user there, where it lives and travels, when it
ends and what is wrong with it. FILE is a HAR 1.1/1.2 file of any producer, as it is or packed (gzip,
zlib, zip), a Playwright trace, or entries of a line each; - is standard input. Several files are one
session.

  --storage FILE         web storage and cookie jar: Playwright's storageState, cookies.txt, or cookies
                         that Cookie-Editor, EditThisCookie or a test tool exported
  --settings FILE        limits, rules switched off and accepted findings, as the panel exports them
  --format text|json     text for people (default), or the report as JSON
  --fail-on SEVERITY     exit with 1 where a finding is at or above critical|high|medium|low|info
                         and was not accepted
  --reveal               leave raw secrets in the report
  --now ISO              judge as of this moment instead of that of the last observation
  --help

Exit codes: 0 fine, 1 findings at or above --fail-on, 2 bad input.
`;

/** Reads the command line. @throws UsageError */
export function readArguments(args: string[]): HarOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return 'help';
  const [command, ...files] = positionals;
  if (command !== 'har') throw new UsageError(`unknown command "${command ?? ''}"; try --help`);
  if (files.length === 0) throw new UsageError('har needs at least one FILE');
  return {
    files,
    format: oneOf(FORMATS, values.format, '--format'),
    reveal: values.reveal,
    ...(values.storage === undefined ? {} : { storage: values.storage }),
    ...(values.settings === undefined ? {} : { settings: values.settings }),
    ...(values['fail-on'] === undefined
      ? {}
      : { failOn: oneOf(SEVERITIES, values['fail-on'], '--fail-on') }),
    ...(values.now === undefined ? {} : { now: instant(values.now) }),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        storage: { type: 'string' },
        settings: { type: 'string' },
        format: { type: 'string', default: 'text' },
        'fail-on': { type: 'string' },
        reveal: { type: 'boolean', default: false },
        now: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw new UsageError(`${option} takes ${allowed.join('|')}, not "${value}"`);
  return found;
}

function instant(iso: string): number {
  const at = Date.parse(iso);
  if (!Number.isFinite(at)) throw new UsageError(`--now takes an ISO 8601 date, not "${iso}"`);
  return at;
}
