import browser, { type Runtime } from 'webextension-polyfill';
import { RequestListener } from '../capture/web-request.js';
import { Badge } from './badge.js';
import { alarmOf, type Background } from './background.js';
import { Choices } from './choices.js';
import { Jar } from './jar.js';
import { OpenTabs } from './open-tabs.js';
import { readPageStorage } from './page-storage.js';
import { OpenedWindows } from './opened-windows.js';
import { PausedTabs } from './paused-tabs.js';
import { Recorder } from './recorder.js';
import { isOwnPage, route } from './router.js';
import { SecretTrials } from './secret-trials.js';
import { TabRecords } from './tab-records.js';
import { withoutPasswords } from '../engine/normalize/without-passwords.js';
import { Uneventful } from './uneventful.js';
import { Viewers } from './viewers.js';

// Wiring only. The worker is stopped and started at any moment: all listeners are added in this
// first turn, because only those wake it.

const session = browser.storage.session;
const records = new TabRecords(session, Date.now());
const open = new OpenTabs();
const paused = new PausedTabs(session);
const opened = new OpenedWindows(session);
const recorder = new Recorder(records, open, paused, opened, changed);
const jar = new Jar(records, open, recorder);
const badge = new Badge((tabId) => alarmOf(background, tabId));
const trials = new SecretTrials({
  untried: (tabId) => (records.has(tabId) ? records.of(tabId).read().untried() : []),
  record: (tabId, trial) => recorder.observe(tabId, trial),
});
const viewers = new Viewers((tabId, watched) => {
  void readPageStorage(tabId, watched);
  if (watched) afterReady(() => trials.changed(tabId));
  watchCookies();
});
const uneventful = new Uneventful((tabId, count) =>
  recorder.observe(tabId, { kind: 'uneventful', at: Date.now(), count }),
);
const requests = new RequestListener(
  (tabId, initiator, event) => {
    recorder.observeRequest(tabId, initiator, event);
    if (event.kind === 'answered' && event.type === 'document')
      afterReady(() => jar.lookSoon(tabId));
  },
  (tabId) => uneventful.add(tabId),
);
const choices = new Choices(browser.storage.local);
const background: Background = {
  records,
  open,
  paused,
  recorder,
  jar,
  badge,
  viewers,
  choices,
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
  if (frameId === 0 && /^https?:/.test(url))
    recorder.observe(tabId, { kind: 'loaded', at: Date.now() });
});

browser.tabs.onCreated.addListener(({ id, url, windowId }) => {
  if (id === undefined) return;
  if (windowId !== undefined) opened.tab(id, windowId);
  open.show(id, url ?? '');
  afterReady(listen);
});

browser.tabs.onUpdated.addListener((tabId, { url, status }) => {
  if (url !== undefined) {
    open.show(tabId, url);
    const shown = withoutPasswords(url);
    if (shown.startsWith('http'))
      recorder.observe(tabId, { kind: 'navigated', at: Date.now(), url: shown });
  }
  // The browser forgets a tab's badge when it shows another page.
  if (status !== undefined) afterReady(() => badge.changed(tabId));
  if (status === 'complete' && viewers.has(tabId)) void readPageStorage(tabId, true);
});

browser.tabs.onRemoved.addListener((tabId) => {
  open.close(tabId);
  afterReady(() => {
    opened.close(tabId);
    void records.remove(tabId);
    void paused.set(tabId, false);
    listen();
  });
});

browser.tabs.onReplaced.addListener((added, removed) => {
  open.show(added, open.url(removed));
  open.close(removed);
  afterReady(() => void records.move(removed, added));
});

browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  void trials.giveWayTo(ready.then(() => route(message, sender, background))).then(reply);
  return true;
});

browser.runtime.onConnect.addListener((port: Runtime.Port) => {
  if (!isOwnPage(port.sender) || !viewers.connect(port)) port.disconnect();
});

const ready = begin();

async function begin(): Promise<void> {
  await Promise.all([open.load(), paused.load(), opened.load(), choices.load()]);
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

/** Listens to requests unless every open tab is paused. */
function listen(): void {
  if (open.ids().every((tabId) => paused.has(tabId))) requests.stop();
  else requests.start();
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
