import browser from 'webextension-polyfill';
import { siteOf } from '../engine/normalize/site.js';
import type { Report } from '../engine/report/report.js';
import type { Translate } from '../engine/text.js';
import type { Alarm, Badge } from './badge.js';
import type { Choices } from './choices.js';
import type { OptionChoices } from './option-choices.js';
import type { Jar } from './jar.js';
import type { OpenTabs } from './open-tabs.js';
import { readPageStorage } from './page-storage.js';
import type { PausedTabs } from './paused-tabs.js';
import type { Recorder } from './recorder.js';
import type { Scope } from './scope.js';
import type { TabRecords } from './tab-records.js';
import type { Viewers } from './viewers.js';

/** The parts that the answers to requests are made of. */
export interface Background {
  records: TabRecords;
  open: OpenTabs;
  paused: PausedTabs;
  recorder: Recorder;
  jar: Jar;
  badge: Badge;
  choices: Choices;
  options: OptionChoices;
  scope: Scope;
  viewers: Viewers;
  /** Begins or ends listening to requests, after what is recorded has changed. */
  listen(): void;
}

/** In the language of the screens' catalogue; the engine's own words are English. */
export const translate: Translate | undefined =
  browser.i18n.getMessage('language') === 'en'
    ? undefined
    : (key) => browser.i18n.getMessage(key) || undefined;

/** Looks at what a tab stores right now, as far as it answers in time. */
export async function refresh({ jar, viewers, scope }: Background, tabId: number): Promise<void> {
  if (!scope.records(tabId)) return;
  await Promise.all([jar.look(tabId), readPageStorage(tabId, viewers.has(tabId))]);
}

/** The report on what is recorded of a tab. */
export function reportOf({ records, open, choices }: Background, tabId: number): Report {
  const record = records.of(tabId);
  const recording = record.read(Date.now());
  return recording.report({
    source: { kind: 'tab', url: recording.url || open.url(tabId), dropped: record.dropped() },
    version: browser.runtime.getManifest().version,
    settings: choices.now,
    ...(translate && { translate }),
  });
}

/** The site in front: that of the address that a tab shows; undefined for the browser's own pages. */
export function siteInFront({ records, open }: Background, tabId: number): string | undefined {
  const shown = open.url(tabId) || records.of(tabId).read().url;
  return /^https?:/.test(shown) ? siteOf(shown) : undefined;
}

/** How many findings of the site that a tab shows need attention. */
export function alarmOf(background: Background, tabId: number): Alarm {
  const { records, choices, scope } = background;
  const isJudged = records.has(tabId) && scope.of(tabId) === 'recorded';
  const site = isJudged ? siteInFront(background, tabId) : undefined;
  if (site === undefined) return { critical: 0, high: 0 };
  const { critical, high } = records.of(tabId).read(Date.now()).summary(choices.now, site).findings;
  return { critical, high };
}
