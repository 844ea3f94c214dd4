import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findingsOf, matchers, type NoFindingsOptions } from '../../src/library/expect.js';
import { analyze, redact, type Traffic, UnreadableError } from '../../src/library/index.js';
import { HAR_SESSION, loginHar } from '../support/har-file.js';
import { jwsOf, jwtOf } from '../support/jose.js';
import { schemaErrors } from '../support/report-schema.js';

expect.extend(matchers);
declare module 'vitest' {
  // oxlint-disable-next-line no-unused-vars -- as Vitest declares it
  interface Matchers<T> {
    toHaveNoFindings(options?: NoFindingsOptions): void;
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);
const storage = (value: string) => ({
  cookies: [],
  origins: [{ origin: 'https://shop.test', localStorage: [{ name: 'access_token', value }] }],
});

describe('analyze', () => {
  it.each<[string, Traffic]>([
    ['parsed', JSON.parse(loginHar()) as object],
    ['as text', loginHar()],
    ['as bytes', bytes(loginHar())],
    ['packed', gzipSync(loginHar())],
  ])('reads a file %s, and tells no secret', async (_, traffic) => {
    const report = await analyze(traffic);
    expect(schemaErrors(report)).toEqual([]);
    expect(report.credentials.map(({ name, role }) => [name, role])).toEqual([['sid', 'session']]);
    expect(JSON.stringify(report)).not.toContain(HAR_SESSION);
    expect(report).toEqual(await analyze(loginHar()));
  });

  it('reads several files as one session', async () => {
    expect((await analyze([loginHar(), loginHar()])).source.requests).toBe(6);
  });

  it('reads a saved state beside it, and tries the secrets that everybody knows', async () => {
    const famous = jwsOf('{"alg":"HS256"}', '{"sub":"ada"}', 'your-256-bit-secret');
    const report = await analyze(loginHar(), { storage: storage(famous) });
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('jwt-weak-secret');
    expect(JSON.stringify(report)).not.toContain(famous);
  });

  it('leaves secrets in it where it is asked to, and judges as of the moment that it is given', async () => {
    const now = new Date('2026-02-01T00:00:00Z');
    const report = await analyze(loginHar(), { storage: storage(jwtOf({})), reveal: true, now });
    expect(report.credentials[0]!.value).toBe(HAR_SESSION);
  });

  it.each<[string, Traffic, string, string | undefined]>([
    ['nothing', '', 'empty', undefined],
    ['no JSON', 'visit.har', 'json', undefined],
    ['other JSON', '{"a":1}', 'har', undefined],
    ['a saved state', JSON.stringify(storage('x')), 'foreign', 'storage-state'],
    ['Burp’s XML', '<?xml version="1.0"?><items burpVersion="1">', 'foreign', 'burp'],
  ])('says what is wrong with %s', async (_, traffic, reason, kind) => {
    const thrown = await analyze(traffic).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(UnreadableError);
    expect(thrown).toMatchObject({ reason, kind });
  });

  it('refuses traffic as storage, and settings that are none', async () => {
    await expect(analyze(loginHar(), { storage: loginHar() })).rejects.toThrow(UnreadableError);
    const settings = { disabledRules: 1 } as never;
    await expect(analyze(loginHar(), { settings })).rejects.toThrow(TypeError);
  });
});

describe('redact', () => {
  it('gives the traffic without what it had', () => {
    const { har, replaced } = redact(loginHar());
    expect(JSON.stringify(har)).not.toContain(HAR_SESSION);
    expect(replaced.map(({ name }) => name)).toEqual(['sid', 'user', 'password']);
  });

  it('refuses what is none', () => {
    expect(() => redact('{}')).toThrow(UnreadableError);
  });
});

describe('toHaveNoFindings', () => {
  it('passes where there are none, and says otherwise which there are', async () => {
    const report = await analyze(loginHar());
    expect({ ...report, findings: [] }).toHaveNoFindings();
    expect(report).not.toHaveNoFindings();
    expect(() => expect(report).toHaveNoFindings()).toThrow(
      /expected no findings, and there are \d+:\n\n\w+: .+ \(cookie-missing-httponly\)\n {2}why: /s,
    );
    expect(() => expect({ ...report, findings: [] }).not.toHaveNoFindings()).toThrow(/has none/);
  });

  it('looks only for what it is asked for', async () => {
    const report = await analyze(loginHar());
    const of = (options: NoFindingsOptions) => findingsOf(report, options).map((one) => one.ruleId);
    const all = of({ atOrAbove: 'info' });
    expect(of({ rules: [all[0]!] })).toEqual([all[0]]);
    expect(of({ atOrAbove: 'info', except: all })).toEqual([]);
    expect(of({ except: report.findings.map(({ key }) => key) })).toEqual([]);
    expect(of({ site: 'https://other.test' })).toEqual([]);
    expect(of({ atOrAbove: 'critical' }).length).toBeLessThan(all.length);
    const accepted = report.findings.map((one) => ({ ...one, suppressed: 'known' }));
    expect({ ...report, findings: accepted }).toHaveNoFindings({ atOrAbove: 'info' });
  });
});
