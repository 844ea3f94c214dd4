import browser from 'webextension-polyfill';
import { isOfWeb } from '../../engine/address.js';
import { siteOf } from '../../engine/normalize/addresses/site.js';
import type { Report } from '../../engine/report/report.js';
import type { Steps } from '../../engine/steps.js';
import type { Translate } from '../../engine/text.js';
import type { Recording } from '../../recording/recording.js';
import type { Proofs } from '../../recording/proofs/proofs.js';
import { redactedHarOf } from '../../recording/to-har.js';
import type { Background } from '../background.js';
import type { Alarm } from '../badge/badge.js';
import type { Told } from '../log/told.js';
import type { FrameStores } from './frame-stores.js';
import { inSlices, type Sliced } from './in-slices.js';
import type { Jar } from './jar.js';
import { readPageStorage } from './page-storage.js';
import type { TabRecord } from './tab-record.js';
import type { TabRecords } from './tab-records.js';

/** What answers are made of: what listens, and what reads. */
export interface Parts extends Background {
  records: TabRecords;
  jar: Jar;
  proofs: Proofs;
  frames: FrameStores;
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

/** The report on what is recorded of a tab. */
export async function reportOf(parts: Parts, tabId: number): Promise<Report> {
  const { open, choices } = parts;
  const { value } = await inSlices(() =>
    ofRecord(parts, tabId, (recording, record) =>
      recording.reportSteps({
        source: { kind: 'tab', url: recording.url || open.url(tabId), dropped: record.dropped() },
        version: browser.runtime.getManifest().version,
        settings: choices.now,
        ...(translate && { translate }),
      }),
    ),
  );
  return value;
}

/** Steps over what is recorded of a tab by now. */
function ofRecord<T>(
  { records }: Parts,
  tabId: number,
  stepsOf: (recording: Recording, record: TabRecord) => Steps<T>,
): Sliced<T> {
  const record = records.of(tabId);
  const recording = record.read(Date.now());
  const { revision } = recording;
  const isSame = () => recording.revision === revision && records.of(tabId) === record;
  return { steps: stepsOf(recording, record), isSame };
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
    site: isOfWeb(shown) ? siteOf(shown) : null,
    requests: exchanges.count,
    dropped: record.dropped(),
    uneventful,
    loaded,
    renewed,
    revision,
  };
}

/** Keeps what was read of a tab: a worker that starts tells it before it has read anything. */
function keepTold(parts: Parts, tabId: number, counted: Partial<Told> = {}): void {
  const { log } = parts;
  const { revision } = log.told(tabId);
  log.note(tabId, { ...toldNow(parts, tabId), ...counted, revision });
}

/**
 * The same where reading counted other than was told: of a request that an earlier worker took
 * along when it ended, the answer alone is in the log.
 */
export function correctTold(parts: Parts, tabId: number): void {
  if (!parts.records.has(tabId)) return;
  if (toldNow(parts, tabId).requests !== parts.log.told(tabId).requests) keepTold(parts, tabId);
}

const NO_ALARM: Alarm = { critical: 0, high: 0 };

/**
 * How many findings of the site that a tab shows need attention; kept, so that nobody need count
 * again. `cost`: how long that took, without what it waited for.
 */
export async function countAlarm(
  parts: Parts,
  tabId: number,
): Promise<{ alarm: Alarm; cost: number }> {
  const { records, choices, scope, log } = parts;
  if (!records.has(tabId)) return { alarm: NO_ALARM, cost: 0 };
  const { site } = toldNow(parts, tabId);
  const isJudged = scope.of(tabId) === 'recorded' && site !== null;
  let counted = log.told(tabId).revision;
  const counting = () => {
    const sliced = ofRecord(parts, tabId, (recording) =>
      recording.summarySteps(choices.now, site ?? ''),
    );
    // Of what comes while it is counted nothing is counted.
    counted = log.told(tabId).revision;
    return sliced;
  };
  const found = isJudged ? await inSlices(counting) : undefined;
  const { critical, high } = found?.value.findings ?? NO_ALARM;
  if (records.has(tabId)) keepTold(parts, tabId, { critical, high, counted });
  return { alarm: { critical, high }, cost: found?.cost ?? 0 };
}
