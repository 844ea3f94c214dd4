import browser from 'webextension-polyfill';
import { siteOf } from '../../engine/normalize/site.js';
import type { Report } from '../../engine/report/report.js';
import { finished, type Steps } from '../../engine/steps.js';
import type { Translate } from '../../engine/text.js';
import type { Recording } from '../../recording/recording.js';
import { redactedHarOf } from '../../recording/to-har.js';
import type { Background } from '../background.js';
import type { Alarm } from '../badge.js';
import type { Told } from '../told.js';
import type { Jar } from './jar.js';
import { readPageStorage } from './page-storage.js';
import type { Proofs } from '../../recording/proofs.js';
import { Slices } from './slices.js';
import type { TabRecords } from './tab-records.js';

/** What answers are made of: what listens, and what reads. */
export interface Parts extends Background {
  records: TabRecords;
  jar: Jar;
  proofs: Proofs;
}

/** In the language of the screens' catalogue; the engine's own words are English. */
export const translate: Translate | undefined =
  browser.i18n.getMessage('language') === 'en'
    ? undefined
    : (key) => browser.i18n.getMessage(key) || undefined;

/** Looks at what a tab stores right now, as far as it answers in time. */
export async function refresh({ jar, viewers, scope }: Parts, tabId: number): Promise<void> {
  if (!scope.records(tabId)) return;
  await Promise.all([jar.look(tabId), readPageStorage(tabId, viewers.has(tabId))]);
}

/** A report is begun so often anew because something was read meanwhile; then it is made in one go. */
const TRIES = 3;

/** The report on what is recorded of a tab, made in slices between which whatever comes is heard. */
export async function reportOf(parts: Parts, tabId: number): Promise<Report> {
  const slices = new Slices();
  for (let tried = 0; tried < TRIES; tried++) {
    const record = parts.records.of(tabId);
    const { recording, steps } = reportSteps(parts, tabId);
    const { revision } = recording;
    const isSame = () => recording.revision === revision && parts.records.of(tabId) === record;
    let step = steps.next();
    while (!step.done && isSame()) {
      await slices.pause();
      if (isSame()) step = steps.next();
    }
    if (step.done) return step.value;
  }
  return finished(reportSteps(parts, tabId).steps);
}

function reportSteps(
  { records, open, choices }: Parts,
  tabId: number,
): { recording: Recording; steps: Steps<Report> } {
  const record = records.of(tabId);
  const recording = record.read(Date.now());
  const steps = recording.reportSteps({
    source: { kind: 'tab', url: recording.url || open.url(tabId), dropped: record.dropped() },
    version: browser.runtime.getManifest().version,
    settings: choices.now,
    ...(translate && { translate }),
  });
  return { recording, steps };
}

/** All traffic of a tab as a HAR file, redacted: nothing else of it leaves. */
export function harOf({ records }: Parts, tabId: number): unknown {
  const { exchanges } = records.of(tabId).read(Date.now());
  return redactedHarOf(exchanges, browser.runtime.getManifest().version);
}

/** What is told of a tab, as it was read; findings as they were counted last. */
export function toldNow({ records, open, log }: Parts, tabId: number): Told {
  const record = records.of(tabId);
  const { url, exchanges, uneventful, loaded, renewed, revision } = record.read(Date.now());
  const shown = open.url(tabId) || url;
  return {
    ...log.told(tabId),
    url,
    site: /^https?:/.test(shown) ? siteOf(shown) : null,
    requests: exchanges.count,
    dropped: record.dropped(),
    uneventful,
    loaded,
    renewed,
    revision,
  };
}

/** How many findings of the site that a tab shows need attention; kept, so that nobody need count again. */
export function countAlarm(parts: Parts, tabId: number): Alarm {
  const { records, choices, scope, log } = parts;
  if (!records.has(tabId)) return { critical: 0, high: 0 };
  const told = toldNow(parts, tabId);
  const isJudged = scope.of(tabId) === 'recorded' && told.site !== null;
  const { critical, high } = isJudged
    ? records
        .of(tabId)
        .read()
        .summary(choices.now, told.site ?? '').findings
    : { critical: 0, high: 0 };
  const { revision } = log.told(tabId);
  log.note(tabId, { ...told, critical, high, revision, counted: revision });
  return { critical, high };
}
