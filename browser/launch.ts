import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser, needsNoSandbox } from '../scripts/ensure-browser.mjs';
import { ExtensionBrowser } from './extension-browser.js';
import { copyInLanguage, makeProfile, type ProfileOptions } from './profile.js';
import { QUIET } from './switches.js';

export interface LaunchOptions extends ProfileOptions {
  /** Folder of the built extension. Default: `dist/chrome`. */
  extension?: string;
  /** Browser to run. Default: the one that is found on this machine. */
  executable?: string;
  /** Default: true. */
  headless?: boolean;
  /** Chromium's `--host-resolver-rules`, such as `MAP *.test 127.0.0.1`. */
  hostRules?: string;
  /** SHA-256 (base64) of the public keys whose certificates are trusted. */
  spki?: string[];
  /** The one language of the extension's messages, such as `ko`. Default: the browser's. */
  language?: string;
  /** Size of the window. */
  width?: number;
  height?: number;
  /** More command-line switches. */
  args?: string[];
  /** Whether a person allowed the extension in private windows. */
  inPrivate?: boolean;
  /** False: the caller handles SIGINT and SIGTERM. Default: true. */
  handleSignals?: boolean;
}

/** Starts a browser with a fresh profile and the built extension in it. */
export async function launchExtension(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const built = options.extension ?? 'dist/chrome';
  if (!existsSync(join(built, 'manifest.json'))) {
    throw new Error(`No built extension in ${built}: run "npm run build" first.`);
  }
  const profile = await makeProfile(options);
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser(profile, options);
    const copy = join(profile, 'extension');
    if (options.language) await copyInLanguage(built, copy, options.language);
    // Not by the option `enableExtensions: [path]`: puppeteer does not wait for those.
    const id = await install(browser, options.language ? copy : built, options.inPrivate);
    return new ExtensionBrowser(browser, id, removeProfile);
  } catch (error) {
    await browser?.close();
    await removeProfile();
    throw error;
  }
}

/** Not by puppeteer's own method, which cannot ask for private windows as well. */
async function install(browser: Browser, folder: string, inPrivate = false): Promise<string> {
  const target = await browser.waitForTarget((one) => one.type() === 'browser');
  const session = await target.createCDPSession();
  const path = resolve(folder);
  const { id } = await session.send('Extensions.loadUnpacked', {
    path,
    enableInIncognito: inPrivate,
  });
  await session.detach();
  return id;
}

/** Starts a browser in a profile that is there, without the extension. */
export async function launchBrowser(profile: string, options: LaunchOptions): Promise<Browser> {
  const executablePath = options.executable ?? (await findBrowser());
  if (!executablePath) {
    throw new Error('No Chrome, Chromium, Edge or Brave found: set CREDTRAIL_BROWSER to one.');
  }
  const { handleSignals = true, headless = true } = options;
  const starting = puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    userDataDir: profile,
    args: switches(executablePath, headless, options),
    handleSIGINT: handleSignals,
    handleSIGTERM: handleSignals,
    handleSIGHUP: handleSignals,
  });
  return starting.catch((cause: Error) => {
    throw new Error(`${executablePath} did not start: ${cause.message}`, { cause });
  });
}

function switches(executable: string, headless: boolean, options: LaunchOptions): string[] {
  const { hostRules, spki = [], width = 1280, height = 800, args = [] } = options;
  return [
    ...QUIET,
    `--window-size=${width},${height}`,
    ...(headless ? ['--disable-gpu'] : []),
    ...(needsNoSandbox(executable) ? ['--no-sandbox'] : []),
    ...(hostRules ? [`--host-resolver-rules=${hostRules}`] : []),
    ...(spki.length > 0 ? [`--ignore-certificate-errors-spki-list=${spki.join(',')}`] : []),
    ...args,
  ];
}
