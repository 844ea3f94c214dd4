import type { Page } from 'puppeteer-core';

/** As if somebody dropped this file onto the page. */
export const drop = (page: Page, name: string, content: string) =>
  dropAll(page, { [name]: content });

export async function dropAll(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(dropped))
      dataTransfer.items.add(new File([text], name));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
  }, files);
}

/** What the button to export gives. */
export async function savedReport(view: Page): Promise<string> {
  await view.evaluate(() => {
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => Object.assign(window, { saved: text }));
      return '#';
    };
  });
  await view.click('.actions [aria-label^="Export"]');
  await view.click('.action-menu ::-p-text(JSON: can be)');
  await view.waitForFunction(() => 'saved' in window);
  return view.evaluate(() => (window as unknown as { saved: string }).saved);
}
