import { afterEach, describe, expect, it } from 'vitest';
import { Known } from '../../../src/engine/known.js';
import type { Credential } from '../../../src/engine/model.js';
import { reportSteps } from '../../../src/engine/pipeline/report-of.js';
import { reportText } from '../../../src/engine/report/formats/text.js';
import type { Report } from '../../../src/engine/report/report.js';
import { RULES } from '../../../src/engine/rules/index.js';
import { judge } from '../../../src/engine/rules/judge.js';
import type { Check, Rule, RuleOf, SubjectKind } from '../../../src/engine/rules/rule.js';
import { SUBJECTS } from '../../../src/engine/rules/subjects.js';
import { finished } from '../../../src/engine/steps.js';
import { HOURS, T0 } from '../../support/credential.js';
import { SHOP } from '../../support/flow.js';
import { VISIT } from '../../support/much-wrong.js';
import { schemaErrors } from '../../support/report-schema.js';
import { THOROUGH } from '../../support/thorough.js';
import { options } from '../../support/told-analysis.js';

const all = RULES as Rule[];
const untouched = [...RULES];
const catalogue = untouched.map((rule) => [rule.id, rule] as const);
const isFirst = (rule: Rule, at: number) =>
  untouched.findIndex(({ subject }) => subject === rule.subject) === at;
const few = catalogue.filter(([, rule], at) => isFirst(rule, at));
const rest = catalogue.filter(([, rule], at) => !isFirst(rule, at));
const reported = () => finished(reportSteps(VISIT, options));
const whole = reported();
const evidence = [{ text: { key: 'evidence_x', english: 'It is so.', values: {} } }];

afterEach(() => void all.splice(0, all.length, ...untouched));

/** The report with another rule in the place of one. */
function reportWith(rule: Rule, changed: object): Report {
  const other = Object.defineProperties({ ...rule }, Object.getOwnPropertyDescriptors(changed));
  all[untouched.indexOf(rule)] = other as Rule;
  return reported();
}

function fail(...over: unknown[]): never {
  throw new RangeError(`stumbled over ${over.length}`);
}

/** What a report says beside its failures. */
function said(report: Report): Report {
  return { ...report, ruleFailures: [] };
}

/** Which rules failed, how, and whether the report's text says so. */
function failed(report: Report): { ids: string[]; message: string | undefined; told: boolean } {
  const ids = [...new Set(report.ruleFailures.map(({ ruleId }) => ruleId))];
  const [first] = report.ruleFailures;
  const told = reportText(report).includes(`  ${first?.ruleId}: ${first?.message}\n`);
  return { ids, message: first?.message, told };
}

function byItself({ id }: Rule): ReturnType<typeof failed> {
  return { ids: [id], message: 'The rule threw RangeError.', told: true };
}

/** As if the rule had been asked, and nobody knew the answer. */
function unanswered(rule: Rule): Report {
  return reportWith(rule, { applies: undefined, check: () => 'unknown' });
}

describe('a rule that throws', () => {
  it('is asked in a visit in which every kind of rule finds something', () => {
    const found = new Set(whole.findings.map(({ ruleId }) => ruleId));
    const kinds = untouched.flatMap(({ id, subject }) => (found.has(id) ? [subject] : []));
    expect(new Set(kinds)).toEqual(new Set(Object.keys(SUBJECTS)));
    expect(found.size).toBeGreaterThan(12);
    expect(whole.ruleFailures).toEqual([]);
  });

  // What has not answered is unknown: nothing else in the whole report may differ.
  it.each(catalogue)('in its check is the only one that is missing: %s', (_, rule) => {
    const expected = unanswered(rule);
    for (const check of [() => fail(), (one: unknown, known: unknown) => fail(one, known)]) {
      const report = reportWith(rule, { applies: undefined, check });
      expect(failed(report)).toEqual(byItself(rule));
      expect(said(report)).toEqual(said(expected));
      expect(schemaErrors(report)).toEqual([]);
    }
    const others = whole.findings.filter(({ ruleId }) => ruleId !== rule.id);
    expect(expected.findings).toEqual(expect.arrayContaining(others));
    expect(expected.sites.find(({ site }) => site === SHOP)?.grade).toBeTypeOf('string');
  });

  const changing = untouched.filter((rule) => rule.line ?? rule.request);
  it.each(changing.map((rule) => [rule.id, rule] as const))(
    'in the line or the request that it would change leaves the rest of them: %s',
    (_, rule) => {
      const found = { applies: undefined, yieldsTo: undefined, check: () => evidence };
      const member = rule.line ? 'line' : 'request';
      const expected = reportWith(rule, { ...found, [member]: (draft: unknown) => draft });
      const report = reportWith(rule, { ...found, [member]: fail });
      expect(failed(report)).toEqual(byItself(rule));
      expect(said(report)).toEqual(said(expected));
    },
  );

  it.each([
    ['text', 'up'],
    ['nothing', undefined],
    ['an object of no kind', Object.create(null)],
  ])('something that is no error is told as that: %s', (_, thrown) => {
    const [rule] = untouched;
    const report = reportWith(rule!, {
      applies: undefined,
      check: () => {
        throw thrown;
      },
    });
    expect(report.ruleFailures[0]?.message).toBe('The rule threw something that is no error.');
  });
});

describe.each([
  ['one for each kind of thing', few, {}],
  ['each of the others', rest, THOROUGH],
])('a rule that throws, %s,', (_kind, rules, how) => {
  it.each(rules)('in what it applies to: %s', how, (_, rule) => {
    const applies = Object.defineProperty({}, 'applies', { get: () => fail(), enumerable: true });
    const report = reportWith(rule, applies);
    expect(failed(report)).toEqual(byItself(rule));
    expect(said(report)).toEqual(said(unanswered(rule)));
  });

  it.each(rules)('in its severity: %s', how, (_, rule) => {
    const found = { applies: undefined, check: () => evidence };
    const report = reportWith(rule, { ...found, severity: fail });
    expect(failed(report)).toEqual(byItself(rule));
    expect(said(report)).toEqual(said(unanswered(rule)));
  });

  it.each(rules)('at one thing, after it looked at it: %s', how, (_, rule) => {
    const { check } = rule as RuleOf<SubjectKind>;
    const withFirst = (answer: () => Check) => {
      let first: unknown;
      const asked: typeof check = (subject, known) => {
        const came = check(subject, known);
        return subject === (first ??= subject) ? answer() : came;
      };
      return reportWith(rule, { applies: undefined, check: asked });
    };
    const report = withFirst(() => fail());
    const unknown = withFirst(() => 'unknown');
    expect(failed(report)).toEqual(byItself(rule));
    expect(report.ruleFailures).toHaveLength(1);
    expect(said(report)).toEqual(said(unknown));
  });
});

describe('a value at which rules throw', () => {
  const members = [...new Set(VISIT.credentials.flatMap(Object.keys))] as (keyof Credential)[];
  const judged = (credentials: readonly Credential[]) =>
    judge(new Known({ ...VISIT, credentials, now: T0 + HOURS }));

  /** The first credential, of which one member cannot be read until it is mended. */
  function broken(member: keyof Credential) {
    let isBroken = true;
    const [first, ...others] = VISIT.credentials;
    const value = first![member];
    const get = () => (isBroken ? fail() : value);
    const one = Object.defineProperty({ ...first! }, member, { get, enumerable: true });
    return { credentials: [one, ...others], mend: () => void (isBroken = false) };
  }

  // The judge itself has to know where things belong.
  const JUDGES_OWN = new Set([
    'id',
    'site',
    'kind',
    'sightings',
    'role',
    'signs',
    'carrier',
    'name',
    'behaviour',
  ]);
  it.each(members.filter((one) => !JUDGES_OWN.has(one)))(
    'keeps nothing of it in what rules share: %s',
    (member) => {
      const clean = judged(VISIT.credentials);
      const { credentials, mend } = broken(member);
      const { findings, failures } = judged(credentials);
      const failing = new Set(failures.map(({ ruleId }) => ruleId));
      const touched = (id: string) =>
        failing.has(id) ||
        untouched.some((rule) => rule.id === id && rule.yieldsTo?.some((one) => failing.has(one)));
      const ofOthers = (some: typeof findings) => some.filter(({ ruleId }) => !touched(ruleId));
      expect(ofOthers(findings)).toEqual(ofOthers(clean.findings));
      mend();
      expect(judged(credentials)).toEqual(clean);
    },
  );
});
