import { LIBRARIES, type Library } from './fixes/libraries.js';
import { settingsOf, type Told } from './fixes/settings.js';

/** What a line says that it should not, or does not say that it should. */
const FAULTS: readonly (readonly [string, (line: string) => boolean])[] = [
  ['Secure', (line) => !/; secure/i.test(line)],
  ['HttpOnly', (line) => !/; httponly/i.test(line)],
  ['SameSite', (line) => !/; samesite=lax/i.test(line)],
  ['an end', (line) => /; (?:max-age|expires)=/i.test(line)],
  ['Domain', (line) => /; domain=/i.test(line)],
  ['Path', (line) => !/; path=\/(?:;|$)/i.test(line)],
  ['the name', (line) => !line.startsWith('__Host-')],
];

/**
 * Logs in to the library, as behind a proxy that ends TLS: what its line lacks, and whether the
 * login holds.
 */
async function tried(
  { start }: Library,
  told: Told,
): Promise<{ faults: string[]; holds: boolean }> {
  const server = await start(told);
  try {
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await fetch(`${server.url}/login`, { headers });
    const lines = answer.headers.getSetCookie();
    const sent = lines.map((line) => line.split(';')[0]).join('; ');
    const account = await fetch(`${server.url}/account`, { headers: { ...headers, cookie: sent } });
    const faults = FAULTS.filter(([, isThere]) => lines.some(isThere) || lines.length === 0);
    return { faults: faults.map(([name]) => name), holds: (await account.text()) === 'ada' };
  } finally {
    await server.stop();
  }
}

const failed = [];
for (const library of LIBRARIES) {
  const { framework, insecure } = library;
  const before = await tried(library, { options: insecure, behindProxy: false });
  const after = await tried(library, settingsOf(framework, insecure));
  const isMended = after.holds && after.faults.length === 0;
  const said = isMended ? 'mended, and the login holds' : `still ${after.faults.join(', ')}`;
  console.log(
    `${framework}: ${before.faults.join(', ')} → ${said}${after.holds ? '' : ', no login'}`,
  );
  if (!isMended) failed.push(framework);
}
process.exitCode = failed.length > 0 ? 1 : 0;
