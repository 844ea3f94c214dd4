import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FirefoxBrowser } from '../../browser/firefox-browser.js';
import { launchFirefox } from '../../browser/launch-firefox.js';
import { findFirefox, NO_FIREFOX } from '../../scripts/find-firefox.mjs';
import { type LocalServer, startServer } from '../support/local-server.js';
import { hostAccess } from './access.js';
import { capture } from './capture.js';
import { answer } from './lab.js';
import { privateWindows } from './private.js';
import { proofs } from './proofs.js';
import { saved } from './saved.js';
import { screens } from './screens.js';
import { siteStorage } from './site-storage.js';
import { toolbox } from './toolbox.js';

const executable = findFirefox();
if (executable === undefined) console.warn(NO_FIREFOX);

// One file and one browser for the whole suite: a launch costs more than most of its tests.
describe.skipIf(executable === undefined)('the extension in a real Firefox', () => {
  let server: LocalServer;
  let firefox: FirefoxBrowser | undefined;
  beforeAll(async () => {
    server = await startServer(answer);
    firefox = await launchFirefox({ inPrivate: true });
  });
  afterAll(async () => {
    await firefox?.close();
    await server.close();
  });

  const lab = () => {
    if (!firefox) throw new Error('Firefox runs only while tests do.');
    const other = server.origin.replace('127.0.0.1', 'localhost');
    return { firefox, site: server.origin, other };
  };

  it('runs what was built for it', async () => {
    const { version } = (await lab().firefox.inExtension('browser.runtime.getManifest()')) as {
      version: string;
    };
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
  capture(lab);
  screens(lab);
  siteStorage(lab);
  privateWindows(lab);
  proofs(lab);
  hostAccess(lab);
  toolbox(lab);
  saved(lab);
});
