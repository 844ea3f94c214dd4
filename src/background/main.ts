import { local, session, tabsAtStart } from './asked-early.js';
import browser, { type Runtime } from 'webextension-polyfill';
import { RequestListener } from '../capture/web-request.js';
import { type Alarm, Badge } from './badge.js';
import { tellAll } from './answers.js';
import type { Background } from './background.js';
import { AllChoices } from './all-choices.js';
import { explainOnInstall } from './first-run.js';
import { InspectedTabs } from './inspected-tabs.js';
import { OpenTabs } from './open-tabs.js';
import { loadPart, nameFiles } from './load-part.js';
import { OpenedWindows } from './opened-windows.js';
import { PausedTabs } from './paused-tabs.js';
import { ReadingPart } from './reading-part.js';
import { Recorder } from './recorder.js';
import { isOwnPage, route } from './router.js';
import { Scope } from './scope.js';
import { SessionLog } from './session-log.js';
import { statusOf } from './status.js';
import { NOTHING_TOLD } from './told.js';
import { forgetTold } from './told-areas.js';
import { withoutPasswords } from '../engine/normalize/without-passwords.js';
import { Uneventful } from './uneventful.js';
import { Viewers } from './viewers.js';

// Wiring only. The worker is stopped and started at any moment: all listeners are added in this
// first turn, because only those wake it.

const chosen = new AllChoices(local, browser.storage.managed);
const { choices, options } = chosen;
const log = new SessionLog(session);
const open = new OpenTabs();
const paused = new PausedTabs(session);
const opened = new OpenedWindows(session);
const inspected = new InspectedTabs(session, () => afterReady(scopeChanged));
const scope = new Scope({
  options: () => options.now,
  isPaused: (tabId) => paused.has(tabId),
  isInspected: (tabId) => inspected.has(tabId),
  url: (tabId) => open.url(tabId),
  openerOf: (tabId) => opened.openerOf(tabId),
});
const recorder = new Recorder(log, open, scope, opened, changed, () => options.now.preserveLog);
const reading = new ReadingPart(() => background, loadPart);
const badge = new Badge(alarmOf);
const viewers = new Viewers((tabId, watched) => {
  afterReady(() => reading.do((part) => part.watched(tabId, watched)));
  watchCookies();
});
const uneventful = new Uneventful((tabId, count) =>
  recorder.observe(tabId, { kind: 'uneventful', at: Date.now(), count }),
);
const requests = new RequestListener(
  (tabId, initiator, event) => {
    recorder.observeRequest(tabId, initiator, event);
    if (event.kind === 'answered' && event.type === 'document')
      afterReady(() => reading.do((part) => part.answered(tabId)));
  },
  (tabId) => uneventful.add(tabId),
);
const background: Background = {
  log,
  open,
  paused,
  recorder,
  viewers,
  choices,
  options,
  scope,
  listen,
  changed,
  forgetTold,
  status: (tabId) => statusOf(tabId, background, reading),
};

nameFiles();
requests.start();

browser.windows.onCreated.addListener(({ id, type }) => {
  if (id !== undefined) opened.window(id, type);
});

browser.windows.onRemoved.addListener((id) => opened.closeWindow(id));

browser.webNavigation.onCreatedNavigationTarget.addListener(({ tabId, sourceTabId }) =>
  opened.target(tabId, sourceTabId),
);

browser.webNavigation.onCommitted.addListener(({ tabId, frameId, url }) => {
  if (frameId === 0) recorder.shown(tabId, url);
});

browser.tabs.onCreated.addListener(({ id, url, windowId }) => {
  if (id === undefined) return;
  if (windowId !== undefined) opened.tab(id, windowId);
  open.show(id, url ?? '');
  recorder.opened(id);
  afterReady(listen);
});

browser.tabs.onUpdated.addListener((tabId, { url, status }) => {
  if (url !== undefined) {
    scope.moved(tabId, open.url(tabId), Date.now());
    open.show(tabId, url);
    recorder.opened(tabId);
    const shown = withoutPasswords(url);
    if (shown.startsWith('http'))
      recorder.observe(tabId, { kind: 'navigated', at: Date.now(), url: shown });
  }
  // The browser forgets a tab's badge when it shows another page.
  if (status !== undefined) afterReady(() => badge.changed(tabId));
  if (status === 'complete' && viewers.has(tabId))
    afterReady(() => reading.do((part) => part.loaded(tabId)));
});

browser.tabs.onRemoved.addListener((tabId) => {
  open.close(tabId);
  recorder.closed(tabId);
  scope.close(tabId);
  afterReady(() => {
    opened.close(tabId);
    void log.remove(tabId);
    reading.loaded?.removed(tabId);
    void paused.set(tabId, false);
    listen();
  });
});

browser.tabs.onReplaced.addListener((added, removed) => {
  open.show(added, open.url(removed));
  open.close(removed);
  recorder.opened(added);
  afterReady(() => {
    if (log.has(removed)) reading.do((part) => part.moved(removed, added));
  });
});

browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  void ready.then(() => route(message, sender, background, reading)).then(reply);
  return true;
});

browser.runtime.onConnect.addListener((port: Runtime.Port) => {
  const isTaken = isOwnPage(port.sender) && (viewers.connect(port) || inspected.connect(port));
  if (!isTaken) port.disconnect();
});

explainOnInstall(chosen.policy);

// Not `storage.onChanged`: that tells of the log as well, with every batch that is written.
browser.storage.managed.onChanged?.addListener(() =>
  afterReady(() => void chosen.follow().then(scopeChanged)),
);

const ready = begin();

async function begin(): Promise<void> {
  await Promise.all([
    open.load(tabsAtStart),
    paused.load(),
    opened.load(),
    inspected.load(),
    chosen.load(),
    log.load(),
  ]);
  log.keepOnly((tabId) => open.isOpen(tabId));
  recorder.begin();
  // What waited has waited long enough.
  void log.flush();
  listen();
  for (const tabId of log.ids()) if (!isCounted(tabId)) afterReady(() => badge.changed(tabId));
}

function afterReady(step: () => void): void {
  void ready.then(step);
}

function changed(tabId: number): void {
  afterReady(() => {
    badge.changed(tabId);
    viewers.changed(tabId);
    reading.loaded?.changed(tabId);
  });
}

/** True where nothing was observed since findings were counted. */
function isCounted(tabId: number): boolean {
  const { revision, counted } = log.told(tabId);
  return revision === counted;
}

/** How many findings of the site that a tab shows need attention. */
async function alarmOf(tabId: number): Promise<{ alarm: Alarm; cost: number }> {
  const { critical, high } = scope.of(tabId) === 'recorded' ? log.told(tabId) : NOTHING_TOLD;
  if (isCounted(tabId)) return { alarm: { critical, high }, cost: 0 };
  return (await reading.get()).count(tabId);
}

/** Listens to requests only where any may be recorded. */
function listen(): void {
  if (scope.wantsAny(open.ids())) requests.start();
  else requests.stop();
  recorder.leaveOut(scope.narrowed(open.ids()));
}

function scopeChanged(): void {
  listen();
  tellAll(background);
}

/** Follows the cookie jar only while somebody looks. */
function watchCookies(): void {
  const { onChanged } = browser.cookies;
  if (viewers.tabs().length === 0) onChanged.removeListener(cookieChanged);
  else if (!onChanged.hasListener(cookieChanged)) onChanged.addListener(cookieChanged);
}

function cookieChanged({ cookie }: { cookie: { domain: string } }): void {
  afterReady(() => reading.loaded?.cookieChanged(cookie.domain));
}
