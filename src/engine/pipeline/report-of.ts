import type { Trial } from '../credentials/trials.js';
import type { AuthFlow } from '../flows/flow.js';
import { Known } from '../known.js';
import type { Credential, Finding, LimitReached, Millis } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { buildSteps } from '../report/build.js';
import { reportDiagnoses } from '../report/diagnoses.js';
import type { Report, ReportSource } from '../report/report.js';
import { isoOf } from '../report/writing.js';
import { cookieRemediesOf } from '../remedies/cookie-remedy.js';
import { requestRemediesOf } from '../remedies/oauth-request.js';
import { tokenLifetimesOf } from '../remedies/token-lifetime.js';
import type { Proof } from '../proof/proof.js';
import { RULES } from '../rules/index.js';
import { judgeSteps, ruleTitles } from '../rules/judge.js';
import type { Steps } from '../steps.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import { trailOf } from '../trail/trail.js';
import type { TurnedAway } from '../trail/turned-away.js';
import { verdictsOf } from '../verdict/verdict.js';
import { MadeBefore } from './made-before.js';
import { withOwnNames } from './own-names.js';
import { withProofs } from './with-proofs.js';
import type { ReportOptions } from './report-options.js';

/** What a report is made of. */
export interface Observed {
  credentials: readonly Credential[];
  exchanges: readonly LoggedExchange[];
  moments: readonly Moment[];
  flows: readonly AuthFlow[];
  /** Addresses that turned somebody away. */
  turnedAway: readonly TurnedAway[];
  /** Sites whose web storage was looked at. */
  storageSites: readonly string[];
  /** What came of secrets that were tried. */
  trials: readonly Trial[];
  /** Finished proofs. */
  proofs: readonly Proof[];
  /** Bounds that were reached in it. */
  limits: readonly LimitReached[];
  requests: number;
  from: Millis | null;
  to: Millis | null;
}

/** When and by which choices it is judged. */
export type ViewOptions = Pick<ReportOptions, 'now' | 'settings'>;

/** What the rules say, without a report around it, step by step. */
export function* findingsSteps(
  observed: Observed,
  view: ViewOptions = {},
  before = new MadeBefore(),
): Steps<readonly Finding[]> {
  const { findings } = yield* judgeSteps(viewOf(observed, view), RULES, before.checks);
  return findings;
}

/** Rules, verdicts and trails over what was observed, put together step by step. */
export function* reportSteps(
  observed: Observed,
  options: ReportOptions,
  before = new MadeBefore(),
): Steps<Report> {
  const known = viewOf(observed, options);
  const judgement = yield* judgeSteps(known, RULES, before.checks);
  const { findings, failures: ruleFailures } = judgement;
  yield;
  const verdicts = verdictsOf(known, judgement);
  yield;
  const logins = new Set(
    known.moments.flatMap(({ type, exchange }) => (type === 'login' ? [exchange.id] : [])),
  );
  const trail = known.credentials.flatMap((credential) => trailOf(credential, known.now, logins));
  const remedies = [
    ...cookieRemediesOf(known, findings, ruleFailures, before.remedies),
    ...tokenLifetimesOf(known),
  ];
  const requestRemedies = requestRemediesOf(known, findings, ruleFailures);
  yield;
  const { asked: rules, off: rulesOff } = ruleTitles(known.settings);
  const judged = { findings, remedies, requestRemedies, rules, rulesOff, ruleFailures };
  const parts = { known, verdicts, trail, ...judged };
  const { source, version, translate, reveal = false } = options;
  return yield* buildSteps(
    {
      ...parts,
      version,
      source: sourceOf(observed, source),
      diagnoses: told(observed, known, options),
    },
    { reveal, ...(translate ? { translate } : {}) },
    before.report,
  );
}

function viewOf({ to, ...observed }: Observed, { now, settings }: ViewOptions): Known {
  const credentials = withOwnNames(
    withProofs(observed.credentials, observed.proofs),
    settings?.ownNames,
  );
  const at = now ?? to ?? 0;
  return new Known({ ...observed, credentials, now: at, ...(settings && { settings }) });
}

function sourceOf({ requests, from, to }: Observed, source: ReportOptions['source']): ReportSource {
  const iso = (at: Millis | null) => (at === null ? null : isoOf(at));
  return { ...source, requests, from: iso(from), to: iso(to) };
}

function told(
  { limits }: Observed,
  { credentials }: Known,
  { diagnoses, limits: before, source }: ReportOptions,
) {
  return reportDiagnoses({
    told: diagnoses ?? [],
    limits: [...(before ?? []), ...limits],
    dropped: source.dropped,
    credentials,
  });
}
