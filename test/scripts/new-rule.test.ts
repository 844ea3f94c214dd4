import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewRuleError, writeRule } from '../../scripts/new-rule.js';

const COPIED = ['src', 'scripts', 'docs/rules', 'test/engine/rules', '_locales', 'package.json'];

let root: string;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/new-rule.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new-rule-'));
  for (const path of COPIED) cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a new rule', () => {
  it('gets its file, its test, its line in the index, its keys and its documentation', () => {
    const { status, stdout, stderr } = run('cookie-odd-thing');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('src/engine/rules/cookie/cookie-odd-thing.ts');
    expect(read('src/engine/rules/cookie/cookie-odd-thing.ts')).toContain(
      "export const cookieOddThing: CredentialRule = {\n  id: 'cookie-odd-thing',",
    );
    const test = read('test/engine/rules/cookie/cookie-odd-thing.test.ts');
    expect(test).toContain("/rules/cookie/cookie-odd-thing.js'");
    expect(test.match(/must flag/g)).toHaveLength(3);
    expect(test.match(/must pass/g)).toHaveLength(3);
    const index = read('src/engine/rules/cookie/index.ts');
    const line = "import { cookieOddThing } from './cookie-odd-thing.js';\n";
    expect(index).toMatch(new RegExp(`${line}import \\{ cookieOutlivesJwt`));
    expect(index).toContain('  cookieOddThing,\n];');
    for (const part of ['title', 'why', 'fix', 'breaks']) {
      const messages = JSON.parse(read('_locales/ko/messages.json')) as object;
      expect(messages).toHaveProperty(`rule_cookie_odd_thing_${part}.message`, '');
    }
    expect(read('docs/rules/README.md')).toContain('[cookie-odd-thing](cookie-odd-thing.md)');
    expect(read('docs/rules/cookie-odd-thing.md')).toContain('- what it must flag (one)\n');
  });

  it.each([
    ['oidc-odd-thing', {}, 'oauth', 'FlowRule'],
    ['hsts-odd-thing', {}, 'site', 'SiteRule'],
    ['cors-odd-thing', { subject: 'exchange' }, 'site', 'ExchangeRule'],
    ['strange-thing', { folder: 'token' }, 'token', 'CredentialRule'],
  ])('%s goes where it belongs', (id, options, folder, type) => {
    const [source = ''] = writeRule(root, { id, ...options });
    expect(source).toBe(`src/engine/rules/${folder}/${id}.ts`);
    expect(read(source)).toContain(`: ${type} = {`);
  });

  it.each([
    ['cookie-missing-secure', {}, /is there already/],
    ['Cookie', {}, /is no id/],
    ['cookie', {}, /is no id/],
    ['../../../evil-thing', {}, /is no id/],
    ['unheard-of', {}, /--folder/],
    ['unheard-of', { folder: '../x' }, /--folder/],
    ['cookie-odd', { subject: 'jar' }, /is no subject/],
  ])('%s %j is refused in one line', (id, options, message) => {
    expect(() => writeRule(root, { id, ...options })).toThrow(NewRuleError);
    expect(() => writeRule(root, { id, ...options })).toThrow(message);
  });
});
