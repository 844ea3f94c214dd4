import browser from 'webextension-polyfill';
import { insertScript } from '../../capture/page-script.js';
import { withoutPasswords } from '../../engine/normalize/passwords/without-passwords.js';
import type { Badge } from '../badge/badge.js';
import { Listeners } from '../start/listeners.js';
import type { OpenTabs } from './open-tabs.js';
import type { OpenedWindows } from './opened-windows.js';
import type { PausedTabs } from './paused-tabs.js';
import type { ReadingPart } from '../start/reading-part.js';
import type { Recorder } from '../recorder.js';
import type { Scope } from './scope.js';
import type { SessionLog } from '../log/session-log.js';

/** What a browser may tell of a frame beside its number. */
interface Uppermost {
  parentFrameId?: number;
}

/** What is told of tabs and windows. */
export interface TabsTo {
  readonly open: OpenTabs;
  readonly opened: OpenedWindows;
  readonly paused: PausedTabs;
  readonly recorder: Recorder;
  readonly scope: Scope;
  readonly log: SessionLog;
  readonly badge: Badge;
  readonly reading: ReadingPart;
  /** Which tabs there are, and what of them is to be recorded. */
  known(): Promise<unknown>;
  afterReady(step: () => void): void;
  listen(): void;
}

/** What tabs show. */
export function whatTabsShow(to: TabsTo): Listeners {
  const listeners = new Listeners();
  openedWindows(listeners, to);
  committedPages(listeners, to);
  openedTabs(listeners, to);
  updatedTabs(listeners, to);
  return listeners;
}

function openedWindows(listeners: Listeners, { opened }: TabsTo): void {
  listeners.add(browser.windows.onCreated, ({ id, type }) => {
    if (id !== undefined) opened.window(id, type);
  });
  listeners.add(browser.windows.onRemoved, (id) => opened.closeWindow(id));
  listeners.add(browser.webNavigation.onCreatedNavigationTarget, ({ tabId, sourceTabId }) =>
    opened.target(tabId, sourceTabId),
  );
}

function committedPages(listeners: Listeners, to: TabsTo): void {
  const { open, recorder, scope } = to;
  listeners.add(browser.webNavigation.onCommitted, (details) => {
    const { tabId, frameId, url, parentFrameId } = details as typeof details & Uppermost;
    if (open.isClosed(tabId)) return;
    if (frameId === 0) recorder.shown(tabId, url);
    // The uppermost frame of a page that is rendered before it is shown has another number.
    if (frameId !== 0 && parentFrameId !== -1) return;
    void to.known().then(() => {
      if (scope.records(tabId, url)) void insertScript(tabId, [frameId]);
    });
  });
}

function openedTabs(listeners: Listeners, to: TabsTo): void {
  const { open, opened, recorder } = to;
  listeners.add(browser.tabs.onCreated, (tab) => {
    const { id, url, windowId } = tab;
    if (id === undefined) return;
    open.know(tab);
    if (windowId !== undefined) opened.tab(id, windowId);
    open.show(id, url ?? '');
    recorder.opened(id);
    to.afterReady(to.listen);
  });
}

function updatedTabs(listeners: Listeners, to: TabsTo): void {
  const { open, recorder, scope, badge, reading } = to;
  listeners.add(browser.tabs.onUpdated, (tabId, { url, status }) => {
    if (open.isClosed(tabId)) return;
    if (url !== undefined) {
      scope.moved(tabId, open.url(tabId), Date.now());
      open.show(tabId, url);
      recorder.opened(tabId);
      const shown = withoutPasswords(url);
      if (shown.startsWith('http'))
        recorder.observe(tabId, { kind: 'navigated', at: Date.now(), url: shown });
    }
    // The browser forgets a tab's badge when it shows another page.
    if (status !== undefined) to.afterReady(() => badge.changed(tabId));
    if (status === 'complete')
      to.afterReady(() => {
        if (scope.records(tabId)) reading.do((part) => part.loaded(tabId));
      });
  });
}

/** The end of tabs of which something is kept. */
export function whatEnds(to: TabsTo): Listeners {
  const { open, opened, paused, recorder, scope, log, reading } = to;
  const listeners = new Listeners();

  listeners.add(browser.tabs.onRemoved, (tabId) => {
    open.close(tabId);
    recorder.closed(tabId);
    scope.close(tabId);
    to.afterReady(() => {
      opened.close(tabId);
      recorder.forget(tabId);
      void log.remove(tabId);
      reading.loaded?.removed(tabId);
      void paused.set(tabId, false);
      to.listen();
    });
  });

  listeners.add(browser.tabs.onReplaced, (added, removed) => {
    open.know({ id: added, incognito: open.isPrivate(removed) });
    open.show(added, open.url(removed));
    open.close(removed);
    recorder.opened(added);
    to.afterReady(() => {
      recorder.forget(removed);
      if (log.has(removed)) reading.do((part) => part.moved(removed, added));
    });
  });
  return listeners;
}
