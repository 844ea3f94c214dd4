import type { AuthFlow } from '../flows/flow.js';
import { Known } from '../known.js';
import type { Credential, Millis } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { buildReport, isoOf } from '../report/build.js';
import type { Report, ReportSource } from '../report/report.js';
import { judge } from '../rules/judge.js';
import type { Translate } from '../text.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import { trailOf } from '../trail/trail.js';
import { verdictsOf } from '../verdict/verdict.js';

export interface ReportOptions {
  source: Pick<ReportSource, 'kind' | 'url' | 'dropped'>;
  version: string;
  /** Moment of judgement; default: that of the last observation. */
  now?: Millis;
  translate?: Translate;
  /** True: raw values are in the report. */
  reveal?: boolean;
}

/** What a report is made of. */
export interface Observed {
  credentials: readonly Credential[];
  exchanges: readonly LoggedExchange[];
  moments: readonly Moment[];
  flows: readonly AuthFlow[];
  requests: number;
  from: Millis | null;
  to: Millis | null;
}

/** Rules, verdicts and trails over what was observed, put together. */
export function reportOf(observed: Observed, options: ReportOptions): Report {
  const { credentials, exchanges, moments, flows, requests, from, to } = observed;
  const now = options.now ?? to ?? 0;
  const known = new Known({ now, credentials, exchanges, flows, moments });
  const judgement = judge(known);
  const iso = (at: Millis | null) => (at === null ? null : isoOf(at));
  const source: ReportSource = { ...options.source, requests, from: iso(from), to: iso(to) };
  const verdicts = verdictsOf(known, judgement);
  const trail = credentials.flatMap((credential) => trailOf(credential, now));
  const { findings, failures: ruleFailures } = judgement;
  const told = { known, verdicts, trail, findings, ruleFailures };
  return buildReport(
    { ...told, source, version: options.version },
    {
      reveal: options.reveal ?? false,
      ...(options.translate ? { translate: options.translate } : {}),
    },
  );
}
