import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { credtrail, HAR, ownFolder, STATE } from './command.js';

const { folder, file } = ownFolder('har-refused');

describe('credtrail har', () => {
  const har = file('visit.har', HAR);

  it('says in one line what is wrong with its input, quotes nothing of it, and exits with 2', async () => {
    const secret = 'hunter2-in-a-broken-file';
    const bad: [string[], RegExp][] = [
      [['har', join(folder, 'none.har')], /none\.har: no such file$/],
      [['har', file('text.har', `{"log": ${secret}`)], /text\.har: not JSON/],
      [['har', file('empty.har', '')], /empty\.har: it is empty$/],
      [['har', file('other.har', '{}')], /other\.har: it has no log\.entries list$/],
      [['har', file('cut.gz', gzipSync(HAR).subarray(0, 11))], /cut\.gz: damaged gzip data: /],
      [
        ['har', file('cut.har', HAR.slice(0, 40))],
        /cut\.har: cut off before its first whole entry/,
      ],
      [['har', file('page.har', `<html>${secret}`)], /page\.har: this is a web page in HTML/],
      [
        ['har', file('a.saz', Buffer.from(zipSync({ 'raw/1_c.txt': strToU8(secret) })))],
        /a\.saz: .*Fiddler/,
      ],
      [['har', file('state.har', STATE)], /state\.har: .*give it with --storage/],
      [['har', file('r.har', '{"tool":{"name":"credtrail"}}')], /r\.har: this is a report that/],
      [['har', ''], /credtrail: "": no such file$/],
      [['har', har, '--storage', har], /visit\.har: this holds requests.*without --storage$/],
      [['har', har, '--storage', file('l.json', '{"lighthouseVersion":1}')], /Lighthouse report/],
      [['har', har, '--storage', file('list.json', '[]')], /list\.json: it has neither/],
      [['har', har, '--settings', file('cut.json', `{"a": ${secret}`)], /cut\.json: not JSON/],
      [
        ['har', har, '--settings', file('odd.json', `{"disabledRules": ["a", {"${secret}": 1}]}`)],
        /odd\.json: no settings as the panel exports them: disabledRules\[1\] is not right$/,
      ],
      [
        ['har', har, '--format', 'pdf'],
        /--format <NAME>' argument 'pdf' is invalid\. Allowed .*json/,
      ],
      [['har', har, '--fail-on', 'bad'], /--fail-on .*Allowed choices are critical/],
      [['har', har, '--now', 'noon'], /--now .*It takes an ISO 8601 date/],
      [['har'], /missing required argument 'FILE'$/],
      [['burp', har], /unknown command 'burp'/],
      [['har', har, '--wrong'], /wrong/],
    ];
    for (const [args, message] of bad) {
      const { status, stderr, stdout } = await credtrail(...args);
      expect([args, status, stdout]).toEqual([args, 2, '']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr.trimEnd()).toMatch(message);
      expect(stderr).not.toContain(secret);
    }
  });
});
