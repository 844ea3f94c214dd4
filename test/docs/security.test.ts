import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import packaged from '../../package.json' with { type: 'json' };

const page = readFileSync('docs/security.md', 'utf8');
const readme = readFileSync('README.md', 'utf8');
const sources = ['src', 'popup', 'devtools']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file));

/** The rows of a table that begins with this line. */
function rowsOf(head: string): string[][] {
  const [, after = ''] = page.split(`\n${head}\n`);
  const [table = ''] = after.split('\n\n');
  const [, ...rows] = table.split('\n');
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}

const inCode = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
/** The part of a document under this heading. */
const under = (text: string, heading: string) =>
  (text.split(`\n## ${heading}\n`)[1] ?? '').split('\n## ')[0]!;

describe('the threat model', () => {
  const rows = rowsOf('| what | from whom, and how | what stands against it | test |');

  it('has a line for everything that is protected', () => {
    const said = under(page, 'Threat model').split('\n|')[0]!;
    const named = [...said.matchAll(/\*\*(\w+)\*\*/g)].map(([, what]) => what!.toLowerCase());
    const lines = rows.map(([, what]) => what!.toLowerCase());
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((what) => !lines.some((line) => line.includes(what)))).toEqual([]);
  });

  it.each(rows.map(([, what, how, , test]) => [what!, how!, test!] as const))(
    '%s, %s: names a test that is there',
    (_, _how, cell) => {
      const [, file, name] = /^`([^`]+)` “(.+)”$/.exec(cell) ?? [];
      expect(cell).toMatch(/^`[^`]+` “.+”$/);
      expect(existsSync(file!)).toBe(true);
      expect(readFileSync(file!, 'utf8')).toContain(name);
    },
  );
});

describe('the permissions', () => {
  const permissions = rowsOf('| permission | used by | for | without it |');
  const hosts = rowsOf('| host | for | without it |');

  it('of the manifest are those of the page, each with a reason', () => {
    const { permissions: asked, host_permissions: askedHosts } = manifest;
    expect(permissions.map(([, name]) => inCode(name!)[0]).toSorted()).toEqual(asked.toSorted());
    expect(hosts.map(([, host]) => inCode(host!)[0])).toEqual(askedHosts);
    for (const [, , ...reasons] of [...permissions, ...hosts])
      for (const reason of reasons.slice(0, -1)) expect(reason.length).toBeGreaterThan(5);
    expect(manifest).not.toHaveProperty('optional_permissions');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it.each(
    permissions.flatMap(([, , users]) =>
      [...users!.matchAll(/`([^`]+)`: `([^`]+)`/g)].map(([, file, api]) => [file!, api!] as const),
    ),
  )('are used where the page says: %s uses %s', (file, api) => {
    const users = sources.filter((source) => source.endsWith(`/${file}`));
    expect(users.length).toBeGreaterThan(0);
    const code = users.map((user) => readFileSync(user, 'utf8')).join('\n');
    expect(code).toMatch(new RegExp(`\\b${api.replace('.', '\\.')}\\b`));
  });

  it('that are not asked for are not', () => {
    const [, said = ''] = under(page, 'Permissions').split('\nNot asked for:');
    const named = inCode(said.split('\n\n')[0]!).filter((name) => name !== 'tabs');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => manifest.permissions.includes(name))).toEqual([]);
  });
});

it('lets no page of the extension reach anything but its own files', () => {
  const directives = manifest.content_security_policy.extension_pages.split('; ');
  expect(directives).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self' devtools:",
  ]);
});

it('names all dependencies that are shipped', () => {
  const named = inCode(under(page, 'Dependencies')).filter((name) => name in packaged.dependencies);
  expect(named.toSorted()).toEqual(Object.keys(packaged.dependencies).toSorted());
});

describe('what the README claims of privacy', () => {
  const claims = under(readme, 'Privacy')
    .split('\n- ')
    .slice(1)
    .map((claim) => claim.split('\n\n')[0]!.replaceAll(/\s+/g, ' '));

  it('is some claims', () => expect(claims.length).toBeGreaterThan(3));

  it.each(claims)('is shown by a command: %s', (claim) => {
    const commands = inCode(claim).flatMap((code) => {
      const [, script, words = ''] = /^npm run ([\w:]+)(?: -- (.+))?$/.exec(code) ?? [];
      return script ? [{ script, words: words.split(' ').filter(Boolean) }] : [];
    });
    expect(commands.length).toBeGreaterThan(0);
    const tests = readdirSync('test/e2e/trust').join(' ');
    for (const { script, words } of commands) {
      expect(packaged.scripts).toHaveProperty([script]);
      for (const word of words) expect(tests).toContain(`${word}.test.ts`);
    }
  });
});
