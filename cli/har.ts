import manifest from '../manifest.json' with { type: 'json' };
import { Analysis } from '../src/engine/pipeline/analyze.js';
import type { Exchange } from '../src/engine/model.js';
import { NotAHarError, readHar } from '../src/engine/normalize/har.js';
import { NotAStorageStateError, readStorageState } from '../src/engine/normalize/storage-state.js';
import type { Report } from '../src/engine/report/report.js';
import { reportText } from '../src/engine/report/formats/text.js';
import { render } from '../src/engine/text.js';
import { reaches } from '../src/engine/severity.js';
import type { HarOptions } from './arguments.js';
import { InputError, readJsonFile } from './input.js';

/** Reads the files, prints the report, returns the exit code. @throws InputError */
export function runHar(options: HarOptions): number {
  const report = analyzeFiles(options);
  process.stdout.write(
    options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : `${reportText(report)}\n`,
  );
  const { failOn } = options;
  return failOn && report.findings.some(({ severity }) => reaches(severity, failOn)) ? 1 : 0;
}

function analyzeFiles({ files, storage, reveal, now }: HarOptions): Report {
  const exchanges = files.flatMap(readExchanges).sort((a, b) => a.startedAt - b.startedAt);
  const analysis = new Analysis();
  for (const exchange of exchanges) analysis.addExchange(exchange);
  if (storage !== undefined) {
    const at = exchanges.reduce(
      (last, { startedAt, endedAt }) => Math.max(last, endedAt ?? startedAt),
      0,
    );
    for (const snapshot of readState(storage, at)) analysis.addSnapshot(snapshot);
  }
  const url =
    exchanges.find(({ type }) => type === 'document')?.url ?? exchanges[0]?.url ?? 'about:blank';
  return analysis.report({
    source: { kind: 'har', url, dropped: 0 },
    version: manifest.version,
    reveal,
    ...(now === undefined ? {} : { now }),
  });
}

/** Exchanges of one file, their ids made unique among several files. */
function readExchanges(path: string, index: number): Exchange[] {
  const { exchanges, diagnoses } = orInputError(path, NotAHarError, () =>
    readHar(readJsonFile(path)),
  );
  for (const diagnosis of diagnoses)
    process.stderr.write(`credtrail: ${path}: ${render(diagnosis.text)}\n`);
  return index === 0
    ? exchanges
    : exchanges.map((exchange) => ({ ...exchange, id: `${index + 1}.${exchange.id}` }));
}

function readState(path: string, at: number) {
  return orInputError(path, NotAStorageStateError, () => readStorageState(readJsonFile(path), at));
}

function orInputError<T>(path: string, known: new () => Error, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof known) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}
