import { local, managed, session, tabsAtStart } from './start/asked-early.js';
import browser, { type Runtime } from 'webextension-polyfill';
import { RequestListener } from '../capture/web-request.js';
import { alarmOf, isCounted } from './badge/alarm.js';
import { Badge } from './badge/badge.js';
import { tellAll } from './answers.js';
import type { Background } from './background.js';
import { AllChoices } from './choices/all-choices.js';
import { EarlyJournal } from './log/early-journal.js';
import { FollowedJar } from './tabs/followed-jar.js';
import { explainOnInstall, isFirstWorker, onUpdate } from './start/first-run.js';
import { InspectedTabs } from './tabs/inspected-tabs.js';
import { OpenTabs } from './tabs/open-tabs.js';
import { loadPart, nameFiles } from './start/load-part.js';
import { insertScript, lookAtOpenPages } from '../capture/page-script.js';
import { OpenedWindows } from './tabs/opened-windows.js';
import { PausedTabs } from './tabs/paused-tabs.js';
import { ReadingPart } from './start/reading-part.js';
import { Recorder } from './recorder.js';
import { type TabsTo, whatEnds, whatTabsShow } from './tabs/tab-listeners.js';
import { isOwnPage, route } from './router.js';
import { Scope } from './tabs/scope.js';
import { SessionLog } from './log/session-log.js';
import { statusOf } from './status.js';
import { forgetTold } from './tabs/told-areas.js';
import { Uneventful } from './tabs/uneventful.js';
import { Viewers } from './tabs/viewers.js';

// Wiring only. The worker is stopped and started at any moment: all listeners are added in this
// first turn, because only those wake it.

const chosen = new AllChoices(local, managed);
const { choices, options } = chosen;
const log = new SessionLog(session, () => afterReady(() => void reading.get()));
const open = new OpenTabs();
const paused = new PausedTabs(session);
const opened = new OpenedWindows(session);
const inspected = new InspectedTabs(session, () => afterReady(() => void scopeChanged()));
const scope = new Scope({
  options: () => options.now,
  isPaused: (tabId) => paused.has(tabId),
  isInspected: (tabId) => inspected.has(tabId),
  url: (tabId) => open.url(tabId),
  openerOf: (tabId) => opened.openerOf(tabId),
});
const journal = new EarlyJournal(session);
const keepsLog = () => options.now.preserveLog;
const recorder = new Recorder({ log, open, scope, opened, journal, changed, keepsLog });
const reading = new ReadingPart(
  () => background,
  () => loadPart(() => void log.flush()),
);
const badge = new Badge((tabId) => alarmOf(tabId, { log, scope, reading }));
const jar = new FollowedJar((domain) => afterReady(() => reading.loaded?.cookieChanged(domain)));
const viewers = new Viewers((tabId, watched) => {
  afterReady(() => reading.do((part) => part.watched(tabId, watched)));
  jar.follow(viewers.tabs().length > 0);
});
const uneventful = new Uneventful((tabId, count) =>
  recorder.observe(tabId, { kind: 'uneventful', at: Date.now(), count }),
);
const requests = new RequestListener(
  (tabId, initiator, event, store) => {
    recorder.observeRequest(tabId, initiator, event, store);
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
  lookInto: (tabId) => void insertScript(tabId, 'all'),
  forgetTold,
  status: (tabId) => statusOf(tabId, background, reading),
};

nameFiles();
requests.start();

const tabsTo: TabsTo = {
  open,
  opened,
  paused,
  recorder,
  scope,
  log,
  badge,
  reading,
  known: () => known,
  afterReady,
  listen,
};
const tabsShow = whatTabsShow(tabsTo);
const ends = whatEnds(tabsTo);

browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
  void ready
    .then(lookAgain)
    .then(() => route(message, sender, background, reading))
    .then(reply);
  return true;
});

browser.runtime.onConnect.addListener((port: Runtime.Port) => {
  const isTaken = isOwnPage(port.sender) && (viewers.connect(port) || inspected.connect(port));
  if (!isTaken) port.disconnect();
});

explainOnInstall(chosen.policy);

onUpdate(() => afterReady(tellRenewed));

// Not `storage.onChanged`: that tells of the log as well, with every batch that is written.
browser.storage.managed.onChanged?.addListener(() =>
  afterReady(() => void chosen.follow().then(scopeChanged)),
);

/** Which tabs there are, and what of them is to be recorded. */
const known = Promise.all([
  open.load(tabsAtStart),
  paused.load(),
  opened.load(),
  inspected.load(),
  chosen.load(),
  log.load(),
  journal.load(),
]);
let isReady = false;
const ready = begin();
void ready.then(() => (isReady = true));

async function begin(): Promise<void> {
  await known;
  log.keepOnly((tabId) => open.isOpen(tabId));
  recorder.begin();
  listen();
  for (const tabId of log.ids())
    if (!isCounted(log.told(tabId))) afterReady(() => badge.changed(tabId));
  void comeBackToPages();
}

/** Scripts of ours that were in pages ended with the extension that put them there. */
async function comeBackToPages(): Promise<void> {
  if (await isFirstWorker(session))
    await lookAtOpenPages(open.ids().filter((tabId) => scope.records(tabId)));
}

function afterReady(step: () => void): void {
  if (isReady) step();
  else void ready.then(step);
}

function changed(tabId: number): void {
  afterReady(() => {
    badge.changed(tabId);
    viewers.changed(tabId);
  });
}

/** Listens only where anything may be recorded: to requests, and to what wakes a worker as well. */
function listen(): void {
  const wantsAny = scope.wantsAny(open.ids());
  if (wantsAny) requests.start();
  else requests.stop();
  tabsShow.turn(wantsAny || options.now.capture !== 'inspected');
  ends.turn(tabsShow.areOn || log.ids().length > 0);
  recorder.leaveOut(scope.narrowed(open.ids()));
}

/** What tabs show is not told while nothing is listened to. */
async function lookAgain(): Promise<void> {
  if (!tabsShow.areOn) await open.look();
}

/** After an update or a reload: what was recorded is gone, with the session's storage. */
function tellRenewed(): void {
  for (const tabId of open.ids())
    if (open.url(tabId).startsWith('http'))
      recorder.observe(tabId, { kind: 'begun', at: Date.now(), renewed: true });
}

async function scopeChanged(): Promise<void> {
  await lookAgain();
  listen();
  tellAll(background);
}
