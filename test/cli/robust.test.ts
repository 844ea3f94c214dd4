import { spawn, spawnSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignSentence, InputError, readInput } from '../../cli/input.js';
import { describeFailure } from '../../cli/output.js';
import { reportJson } from '../../src/engine/report/formats/json.js';
import type { Report } from '../../src/engine/report/report.js';
import { FOREIGN_KINDS } from '../../src/files/foreign-file.js';
import { LIMITS } from '../../src/engine/settings.js';
import { Seeded } from '../support/seeded.js';
import { CLI, ownFolder, run } from './command.js';

const { folder, file } = ownFolder('robust');

function harOf(...entries: object[]): string {
  return JSON.stringify({ log: { entries } });
}

const sid = new Seeded('robust').bytes(16).toString('hex');
const entry = (more: object = {}) => ({
  startedDateTime: '2026-01-01T00:00:00Z',
  request: { method: 'GET', url: 'https://shop.test/', headers: [] },
  response: {
    status: 200,
    headers: [{ name: 'Set-Cookie', value: `PHPSESSID=${sid}; Path=/` }],
  },
  ...more,
});
const deep = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

/** A token whose claims are nested so deeply that `JSON.stringify` cannot follow them. */
function deepToken(): string {
  const part = (json: string) => Buffer.from(json).toString('base64url');
  const payload = `{"sub":"1","x":${deep(5_000)}}`;
  return `${part('{"alg":"none"}')}.${part(payload)}.`;
}

describe('the command line', () => {
  it('reads records of any depth under keys of any kind', () => {
    const nested = deep(20_000);
    const records = `[{"key":{"toString":"x"},"value":${nested}},{"keyEncoded":${nested}}]`;
    const databases = `[{"name":"d","stores":[{"name":"s","records":${records}}]}]`;
    const state = `{"origins":[{"origin":"https://shop.test","indexedDB":${databases}}]}`;
    const ran = run('', 'har', file('a.har', harOf(entry())), '--storage', file('s.json', state));
    expect(ran.status).toBe(0);
    expect(ran.stderr.trim().split('\n')).toEqual([
      expect.stringContaining('the saved state has no sessionStorage'),
    ]);
  });

  it('prints a report on a token of any depth', () => {
    const request = {
      method: 'GET',
      url: 'https://shop.test/',
      headers: [{ name: 'Authorization', value: `Bearer ${deepToken()}` }],
    };
    const { status, stdout, stderr } = run(
      '',
      'har',
      file('deep.har', harOf(entry({ request }))),
      '--format',
      'json',
    );
    expect([status, stderr]).toEqual([0, '']);
    expect((JSON.parse(stdout) as Report).credentials.length).toBeGreaterThan(0);
  });

  it('prints the same on a small stack, as that of a worker that has just begun', () => {
    const headers = [
      { name: 'Authorization', value: `Bearer ${deepToken()}` },
      { name: 'Cookie', value: `sess=${deepToken()}; amr=${encodeURIComponent(deep(5_000))}` },
    ];
    const request = { method: 'GET', url: 'https://shop.test/', headers };
    const path = file('deep.har', harOf(entry({ request })));
    const on = (kilobytes: number) => {
      const args = [`--stack-size=${kilobytes}`, CLI, 'har', path, '--format', 'json'];
      return spawnSync(process.execPath, args, { encoding: 'utf8' });
    };
    const { stdout, stderr } = on(150);
    expect(stderr).toBe('');
    expect(stdout).toBe(on(984).stdout);
  });

  it('ends quietly, with the right code, when its reader stops reading', async () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      entry({
        startedDateTime: new Date(Date.UTC(2026, 0, 1, 0, 0, at)).toISOString(),
        response: {
          status: 200,
          headers: [{ name: 'Set-Cookie', value: `sess${at}=${sid}${at}; Path=/` }],
        },
      }),
    );
    const child = spawn(process.execPath, [
      CLI,
      'har',
      file('many.har', harOf(...many)),
      '--format',
      'json',
    ]);
    let stderr = '';
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect([status, stderr]).toEqual([0, '']);
  });

  it('says on standard error, a line each, what was left out', () => {
    const response = {
      status: 200,
      headers: [],
      content: { mimeType: 'text/html', text: 'x'.repeat(LIMITS.body + 1) },
    };
    const path = file('large.har', harOf(entry(), entry({ response }), {}));
    const { status, stdout, stderr } = run('', 'har', path);
    expect(status).toBe(0);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/large\.har: 1 entries have no request/),
      expect.stringMatching(/^credtrail: 1 bodies were read only up to/),
    ]);
    expect(stdout).toContain('Not everything could be seen');
  });
});

const PIECES = [
  '{"log":{"entries":[',
  '{"request":{"url":"x"},"response":{}}',
  ',',
  ']',
  '}',
  '\n',
  '<',
];

/** How a file is refused; any other failure is thrown. */
function saidOf(path: string): string {
  try {
    readInput(path);
    return 'read';
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

describe('a file that is too large', () => {
  it.each([
    ['as it is', (content: string) => content, 'has'],
    ['when it is unpacked', (content: string) => gzipSync(content), 'unpacks to'],
  ])('is told %s', (name, pack, does) => {
    const path = file(`${name}.json`, pack(`[${' '.repeat(2_000)}]`));
    expect(readInput(path, 5_000).value).toEqual([]);
    expect(() => readInput(path, 1_000)).toThrow(InputError);
    expect(() => readInput(path, 1_000)).toThrow(`it ${does} more than the 1000 bytes`);
  });

  it('may be anything: it is read, or refused in one line with its name', () => {
    const parts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.uint8Array({ maxLength: 40 }), (pieces, bytes) => {
        const path = file('any', Buffer.concat([Buffer.from(pieces.join('')), bytes]));
        expect(saidOf(path)).toMatch(/^(?:read|.*any: \S[^\n]{4,})$/);
      }),
    );
  });

  it.each(FOREIGN_KINDS)('is told what it is: %s', (kind) => {
    expect(foreignSentence(kind)).toMatch(/^this is \S.{3,}/);
  });

  it('is no folder', () => {
    expect(() => readInput(folder)).toThrow('is a folder, not a file');
  });
});

describe('a failure that nobody foresaw', () => {
  it('is told in one line by kind and place, never by what its message quotes', () => {
    const told = describeFailure(new TypeError('cannot read hunter2\nof undefined'));
    expect(told).toMatch(/^this should not happen: TypeError in .*robust\.test\.ts:\d+:\d+/);
    expect(told).not.toContain('hunter2');
    expect(told).not.toContain('\n');
    expect(describeFailure('hunter2')).toBe('this should not happen: string; please report it');
    const coded = Object.assign(new Error('x'), { code: 'EIO' });
    expect(describeFailure(coded)).toContain('Error EIO in');
  });

  it('is not that a report is deeper than it can be printed', () => {
    const report = JSON.parse(`{"credentials":[{"jwt":${deep(20_000)}}]}`) as Report;
    expect(JSON.parse(reportJson(report))).toHaveProperty('credentials');
  });
});
