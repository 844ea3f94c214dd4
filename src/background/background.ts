import type { TabStatus } from '../messaging/tab-status.js';
import type { Choices } from './choices/choices.js';
import type { OpenTabs } from './tabs/open-tabs.js';
import type { OptionChoices } from './choices/option-choices.js';
import type { PausedTabs } from './tabs/paused-tabs.js';
import type { Recorder } from './recorder.js';
import type { Scope } from './tabs/scope.js';
import type { SessionLog } from './log/session-log.js';
import type { Viewers } from './tabs/viewers.js';

/** What listens, and is there from a worker's first turn on. */
export interface Background {
  log: SessionLog;
  open: OpenTabs;
  paused: PausedTabs;
  recorder: Recorder;
  choices: Choices;
  options: OptionChoices;
  scope: Scope;
  viewers: Viewers;
  /** Begins or ends listening to requests, after what is recorded has changed. */
  listen(): void;
  /** Something of a tab is another thing for all who look at it. */
  changed(tabId: number): void;
  status(tabId: number): Promise<TabStatus>;
  /** Has all frames of a tab looked at. */
  lookInto(tabId: number): void;
  /** Takes what a tab's pages tell for news again. */
  forgetTold(tabId: number): void;
}
