import browser, { type Runtime } from 'webextension-polyfill';
import { RequestListener } from '../capture/web-request.js';
import { Badge } from './badge.js';
import { alarmOf, type Background } from './background.js';
import { AllChoices } from './all-choices.js';
import { explainOnInstall } from './first-run.js';
import { tellAll } from './handlers/choices.js';
import { InspectedTabs } from './inspected-tabs.js';
import { Jar } from './jar.js';
import { OpenTabs } from './open-tabs.js';
import { readPageStorage } from './page-storage.js';
import { OpenedWindows } from './opened-windows.js';
import { PausedTabs } from './paused-tabs.js';
import { PrivateStore } from './private-store.js';
import { Recorder } from './recorder.js';
import { isOwnPage, route } from './router.js';
import { Scope } from './scope.js';
import { SecretTrials } from './secret-trials.js';
import { TabRecords } from './tab-records.js';
import { withoutPasswords } from '../engine/normalize/without-passwords.js';
import { Uneventful } from './uneventful.js';
import { Viewers } from './viewers.js';

// Wiring only. The worker is stopped and started at any moment: all listeners are added in this
// first turn, because only those wake it.

// A private window's worker, where it has one of its own.
const session = browser.extension.inIncognitoContext ? new PrivateStore() : browser.storage.session;
const chosen = new AllChoices(browser.storage.local, browser.storage.managed);
const { choices, options } = chosen;
const records = new TabRecords(session, Date.now(), () => options.bytesPerTab);
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
const recorder = new Recorder(records, open, scope, opened, changed, () => options.now.preserveLog);
const jar = new Jar(records, open, recorder, scope);
const badge = new Badge((tabId) => alarmOf(background, tabId));
const trials = new SecretTrials({
  untried: (tabId) => (records.has(tabId) ? records.of(tabId).read().untried() : []),
  record: (tabId, trial) => recorder.observe(tabId, trial),
});
const viewers = new Viewers((tabId, watched) => {
  afterReady(() => {
    if (scope.records(tabId)) void readPageStorage(tabId, watched);
    if (watched) trials.changed(tabId);
  });
  watchCookies();
});
const uneventful = new Uneventful((tabId, count) =>
  recorder.observe(tabId, { kind: 'uneventful', at: Date.now(), count }),
);
const requests = new RequestListener(
  (tabId, initiator, event, store) => {
    recorder.observeRequest(tabId, initiator, event, store);
    if (event.kind === 'answered' && event.type === 'document')
      afterReady(() => jar.lookSoon(tabId));
  },
  (tabId) => uneventful.add(tabId),
);
const background: Background = {
  records,
  open,
  paused,
  recorder,
  jar,
  badge,
  viewers,
  choices,
  options,
  scope,
  listen,
};

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

browser.tabs.onCreated.addListener((tab) => {
  const { id, url, windowId } = tab;
  if (id === undefined) return;
  open.know(tab);
  if (windowId !== undefined) opened.tab(id, windowId);
  open.show(id, url ?? '');
  afterReady(listen);
});

browser.tabs.onUpdated.addListener((tabId, { url, status }) => {
  if (url !== undefined) {
    scope.moved(tabId, open.url(tabId), Date.now());
    open.show(tabId, url);
    const shown = withoutPasswords(url);
    if (shown.startsWith('http'))
      recorder.observe(tabId, { kind: 'navigated', at: Date.now(), url: shown });
  }
  // The browser forgets a tab's badge when it shows another page.
  if (status !== undefined) afterReady(() => badge.changed(tabId));
  if (status === 'complete' && viewers.has(tabId))
    afterReady(() => {
      if (scope.records(tabId)) void readPageStorage(tabId, true);
    });
});

browser.tabs.onRemoved.addListener((tabId) => {
  open.close(tabId);
  scope.close(tabId);
  afterReady(() => {
    opened.close(tabId);
    void records.remove(tabId);
    void paused.set(tabId, false);
    listen();
  });
});

browser.tabs.onReplaced.addListener((added, removed) => {
  open.know({ id: added, incognito: open.isPrivate(removed) });
  open.show(added, open.url(removed));
  open.close(removed);
  afterReady(() => void records.move(removed, added));
});

browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  void trials.giveWayTo(ready.then(() => route(message, sender, background))).then(reply);
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
  await Promise.all([open.load(), paused.load(), opened.load(), inspected.load(), chosen.load()]);
  recorder.begin();
  listen();
  await records.restore((tabId) => open.isOpen(tabId));
  for (const tabId of records.ids()) if (records.of(tabId).isRecent(Date.now())) changed(tabId);
}

function afterReady(step: () => void): void {
  void ready.then(step);
}

function changed(tabId: number): void {
  afterReady(() => {
    badge.changed(tabId);
    viewers.changed(tabId);
    trials.changed(tabId);
  });
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
  afterReady(() => {
    for (const tabId of viewers.tabs()) {
      if (jar.concerns(tabId, cookie.domain)) jar.lookSoon(tabId);
    }
  });
}
