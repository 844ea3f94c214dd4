import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'puppeteer-core';
import { refused } from '../input.js';

/** A user's own steps in the page. */
export type LoginScript = (page: Page, context: BrowserContext) => Promise<void> | void;

/** Loads the steps of a file. @throws InputError */
export async function loadLoginScript(path: string): Promise<LoginScript> {
  const loaded: unknown = await import(pathToFileURL(resolve(path)).href).catch(
    (error: unknown) => {
      throw refused(path, `it cannot be loaded: ${messageOf(error)}`);
    },
  );
  const { default: script } = loaded as { default?: unknown };
  if (typeof script !== 'function')
    throw refused(path, 'its default export is to be a function: async (page, context) => { … }');
  return script as LoginScript;
}

/** What went wrong, in one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? '';
}
