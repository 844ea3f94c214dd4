import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ProfileOptions {
  /** Theme of DevTools. */
  theme?: 'light' | 'dark';
  /** Where DevTools stands; in a headless browser it is best on its own. */
  dock?: 'undocked' | 'bottom' | 'right';
  /** The folder to make it in. Default: the one for temporary files. */
  profiles?: string;
}

/** A fresh browser profile, with DevTools as wanted. Returns its path. */
export async function makeProfile(options: ProfileOptions): Promise<string> {
  const { theme, dock, profiles = tmpdir() } = options;
  const folder = await mkdtemp(join(profiles, 'credtrail-'));
  await mkdir(join(folder, 'Default'));
  // DevTools keeps its settings in the profile, each one as a string of JSON.
  const preferences = {
    devtools: {
      preferences: dock ? { currentDockState: JSON.stringify(dock) } : {},
      synced_preferences_sync_disabled: theme
        ? { 'ui-theme': JSON.stringify(theme === 'dark' ? 'dark' : 'default') }
        : {},
    },
  };
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  return folder;
}

/**
 * A copy of a built extension that knows one language only: so it speaks it in any browser,
 * whatever languages that browser itself was installed with.
 */
export async function copyInLanguage(from: string, to: string, language: string): Promise<void> {
  await cp(from, to, { recursive: true });
  const locales = join(to, '_locales');
  for (const other of await readdir(locales)) {
    if (other !== language) await rm(join(locales, other), { recursive: true });
  }
  const file = join(to, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, default_locale: language }));
}
