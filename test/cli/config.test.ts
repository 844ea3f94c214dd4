import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report/report.js';
import { credtrail, HAR, ownFolder, STATE } from './command.js';

const { folder, file } = ownFolder('config');

describe('a configuration', () => {
  const har = file('configured.har', HAR);
  const ran = (config: unknown, ...args: string[]) =>
    credtrail('har', har, '--config', file('config.json', JSON.stringify(config)), ...args);

  it('has the names of the options, and the command line has the last word', async () => {
    const config = { format: 'json', 'fail-on': 'high', quiet: true };
    expect(await ran(config)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^\{/) });
    expect(await ran(config, '--fail-on', 'critical', '--format', 'text')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^https:/),
    });
  });

  it('names files beside itself', async () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    writeFileSync(join(inner, 'state.json'), STATE);
    const config = file('inner/c.json', JSON.stringify({ storage: 'state.json', format: 'json' }));
    const { stdout } = await credtrail('har', har, '--config', config);
    expect((JSON.parse(stdout) as Report).credentials).toHaveLength(2);
  });

  it.each([
    [[], /config\.json: a configuration is a JSON object/],
    [{ formats: 'json' }, /no option is called "formats"; there are storage, now, format,/],
    [{ '<b>hunter2': 1 }, /config\.json: not a name of an option; there are/],
    [{ config: 'x.json' }, /no option is called "config"/],
    [{ format: 'pdf' }, /"format": Allowed choices are text/],
    [{ quiet: 'yes' }, /"quiet": it is true or false/],
    [{ storage: true }, /"storage": it is a text/],
    [{ now: 'noon' }, /"now": It takes an ISO 8601 date/],
  ])('is refused in one line where it is wrong: %j', async (config, message) => {
    const { status, stdout, stderr } = await ran(config);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('hunter2');
  });
});
