import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words/i18n.js';
import { identifyingAt } from '../lists/identifying.js';
import { type Screen, SCREENS } from '../navigation/place.js';
import type { ViewerStore } from '../store/store.js';
import { useSize } from '../page/use-size.js';
import { useStore } from '../store/store-context.js';

/** Names of the screens that have a tab. */
export const TITLES = {
  overview: 'ui_tabOverview',
  flow: 'ui_tabFlow',
  credentials: 'ui_tabCredentials',
  requests: 'ui_tabRequests',
  storage: 'ui_tabStorage',
  findings: 'ui_tabFindings',
  compare: 'ui_tabCompare',
} as const;

/** The settings have no tab: their button stands for it. */
const TABS: readonly Screen[] = SCREENS;

/** The others stand beside the tabs, each with a button of its own. */
export const hasTab = (screen: Screen): screen is keyof typeof TITLES => screen in TITLES;

export const tabId = (screen: Screen): string => `tab-${screen}`;
export const panelId = (screen: Screen): string => `screen-${screen}`;

/** The tabs of the screens. Arrow keys, Home and End move, as in the ARIA tabs pattern. */
export function TabList() {
  const store = useStore();
  const current = store.nav.screen.value;
  const reachable = TABS.includes(current) ? current : TABS[0];
  const counts = countsOf(store);
  const list = useRef<HTMLDivElement>(null);
  // Its place depends on how wide the others are, and on how much room there is.
  const room = `${useSize(list).width} ${Object.values(counts).join(' ')}`;
  useEffect(() => showTab(list.current, current), [current, room]);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const target = moved(event.key, TABS.indexOf(current));
    if (!target) return;
    event.preventDefault();
    store.nav.show(target);
    document.getElementById(tabId(target))?.focus();
  };
  return (
    <div ref={list} class="tabs" role="tablist" aria-label={t('ui_screens')} onKeyDown={onKeyDown}>
      {SCREENS.map((screen) => (
        <button
          key={screen}
          type="button"
          id={tabId(screen)}
          role="tab"
          aria-selected={screen === current}
          aria-controls={panelId(screen)}
          tabIndex={screen === reachable ? 0 : -1}
          onClick={() => store.nav.show(screen)}
        >
          {t(TITLES[screen])}
          {counts[screen] ? <span class="count">{counts[screen]}</span> : null}
        </button>
      ))}
    </div>
  );
}

/**
 * How much there is on a screen, of credentials and findings what is of the site in front; of a
 * selected stretch of time, how much lies within it.
 */
function countsOf({
  nav,
  status,
  front,
  inSpan,
  story,
}: ViewerStore): Partial<Record<Screen, number>> {
  const { requests = 0 } = status.value ?? {};
  return {
    credentials: identifyingAt(front.name.value ?? '', {
      credentials: inSpan.credentials.value,
      moments: story.value.moments,
    }).length,
    requests: nav.span.value ? inSpan.requests.value.length : requests,
    findings: front.standing.value.filter(inSpan.holds).length,
  };
}

/** So much of the next tab is in view, too: there is more. */
const PEEK = 24;

/** Scrolls the tabs alone: `scrollIntoView` would move the whole panel as well. */
function showTab(list: HTMLElement | null, screen: Screen): void {
  const tab = list?.querySelector<HTMLElement>(`#${tabId(screen)}`);
  if (!list || !tab) return;
  const [own, view] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
  if (own.left < view.left) list.scrollLeft += own.left - view.left - PEEK;
  else if (own.right > view.right) list.scrollLeft += own.right - view.right + PEEK;
}

function moved(key: string, index: number): Screen | undefined {
  const count = SCREENS.length;
  switch (key) {
    case 'ArrowRight':
      return SCREENS[(index + 1) % count];
    case 'ArrowLeft':
      return SCREENS[(index + count - 1) % count];
    case 'Home':
      return SCREENS[0];
    case 'End':
      return SCREENS[count - 1];
    default:
      return undefined;
  }
}
