import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '../src/engine/model.js';
import { FORMAT_NAMES, type FormatName } from '../src/engine/report/formats/formats.js';
import { SEVERITIES } from '../src/engine/severity.js';
import { type Language, LANGUAGES } from './language.js';

/** What every command that makes a report asks for. */
export interface ReportOptions {
  /** Absent: that of the file's name, or text. */
  format?: FormatName;
  /** Where the report goes; absent: standard output. */
  output?: string;
  lang: Language;
  /** How to judge, as the panel exports it. */
  settings?: string;
  failOn?: Severity;
  /** A report whose findings are known. */
  baseline?: string;
  reveal?: boolean;
  quiet?: boolean;
}

export interface HarOptions extends ReportOptions {
  files: string[];
  storage?: string;
  /** Moment of judgement in milliseconds; default: the last observation. */
  now?: number;
}

export interface InspectOptions extends ReportOptions {
  urls: string[];
  /** A file with the user's own steps. */
  login?: string;
  /** What the browser has before the visit. */
  storage?: string;
  /** Repeat a request with credentials withheld, as in the panel. */
  prove?: boolean;
  /** Where the traffic goes, redacted; a folder for that of several pages. */
  har?: string;
  /** Address of a browser that runs elsewhere. */
  connect?: string;
  /** How many pages are visited at a time. */
  concurrency: number;
  /** Seconds that a page may take to load. */
  timeout: number;
}

/** Adds what every report is asked for. A name of a file is called FILE: `config.ts` goes by it. */
export function addReportOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '-f, --format <NAME>',
        'how to write the report; default: as FILE of -o is called',
      ).choices(FORMAT_NAMES),
    )
    .option('-o, --output <FILE>', 'write the report there instead of to standard output')
    .addOption(
      new Option('--lang <LANGUAGE>', 'language of the report').choices(LANGUAGES).default('en'),
    )
    .option(
      '--settings <FILE>',
      'limits, rules switched off and accepted findings, as the panel exports them',
    )
    .addOption(
      new Option(
        '--fail-on <SEVERITY>',
        'exit with 1 where a finding is at or above it and was not accepted',
      ).choices(SEVERITIES),
    )
    .option(
      '--baseline <FILE>',
      'a report in JSON: what stands in it does not count for --fail-on (alone: ' +
        'anything new fails)',
    )
    .option('--reveal', 'leave raw secrets in the report')
    .option('-q, --quiet', 'say nothing on standard error but what is wrong')
    .option('--config <FILE>', 'JSON with the names of these options and what they are set to');
}

/** A moment, as `--now` takes it. */
export function instant(iso: string): number {
  const at = Date.parse(iso);
  if (!Number.isFinite(at)) throw new InvalidArgumentError('It takes an ISO 8601 date.');
  return at;
}

/** A whole number of at least 1. */
export function count(typed: string): number {
  const number = Number(typed);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('It takes a whole number of at least 1.');
  return number;
}
