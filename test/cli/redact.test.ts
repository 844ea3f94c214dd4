import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { HAR_SESSION, loginHar } from '../support/har-file.js';
import { credtrail, ownFolder } from './command.js';

const { folder, file } = ownFolder('redact');

const redact = (...args: string[]) => credtrail('redact', ...args);

describe('credtrail redact', () => {
  const har = file('visit.har', loginHar());
  const out = join(folder, 'out.har');

  it('writes the same traffic without the session, and tells what was replaced', async () => {
    const { status, stdout } = await redact(har, '-o', out);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^3 values replaced\n/)]);
    expect(stdout).toMatch(/ {2}credential {2}sid: \w{4}…\(32\)\n/);
    const written = readFileSync(out, 'utf8');
    expect(written + stdout).not.toContain(HAR_SESSION);
    expect(Object.keys(JSON.parse(written) as object)).toEqual(['log']);
  });

  it('tells it as JSON', async () => {
    const { stdout } = await redact(har, '-o', out, '--json');
    const { replaced } = JSON.parse(stdout) as { replaced: { kind: string; name: string }[] };
    expect(replaced).toContainEqual(expect.objectContaining({ kind: 'credential', name: 'sid' }));
  });

  it('writes to standard output without -o, and the same bytes from a packed file', async () => {
    const { stdout, stderr } = await redact(har);
    expect(stderr).toMatch(/^3 values replaced/);
    expect((await redact(file('packed.har.gz', gzipSync(loginHar())))).stdout).toBe(stdout);
  });

  it.each([
    ['no file', [], /argument/],
    ['two files', ['a', 'b'], /argument/],
    ['the file that it reads', [har, '-o', har], /is the file that is read/],
    ['an option of another command', [har, '--reveal'], /unknown option '--reveal'/],
    ['a file that is not there', [join(folder, 'none.har')], /no such file/],
    ['a file that is none', [file('x.json', '{"a":1}')], /no HAR entries|log\.entries/],
    ['a place where nothing can be written', [har, '-o', folder], /cannot be written \(EISDIR\)/],
  ])('refuses %s in one line', async (_, args, sentence) => {
    const { status, stdout, stderr } = await redact(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(har)).toBe(true);
  });
});
