import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../../src/engine/address.js';
import type { Har } from '../../browser/network-har.js';
import type { Snapshot } from '../../src/engine/model.js';
import { redactHar } from '../../src/engine/redaction/redact-har.js';
import { REPORT_FORMATS } from '../../src/engine/report/formats/formats.js';
import type { Report } from '../../src/engine/report/report.js';
import { deliver, type Delivery, deliveryOf, writeText } from '../deliver.js';
import { refused } from '../input.js';
import { type Judging, judge, readSettings } from '../judge.js';
import { translationOf } from '../language.js';
import type { InspectOptions } from '../options.js';
import { print, printAside, tellWith } from '../output.js';
import { readState } from '../storage-file.js';
import { UsageError } from '../usage-error.js';
import { openBrowser } from './browser.js';
import { loadLoginScript, messageOf } from './login-script.js';
import { Progress } from './progress.js';
import { type Inspected, summaryText } from './summary.js';
import { visit, type Visit } from './visit.js';

/**
 * Visits every address in a browser, writes the reports, returns the exit code.
 * @throws InputError, UsageError
 */
export async function runInspect(options: InspectOptions): Promise<number> {
  const translate = await translationOf(options.lang);
  const urls = options.urls.map(typedAddress);
  const delivery = deliveryOf(options, translate);
  const many = urls.length > 1;
  if (many) prepareFolders(options);
  const visits = await visitsOf(urls, options);
  const { settings, reveal } = options;
  const judging: Judging = {
    settings: settings === undefined ? undefined : readSettings(settings),
    reveal,
    translate,
  };
  const inspected = await inspectAll(visits, judging, options);
  const together = many && options.output === undefined;
  const codes = inspected.map(({ url, report }, index) => {
    if (!report) return FAILED;
    if (together) print(`${index > 0 ? '\n' : ''}${url}\n\n`);
    return deliver(report, many ? numbered(delivery, url, index) : delivery);
  });
  if (many) print(`${together ? '\n' : ''}${summaryText(inspected, translate)}`);
  return Math.max(...codes);
}

const FAILED = 2;

/** An address as a person types it. @throws UsageError */
function typedAddress(typed: string): string {
  const url = /^[a-z][\w+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const address = addressOf(url);
  if (!address || !/^https?:/i.test(url))
    throw new UsageError(`"${typed}" is no http or https address`);
  return address.href;
}

/**
 * Several reports are files in a folder, or text one after the other.
 * @throws UsageError, InputError
 */
function prepareFolders({ output, har, format = 'text' }: InspectOptions): void {
  if (output === undefined && format !== 'text')
    throw new UsageError(`several reports as ${format} need a folder: -o FOLDER`);
  for (const folder of [output, har]) if (folder !== undefined) makeFolder(folder);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw refused(folder, 'it is no folder, and none can be made there');
  }
}

async function visitsOf(
  urls: readonly string[],
  { login: script, storage, timeout, prove = false }: InspectOptions,
): Promise<Visit[]> {
  const login = script === undefined ? undefined : await loadLoginScript(script);
  const state: Snapshot[] = storage === undefined ? [] : readState(storage, 0).items;
  return urls.map((url) => ({ url, login, state, prove, timeout: timeout * 1000 }));
}

/** As many at a time as is wanted; what fails is told, and the others go on. */
async function inspectAll(
  visits: readonly Visit[],
  judging: Judging,
  { connect, concurrency, quiet, har: saved }: InspectOptions,
): Promise<Inspected[]> {
  const { browser, leave } = await openBrowser(connect);
  const progress = new Progress(visits.length, quiet === true);
  const tell = tellWith({ quiet });
  const inspected: Inspected[] = visits.map(({ url }) => ({ url }));
  const left = [...visits.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, one] = next;
      try {
        const { recording, last, har } = await visit(browser, one);
        if (saved !== undefined) saveTraffic(har, placeOf(saved, one.url, index, visits.length));
        const source = { kind: 'inspect', url: recording.url || one.url } as const;
        const report = await judge(recording, last, source, judging);
        inspected[index] = { url: one.url, report };
        progress.clear();
        tellDiagnoses(report, one.url, tell);
      } catch (error) {
        progress.clear();
        printAside(`${one.url}: ${messageOf(error)}`);
      }
      progress.done(one.url);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(concurrency, visits.length) }, work));
  } finally {
    await leave();
  }
  return inspected;
}

function tellDiagnoses({ diagnoses }: Report, url: string, tell: (said: string) => void): void {
  for (const { text } of diagnoses) tell(`${url}: ${text}`);
}

function numbered({ options, style }: Delivery, url: string, index: number): Delivery {
  const { output, format = 'text' } = options;
  if (output === undefined) return { options, style };
  const file = fileIn(output, url, index, REPORT_FORMATS[format].ending);
  return { options: { ...options, format, output: file }, style };
}

/** A file for each page, named by its place and its host. */
function fileIn(folder: string, url: string, index: number, ending: string): string {
  const { host } = new URL(url);
  return join(folder, `${index + 1}-${host.replaceAll(/[^\w.-]/g, '_')}.${ending}`);
}

function placeOf(saved: string, url: string, index: number, of: number): string {
  return of === 1 ? saved : fileIn(saved, url, index, 'har');
}

/** What is secret in it is written nowhere. */
function saveTraffic(har: Har, path: string): void {
  writeText(path, JSON.stringify(redactHar(har).har));
}
