// @ts-check
// Finds a browser that can run the extension, or installs one. Plain JavaScript, so that it can
// run before anything is built.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const LINUX_NAMES = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
  'chromium-browser',
];
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS_PATHS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
];

const CACHE = join(homedir(), '.cache', 'credtrail');

const ADVICE =
  'Install Chrome, Chromium, Edge or Brave, or set CREDTRAIL_BROWSER to the path of one, ' +
  'and try again.';

/**
 * Path of a browser on this machine.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const wanted = process.env['CREDTRAIL_BROWSER'];
  if (wanted) {
    if (!isFile(wanted)) throw new Error(`CREDTRAIL_BROWSER is "${wanted}", which is no file.`);
    return wanted;
  }
  return candidates().find(works) ?? downloadedBrowser();
}

/**
 * Path of a browser, which is installed first where there is none.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  console.error('No Chrome, Chromium, Edge or Brave found on this machine: installing one.');
  if (installWithApt()) {
    const installed = candidates().find(works);
    if (installed) return installed;
  }
  return downloadBrowser();
}

/**
 * Whether this browser cannot have its sandbox here: it refuses one as root, and it needs either
 * user namespaces or its own set-user-id program.
 * @param {string} executable
 */
export function needsNoSandbox(executable) {
  if (platform() !== 'linux') return false;
  if (process.getuid?.() === 0) return true;
  const folders = [
    dirname(realpathSync(executable)),
    '/usr/lib/chromium',
    '/usr/lib/chromium-browser',
  ];
  const setUserId = folders.some((folder) => hasSetUserId(join(folder, 'chrome-sandbox')));
  return !setUserId && !succeeds('unshare', ['--user', '--map-root-user', 'true']);
}

/** Where browsers usually are, the most suitable first. */
function candidates() {
  if (platform() === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')]
      .flatMap((folder) =>
        MAC_NAMES.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
      )
      .filter(isFile);
  }
  if (platform() === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => WINDOWS_PATHS.map((parts) => join(folder, ...parts)))
      .filter(isFile);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isFile);
}

/**
 * Ubuntu has a `chromium-browser` that only tells people to install a snap.
 * @param {string} executable
 */
function works(executable) {
  // On Windows and macOS a browser asked for its version may open a window instead.
  return platform() !== 'linux' || succeeds(executable, ['--version']);
}

/** Debian's own package; returns whether it could be installed. */
function installWithApt() {
  if (platform() !== 'linux' || !existsSync('/usr/bin/apt-get')) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && !succeeds('sudo', ['-n', 'true'])) return false;
  /** @param {string[]} command */
  const run = (...command) => {
    const [program = '', ...rest] = [...sudo, ...command];
    console.error(`  ${[program, ...rest].join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  };
  return run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium');
}

/** Chrome for Testing, into a cache folder of the user's. */
async function downloadBrowser() {
  try {
    const { Browser, detectBrowserPlatform, install, resolveBuildId } =
      await import('@puppeteer/browsers');
    const system = detectBrowserPlatform();
    if (!system) throw new Error('no Chrome is made for this system');
    const buildId = await resolveBuildId(Browser.CHROME, system, 'stable');
    console.error(`  downloading Chrome ${buildId} to ${CACHE}`);
    const installDeps = platform() === 'linux' && process.getuid?.() === 0;
    const { executablePath } = await install({
      browser: Browser.CHROME,
      buildId,
      cacheDir: CACHE,
      installDeps,
    });
    if (!works(executablePath)) throw new Error('it does not run here; libraries may be missing');
    return executablePath;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Chrome could not be downloaded (${reason}). ${ADVICE}`, { cause: error });
  }
}

async function downloadedBrowser() {
  if (!existsSync(CACHE) || readdirSync(CACHE).length === 0) return undefined;
  const { getInstalledBrowsers } = await import('@puppeteer/browsers');
  const [newest] = (await getInstalledBrowsers({ cacheDir: CACHE })).toReversed();
  return newest?.executablePath;
}

/** @param {string} path */
function isFile(path) {
  try {
    accessSync(path, platform() === 'win32' ? constants.F_OK : constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string} path */
function hasSetUserId(path) {
  return existsSync(path) && (statSync(path).mode & 0o4000) !== 0;
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function succeeds(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
