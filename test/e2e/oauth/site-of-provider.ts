import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Running } from '../../../accuracy/support/stack.js';
import { type ExtensionBrowser, useExtension } from '../../support/extension.js';
import { startClient } from './client.js';
import { startProvider } from './provider.js';
import { Visit } from './visit.js';

interface SiteOfProvider {
  provider: Running;
  client: Running;
  /** Begun anew before each test. */
  visit: Visit;
  extension: ExtensionBrowser;
}

/** A client, the provider at which its users log in, and the extension that watches a visit. */
export function useSiteOfProvider(): () => SiteOfProvider {
  let provider: Running;
  let client: Running;
  let visit: Visit;
  const extension = useExtension(async () => {
    client = await startClient(
      'client.test',
      async (origin) => (provider = await startProvider('id.test', origin)).url,
    );
  });
  beforeAll(async () => void (visit = await Visit.open(extension())));
  beforeEach(() => visit.begin(client.url));
  afterAll(() => Promise.all([client.stop(), provider.stop()]));
  return () => ({ provider, client, visit, extension: extension() });
}
