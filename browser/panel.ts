import type { Frame, Page } from 'puppeteer-core';

export interface Panel {
  /** The extension's panel: read, click and type here. */
  frame: Frame;
  /** The DevTools window around it: for pictures, sizes and keys. */
  devtools: Page;
}

/**
 * Opens the real DevTools on a page and shows the extension's panel. DevTools' own modules are the
 * only way to choose a panel that has no shortcut; they are reached by the address they have there.
 */
export async function openPanel(page: Page, extensionId: string): Promise<Panel> {
  const devtools = await named('DevTools', page.openDevTools());
  // Its singletons must not be touched before it has made them itself.
  await named('its tabs', devtools.waitForSelector('.root-view .main-tabbed-pane'));
  const shown = devtools.waitForFunction(`(async () => {
    const UI = await import('/bundled/ui/legacy/legacy.js');
    const view = UI.InspectorView.InspectorView.instance();
    const tab = view.tabbedPane.tabIds().find((id) => id.includes('${extensionId}'));
    if (!tab) return false;
    await view.showPanel(tab);
    return true;
  })()`);
  await named('the panel among its tabs', shown);
  const isPanel = (candidate: Frame) => candidate.url().endsWith('/devtools/panel.html');
  const frame = await named('the frame of the panel', devtools.waitForFrame(isPanel));
  // The frame is there before its page has drawn anything.
  await named('what the panel draws', frame.waitForSelector('[role=tablist]'));
  return { frame, devtools };
}

/** What was waited for in vain: puppeteer says only for how long. */
function named<T>(what: string, waited: Promise<T>): Promise<T> {
  return waited.catch((cause: Error) => {
    throw new Error(`${what} did not come: ${cause.message}`, { cause });
  });
}
