import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json' with { type: 'json' };
import type { Report } from '../../src/engine/report/report.js';
import { schemaErrors } from '../support/report-schema.js';
import { jwsOf, jwtOf, Seeded } from '../support/tokens.js';

const folder = mkdtempSync(join(tmpdir(), 'credtrail-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The built command line, as a user runs it. */
function run(input: string | Buffer, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli/credtrail.js', ...args],
    { encoding: 'utf8', input },
  );
  return { status, stdout, stderr };
}

const credtrail = (...args: string[]) => run('', ...args);

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const sid = new Seeded('cli').bytes(16).toString('hex');
const token = jwtOf({ scope: 'read' });
const HAR = JSON.stringify({
  log: {
    entries: [
      {
        startedDateTime: '2026-01-01T00:00:00Z',
        time: 5,
        request: { method: 'GET', url: 'https://shop.test/', headers: [] },
        response: {
          status: 200,
          headers: [{ name: 'Set-Cookie', value: `PHPSESSID=${sid}; Path=/` }],
          content: { mimeType: 'text/html' },
        },
      },
    ],
  },
});
const STATE = JSON.stringify({
  cookies: [],
  origins: [
    { origin: 'https://shop.test', localStorage: [{ name: 'access_token', value: token }] },
  ],
});

describe('credtrail har', () => {
  const har = file('visit.har', HAR);
  const report = (...args: string[]): Report =>
    JSON.parse(credtrail('har', har, '--format', 'json', ...args).stdout) as Report;

  it('finds out a token that a famous secret signs, and the same each time', () => {
    const famous = jwsOf('{"alg":"HS256"}', '{"sub":"ada"}', 'your-256-bit-secret');
    const state = file('famous.json', STATE.replace(token, famous));
    const told = report('--storage', state);
    const weak = told.findings.filter(({ ruleId }) => ruleId === 'jwt-weak-secret');
    expect(weak.map(({ severity }) => severity)).toEqual(['critical']);
    expect(JSON.stringify(told)).not.toContain('your-256-bit-secret');
    expect(report('--storage', state)).toEqual(told);
  });

  it('gives the report of the schema, with the storage, without a raw secret', () => {
    const given = report('--storage', file('state.json', STATE));
    expect(schemaErrors(given)).toEqual([]);
    expect(given.credentials.map(({ name, role }) => [name, role])).toEqual([
      ['PHPSESSID', 'session'],
      ['access_token', 'access-token'],
    ]);
    expect(JSON.stringify(given)).not.toContain(sid);
    expect(JSON.stringify(given)).not.toContain(token);
  });

  it('writes out a token that nests deeper than any reader goes, and never a password', () => {
    const part = (json: string) => Buffer.from(json).toString('base64url');
    const nested = `${'{"a":'.repeat(2_500)}1${'}'.repeat(2_500)}`;
    const entry = {
      startedDateTime: '2026-01-01T00:00:00.000Z',
      request: {
        method: 'GET',
        url: 'https://ada:correct-horse@shop.test/?pwd=correct-horse',
        headers: [
          {
            name: 'Authorization',
            value: `Bearer ${part('{"alg":"HS256"}')}.${part(nested)}.c2ln`,
          },
        ],
      },
      response: { status: 200, headers: [] },
    };
    const deep = file('deep.har', JSON.stringify({ log: { entries: [entry] } }));
    for (const args of [[], ['--reveal']]) {
      const { status, stdout } = credtrail('har', deep, '--format', 'json', ...args);
      expect([status, JSON.stringify(JSON.parse(stdout)).includes('…')]).toEqual([0, true]);
      expect(stdout).not.toContain('correct-horse');
    }
  });

  it('leaves raw secrets in it where asked to', () => {
    expect(report('--reveal').credentials[0]!.value).toBe(sid);
  });

  it('reads gzip and a byte order mark, and gives the same bytes each time', () => {
    const first = credtrail('har', har, '--format', 'json').stdout;
    expect(credtrail('har', file('visit.har.gz', gzipSync(HAR)), '--format', 'json').stdout).toBe(
      first,
    );
    expect(credtrail('har', file('bom.har', `\uFEFF${HAR}`), '--format', 'json').stdout).toBe(
      first,
    );
  });

  it('reads standard input, packed or not, as the same', () => {
    const { stdout } = credtrail('har', har, '--format', 'json');
    for (const input of [HAR, gzipSync(HAR), Buffer.from(zipSync({ 'a.har': strToU8(HAR) }))])
      expect(run(input, 'har', '-', '--format', 'json')).toEqual({ status: 0, stdout, stderr: '' });
  });

  it('reads several files as one session, however each is written', () => {
    const { log } = JSON.parse(HAR) as { log: { entries: object[] } };
    const [entry] = log.entries;
    const lines = file('lines.jsonl', `${JSON.stringify(entry)}\n${JSON.stringify(entry)}\n`);
    const wide = file('wide.har', Buffer.from(`\uFEFF${HAR}`, 'utf16le'));
    expect(report(lines, wide).source.requests).toBe(4);
  });

  it('reads what was cut up to its last whole entry, and says so in both places', () => {
    const { log } = JSON.parse(HAR) as { log: { entries: object[] } };
    const two = JSON.stringify({ log: { entries: [...log.entries, ...log.entries] } });
    const cut = file('half.har', two.slice(0, -30));
    const { status, stdout, stderr } = credtrail('har', cut, '--format', 'json');
    expect([status, stderr]).toEqual([0, expect.stringMatching(/half\.har: the file is cut off/)]);
    const { source, diagnoses } = JSON.parse(stdout) as Report;
    expect(source.requests).toBe(1);
    expect(diagnoses[0]).toMatchObject({ code: 'truncated', detail: { count: 1 } });
  });

  it.each([
    ['cookies.txt', `#HttpOnly_shop.test\tFALSE\t/\tTRUE\t0\tPHPSESSID\t${sid}\n`],
    [
      'cookies.json',
      JSON.stringify([
        {
          domain: 'shop.test',
          hostOnly: true,
          httpOnly: true,
          name: 'PHPSESSID',
          path: '/',
          sameSite: 'unspecified',
          secure: true,
          session: true,
          storeId: '0',
          value: sid,
        },
      ]),
    ],
  ])('takes %s as the storage', (name, content) => {
    const { attributes } = report('--storage', file(name, content)).credentials[0]!;
    expect(attributes).toMatchObject({ httpOnly: true, secure: true, persistent: false });
  });

  it('is text by default', () => {
    const { stdout, status } = credtrail('har', har);
    expect(status).toBe(0);
    expect(stdout).toContain('https://shop.test: session cookie');
  });

  it('fails on findings at or above a severity', () => {
    expect(credtrail('har', har, '--fail-on', 'high').status).toBe(1);
    expect(credtrail('har', har, '--fail-on', 'critical').status).toBe(0);
  });

  it('judges by the settings of a file, and does not fail on what was accepted', () => {
    const accepting = (...ruleIds: string[]) => {
      const suppressions = ruleIds.map((ruleId) => ({
        ruleId,
        site: 'https://shop.test',
        reason: 'a lesson',
      }));
      const settings = { disabledRules: ['cookie-missing-samesite'], suppressions, thresholds: {} };
      return ['--settings', file('settings.json', JSON.stringify(settings))];
    };
    const high = report()
      .findings.filter(({ severity }) => severity === 'high')
      .map(({ ruleId }) => ruleId);
    expect(high.length).toBeGreaterThan(0);
    const given = report(...accepting(...high));
    expect(given.rulesOff.map(({ id }) => id)).toEqual(['cookie-missing-samesite']);
    expect(given.findings.filter(({ suppressed }) => suppressed === 'a lesson')).toHaveLength(
      high.length,
    );
    expect(credtrail('har', har, '--fail-on', 'high', ...accepting(...high)).status).toBe(0);
    expect(credtrail('har', har, '--fail-on', 'high', ...accepting()).status).toBe(1);
  });

  it('judges as of another moment', () => {
    const expiring = file(
      'expiring.har',
      HAR.replace(`PHPSESSID=${sid}; Path=/`, `PHPSESSID=${sid}; Path=/; Max-Age=60`),
    );
    const events = (now: string) =>
      (
        JSON.parse(credtrail('har', expiring, '--format', 'json', '--now', now).stdout) as Report
      ).events.map(({ type }) => type);
    expect(events('2026-01-01T00:00:30Z')).not.toContain('expired');
    expect(events('2026-01-01T00:02:00Z')).toContain('expired');
  });

  it('says in one line what is wrong with its input, quotes nothing of it, and exits with 2', () => {
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
      [['har', '-'], /standard input: it is empty$/],
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
      const { status, stderr, stdout } = credtrail(...args);
      expect([args, status, stdout]).toEqual([args, 2, '']);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr.trimEnd()).toMatch(message);
      expect(stderr).not.toContain(secret);
    }
  });

  it('explains itself, and says which version it is', () => {
    for (const args of [['--help'], [], ['help']])
      expect(credtrail(...args)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('har [options] <FILE...>'),
      });
    expect(credtrail('har', '--help').stdout).toContain('--fail-on <SEVERITY>');
    expect(credtrail('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('writes where it is told to, as the file is called', () => {
    const path = join(folder, 'saved.json');
    expect(credtrail('har', har, '-o', path)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(report());
    expect(credtrail('har', har, '-o', join(folder, 'no', 'such'))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/such: cannot be written \(ENOENT\)\n$/),
    });
  });

  it('fails only on what a baseline does not have', () => {
    const whole = credtrail('har', har, '--format', 'json').stdout;
    const { findings, ...rest } = JSON.parse(whole) as Report;
    const before = file('before.json', whole);
    const less = file('less.json', JSON.stringify({ ...rest, findings: findings.slice(1) }));
    const failing = (...args: string[]) => credtrail('har', har, ...args).status;
    expect(failing('--baseline', before)).toBe(0);
    expect(failing('--fail-on', 'info', '--baseline', before)).toBe(0);
    expect(failing('--baseline', less)).toBe(1);
    expect(failing('--fail-on', 'critical', '--baseline', less)).toBe(0);
    expect(credtrail('har', har, '--baseline', har)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('visit.har: no report of Credtrail'),
    });
  });

  it.each([
    ['html', 'saved.html', /^<!doctype html>/],
    ['markdown', 'saved.md', /^# How https:\/\/shop\.test remembers its users/],
    ['sarif', 'saved.sarif', /^\{\s+"\$schema": /],
    ['junit', 'saved.xml', /^<\?xml /],
  ])('writes %s, asked for by name or by that of the file', (format, name, begin) => {
    const { stdout } = credtrail('har', har, '--format', format);
    expect(stdout).toMatch(begin);
    expect(stdout).not.toContain(sid);
    const path = join(folder, name);
    expect(credtrail('har', har, '-o', path).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(stdout);
  });

  it('is quiet where it is told to be', () => {
    const { log } = JSON.parse(HAR) as { log: { entries: object[] } };
    const odd = file('odd.har', JSON.stringify({ log: { entries: [...log.entries, {}] } }));
    expect(credtrail('har', odd).stderr).toMatch(/odd\.har: 1 entries have no request/);
    expect(credtrail('har', odd, '--quiet')).toMatchObject({ status: 0, stderr: '' });
  });

  it('speaks Korean where it is told to', () => {
    expect(report('--lang', 'ko').findings[0]!.why).toMatch(/[가-힣]/);
  });
});

describe('a configuration', () => {
  const har = file('configured.har', HAR);
  const ran = (config: unknown, ...args: string[]) =>
    credtrail('har', har, '--config', file('config.json', JSON.stringify(config)), ...args);

  it('has the names of the options, and the command line has the last word', () => {
    const config = { format: 'json', 'fail-on': 'high', quiet: true };
    expect(ran(config)).toMatchObject({ status: 1, stdout: expect.stringMatching(/^\{/) });
    expect(ran(config, '--fail-on', 'critical', '--format', 'text')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^https:/),
    });
  });

  it('names files beside itself', () => {
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    writeFileSync(join(inner, 'state.json'), STATE);
    const config = file('inner/c.json', JSON.stringify({ storage: 'state.json', format: 'json' }));
    const { stdout } = credtrail('har', har, '--config', config);
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
  ])('is refused in one line where it is wrong: %j', (config, message) => {
    const { status, stdout, stderr } = ran(config);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('hunter2');
  });
});
