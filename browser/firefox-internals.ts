import type { Browser, Page } from 'puppeteer-core';

/**
 * What no protocol offers, done in a page that has Firefox's own rights: `about:config`. These are
 * internals, so they are few and all of them stand here.
 */
export class FirefoxInternals {
  readonly #page: Page;
  readonly #id: string;

  private constructor(page: Page, id: string) {
    this.#page = page;
    this.#id = id;
  }

  /** `id`: of the add-on. */
  static async of(browser: Browser, id: string): Promise<FirefoxInternals> {
    const page = await browser.newPage();
    await page.goto('about:config', { waitUntil: [] });
    while ((await page.evaluate('typeof ChromeUtils')) !== 'object');
    return new FirefoxInternals(page, id);
  }

  /** Allows the add-on in private windows, as a person does in about:addons. */
  async allowInPrivate(): Promise<void> {
    await this.#run(`
      await permissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
      const addon = await AddonManager.getAddonByID(id);
      await addon.reload();`);
  }

  /** Gives the add-on access to sites again, which only a click of a person can do. */
  async grant(origins: readonly string[]): Promise<void> {
    await this.#run(`
      const extension = ExtensionParent.GlobalManager.getExtension(id);
      await permissions.add(id, { permissions: [], origins: ${JSON.stringify(origins)} }, extension);`);
  }

  /** Ends the event page, as Firefox does when it has been idle. */
  async endBackground(): Promise<void> {
    await this.#run(`await ExtensionParent.GlobalManager.getExtension(id).terminateBackground();`);
  }

  /** Opens the developer toolbox on the tab of an address, at the extension's panel. */
  async openPanel(address: string): Promise<void> {
    await this.#run(`
      ${TAB_OF}
      const toolbox = await gDevTools.showToolboxForTab(tabOf(${JSON.stringify(address)}));
      for (;;) {
        const tool = toolbox.getAdditionalTools().find((one) => one.id.startsWith('webext-'));
        if (tool) return void (await toolbox.selectTool(tool.id));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }`);
  }

  /** What the panel in the toolbox of that tab shows; empty as long as it shows nothing. */
  async panelText(address: string): Promise<string> {
    return (await this.#run(`
      ${TAB_OF}
      const toolbox = gDevTools.getToolboxForTab(tabOf(${JSON.stringify(address)}));
      const frame = toolbox.doc.getElementById('toolbox-panel-iframe-' + toolbox.currentToolId);
      const view = frame?.contentDocument?.querySelector('browser');
      if (!view?.messageManager) return '';
      return new Promise((resolve) => {
        // A document that gives way to another one takes the question with it: whoever asks, asks
        // again.
        setTimeout(resolve, 1000, '');
        view.messageManager.addMessageListener('text', ({ data }) => resolve(data));
        const script = "sendAsyncMessage('text', content.location.href + '\\\\n' + content.document.body.innerText)";
        view.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
      });`)) as string;
  }

  /**
   * Lets Firefox's Network panel keep what it has over a navigation, as its “Persist Logs” does.
   */
  async keepNetworkLog(): Promise<void> {
    await this.#run(`Services.prefs.setBoolPref('devtools.netmonitor.persistlog', true);`);
  }

  /** Names that lead to this machine, comma-separated. */
  async resolveHere(hosts: string): Promise<void> {
    await this.#run(
      `Services.prefs.setCharPref('network.dns.localDomains', ${JSON.stringify(hosts)});`,
    );
  }

  /** What “Save All As HAR” of the Network panel writes, in the toolbox of that tab. */
  async savedHar(address: string): Promise<unknown> {
    return this.#run(`
      ${TAB_OF}
      const toolbox = gDevTools.getToolboxForTab(tabOf(${JSON.stringify(address)}));
      return JSON.parse(JSON.stringify({ log: await toolbox.getHARFromNetMonitor() }));`);
  }

  async closeToolbox(address: string): Promise<void> {
    await this.#run(`
      ${TAB_OF}
      await gDevTools.getToolboxForTab(tabOf(${JSON.stringify(address)})).destroy();`);
  }

  #run(code: string): Promise<unknown> {
    return this.#page.evaluate(`(async () => {
      const load = (path) => ChromeUtils.importESModule(path);
      const { ExtensionPermissions: permissions } = load('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { ExtensionParent } = load('resource://gre/modules/ExtensionParent.sys.mjs');
      const { AddonManager } = load('resource://gre/modules/AddonManager.sys.mjs');
      const id = ${JSON.stringify(this.#id)};
      ${code}
    })()`);
  }
}

const TAB_OF = `
  const { require } = load('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const tabOf = (address) => [...Services.wm.getEnumerator('navigator:browser')]
    .flatMap((window) => window.gBrowser.tabs)
    .find((tab) => tab.linkedBrowser.currentURI.spec === address);`;
