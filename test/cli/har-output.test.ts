import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { credtrail, HAR, ownFolder, reporting, sid } from './command.js';

const { folder, file } = ownFolder('har-output');

describe('credtrail har', () => {
  const har = file('visit.har', HAR);
  const report = reporting(har);

  it('is text by default', async () => {
    const { stdout, status } = await credtrail('har', har);
    expect(status).toBe(0);
    expect(stdout).toContain('https://shop.test: session cookie');
  });

  it('writes where it is told to, as the file is called', async () => {
    const path = join(folder, 'saved.json');
    expect(await credtrail('har', har, '-o', path)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(await report());
    expect(await credtrail('har', har, '-o', join(folder, 'no', 'such'))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/such: cannot be written \(ENOENT\)\n$/),
    });
  });

  it.each([
    ['html', 'saved.html', /^<!doctype html>/],
    ['markdown', 'saved.md', /^# How https:\/\/shop\.test remembers its users/],
    ['sarif', 'saved.sarif', /^\{\s+"\$schema": /],
    ['junit', 'saved.xml', /^<\?xml /],
  ])('writes %s, asked for by name or by that of the file', async (format, name, begin) => {
    const { stdout } = await credtrail('har', har, '--format', format);
    expect(stdout).toMatch(begin);
    expect(stdout).not.toContain(sid);
    const path = join(folder, name);
    expect((await credtrail('har', har, '-o', path)).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(stdout);
  });

  it('is quiet where it is told to be', async () => {
    const { log } = JSON.parse(HAR) as { log: { entries: object[] } };
    const odd = file('odd.har', JSON.stringify({ log: { entries: [...log.entries, {}] } }));
    expect((await credtrail('har', odd)).stderr).toMatch(/odd\.har: 1 entries have no request/);
    expect(await credtrail('har', odd, '--quiet')).toMatchObject({ status: 0, stderr: '' });
  });

  it('speaks Korean where it is told to', async () => {
    expect((await report('--lang', 'ko')).findings[0]!.why).toMatch(/[가-힣]/);
  });
});
