import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findFirefox, NO_FIREFOX } from '../scripts/find-firefox.mjs';
import { FirefoxBrowser } from './firefox-browser.js';
import { FirefoxInternals } from './firefox-internals.js';

/** The add-on's internal address, which Firefox otherwise makes anew for every profile. */
const UUID = '5f0f1e0c-4b6b-4a8a-9c5e-0123456789ab';

export interface FirefoxOptions {
  /** Folder of the built extension. Default: `dist/firefox`. */
  extension?: string;
  /** Firefox to run. Default: the one that is found on this machine. */
  executable?: string;
  /** Whether a person allowed the add-on in private windows. */
  inPrivate?: boolean;
}

/** Starts Firefox with a fresh profile and the built extension in it. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxBrowser> {
  const built = options.extension ?? 'dist/firefox';
  if (!existsSync(join(built, 'manifest.json')))
    throw new Error(`No built extension in ${built}: run "npm run build" first.`);
  const executablePath = options.executable ?? findFirefox();
  if (!executablePath) throw new Error(NO_FIREFOX);
  const manifest = await readManifest(built);
  const { id } = manifest.browser_specific_settings.gecko;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // The demo's own certificate.
    acceptInsecureCerts: true,
    // For what only Firefox itself may do: private windows, the toolbox, an end of the event page.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      'extensions.openPopupWithoutUserGesture.enabled': true,
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'credtrail-firefox-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    await browser.installExtension(await installable(browser, built, folder));
    const internals = await FirefoxInternals.of(browser, id);
    if (options.inPrivate) await internals.allowInPrivate();
    return new FirefoxBrowser(browser, `moz-extension://${UUID}`, internals, removeFolder);
  } catch (error) {
    await browser.close();
    await removeFolder();
    throw error;
  }
}

interface Manifest {
  browser_specific_settings: { gecko: { id: string; strict_min_version: string } };
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/**
 * The folder to install: where this Firefox is older than the manifest asks for, a copy that asks
 * for less. Distributions keep an old one for years, and it is better to test there than nowhere.
 */
async function installable(browser: Browser, built: string, folder: string): Promise<string> {
  const version = /\d+/.exec(await browser.version())?.[0] ?? '0';
  const manifest = await readManifest(built);
  const { gecko } = manifest.browser_specific_settings;
  if (Number(version) >= Number.parseInt(gecko.strict_min_version, 10)) return resolve(built);
  console.warn(
    `This is Firefox ${version}; the add-on asks for ${gecko.strict_min_version}, which ` +
      'is lowered here.',
  );
  await cp(built, folder, { recursive: true });
  gecko.strict_min_version = `${version}.0`;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
