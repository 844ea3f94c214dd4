import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json' with { type: 'json' };
import type { Report } from '../../src/engine/report/report.js';
import { jwsOf } from '../support/jose.js';
import { schemaErrors } from '../support/report-schema.js';
import { credtrail, HAR, ownFolder, reporting, run, sid, STATE, token } from './command.js';

const { file } = ownFolder('har');

describe('credtrail har', () => {
  const har = file('visit.har', HAR);
  const report = reporting(har);

  it('finds out a token that a famous secret signs, and the same each time', async () => {
    const famous = jwsOf('{"alg":"HS256"}', '{"sub":"ada"}', 'your-256-bit-secret');
    const state = file('famous.json', STATE.replace(token, famous));
    const told = await report('--storage', state);
    const weak = told.findings.filter(({ ruleId }) => ruleId === 'jwt-weak-secret');
    expect(weak.map(({ severity }) => severity)).toEqual(['critical']);
    expect(JSON.stringify(told)).not.toContain('your-256-bit-secret');
    expect(await report('--storage', state)).toEqual(told);
  });

  it('gives the report of the schema, with the storage, without a raw secret', async () => {
    const given = await report('--storage', file('state.json', STATE));
    expect(schemaErrors(given)).toEqual([]);
    expect(given.credentials.map(({ name, role }) => [name, role])).toEqual([
      ['PHPSESSID', 'session'],
      ['access_token', 'access-token'],
    ]);
    expect(JSON.stringify(given)).not.toContain(sid);
    expect(JSON.stringify(given)).not.toContain(token);
  });

  it('writes out a token that nests deeper than any reader goes, and never a password', async () => {
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
      const { status, stdout } = await credtrail('har', deep, '--format', 'json', ...args);
      expect([status, JSON.stringify(JSON.parse(stdout)).includes('…')]).toEqual([0, true]);
      expect(stdout).not.toContain('correct-horse');
    }
  });

  it('leaves raw secrets in it where asked to', async () => {
    expect((await report('--reveal')).credentials[0]!.value).toBe(sid);
  });

  it('reads gzip and a byte order mark, and gives the same bytes each time', async () => {
    const first = (await credtrail('har', har, '--format', 'json')).stdout;
    for (const same of [file('visit.har.gz', gzipSync(HAR)), file('bom.har', `\uFEFF${HAR}`)])
      expect((await credtrail('har', same, '--format', 'json')).stdout).toBe(first);
  });

  it('reads standard input, packed or not, as the same', async () => {
    const { stdout } = await credtrail('har', har, '--format', 'json');
    for (const input of [HAR, gzipSync(HAR), Buffer.from(zipSync({ 'a.har': strToU8(HAR) }))])
      expect(run(input, 'har', '-', '--format', 'json')).toEqual({ status: 0, stdout, stderr: '' });
    const stderr = 'credtrail: standard input: it is empty\n';
    expect(run('', 'har', '-')).toEqual({ status: 2, stdout: '', stderr });
  });

  it('reads several files as one session, however each is written', async () => {
    const { log } = JSON.parse(HAR) as { log: { entries: object[] } };
    const [entry] = log.entries;
    const lines = file('lines.jsonl', `${JSON.stringify(entry)}\n${JSON.stringify(entry)}\n`);
    const wide = file('wide.har', Buffer.from(`\uFEFF${HAR}`, 'utf16le'));
    expect((await report(lines, wide)).source.requests).toBe(4);
  });

  it('reads what was cut up to its last whole entry, and says so in both places', async () => {
    const { log } = JSON.parse(HAR) as { log: { entries: object[] } };
    const two = JSON.stringify({ log: { entries: [...log.entries, ...log.entries] } });
    const cut = file('half.har', two.slice(0, -30));
    const { status, stdout, stderr } = await credtrail('har', cut, '--format', 'json');
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
  ])('takes %s as the storage', async (name, content) => {
    const { attributes } = (await report('--storage', file(name, content))).credentials[0]!;
    expect(attributes).toMatchObject({ httpOnly: true, secure: true, persistent: false });
  });

  it('explains itself, and says which version it is', async () => {
    for (const args of [['--help'], [], ['help']])
      expect(await credtrail(...args)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('har [options] <FILE...>'),
      });
    expect((await credtrail('har', '--help')).stdout).toContain('--fail-on <SEVERITY>');
    expect(await credtrail('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});
