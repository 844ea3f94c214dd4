import project from '../package.json' with { type: 'json' };
import { faultOf, isSettings, type Settings } from '../src/engine/judging.js';
import type { Millis } from '../src/engine/model.js';
import type { Report, ReportSource } from '../src/engine/report/report.js';
import type { Translate } from '../src/engine/text.js';
import type { Recording } from '../src/recording/recording.js';
import { tryKnownSecrets } from '../src/secrets/try-known.js';
import { readInput, refused } from './input.js';

/** How a recording is judged, and its report written. */
export interface Judging {
  settings?: Settings | undefined;
  reveal?: boolean | undefined;
  translate: Translate;
  /** Moment of judgement; absent: the last observation. */
  now?: Millis | undefined;
}

/** Tries the secrets that everybody knows on what was recorded, and makes its report. */
export async function judge(
  recording: Recording,
  last: Millis,
  source: Pick<ReportSource, 'kind' | 'url'>,
  { settings, reveal = false, translate, now }: Judging,
): Promise<Report> {
  await tryKnownSecrets(
    recording.toTry.untried(),
    () => last,
    (trial) => recording.add(trial),
  );
  return recording.report({
    source,
    version: project.version,
    reveal,
    translate,
    ...(settings && { settings }),
    ...(now === undefined ? {} : { now }),
  });
}

/** What the user chose of how to judge. @throws InputError */
export function readSettings(path: string): Settings {
  const { value } = readInput(path);
  if (isSettings(value)) return value;
  const fault = faultOf(value) ?? '';
  throw refused(path, `no settings as the panel exports them: ${fault} is not right`);
}
