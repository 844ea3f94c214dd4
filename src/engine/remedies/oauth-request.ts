import type { AuthFlow } from '../flows/flow.js';
import type { Known } from '../known.js';
import type { Finding, RuleFailure } from '../model.js';
import { pageAddress } from '../normalize/addresses/site.js';
import { RULES } from '../rules/index.js';
import { askedWith, requestOf, wasSeenWhole } from '../rules/oauth/request.js';
import { type RequestDraft, type RequestParameter, valueIn } from '../rules/request-draft.js';
import type { FlowRule, Rule } from '../rules/rule.js';
import { SUBJECTS } from '../rules/subjects.js';
import { mended } from './mended.js';
import type { RequestPart, RequestRemedy } from './remedy.js';
import { notesOf } from './request-notes.js';

/**
 * For every flow of which something was found that another request can mend: that request, once.
 * Rules that throw are told among `failures`.
 */
export function requestRemediesOf(
  known: Known,
  findings: readonly Finding[],
  failures: RuleFailure[] = [],
): RequestRemedy[] {
  return known.flows.flatMap((flow) => {
    const found = findings.filter(
      ({ about, suppressed }) => about.flowId === flow.id && suppressed === undefined,
    );
    const ids = new Set(found.map(({ ruleId }) => ruleId));
    const mending = RULES.filter(changesRequest).filter(({ id }) => ids.has(id));
    return mending.length === 0 ? [] : remedyOf(flow, { known, rules: mending, failures });
  });
}

type RequestRule = FlowRule & Required<Pick<FlowRule, 'request'>>;

function changesRequest(rule: Rule): rule is RequestRule {
  return rule.subject === 'flow' && rule.request !== undefined;
}

function remedyOf(
  flow: AuthFlow,
  { known, rules, failures }: { known: Known; rules: RequestRule[]; failures: RuleFailure[] },
): RequestRemedy[] {
  const before = draftOf(flow);
  if (!before) return [];
  const change = (rule: RequestRule, draft: RequestDraft) => rule.request(draft, flow, known);
  const better = mended(before, { rules, change, about: SUBJECTS.flow.about(flow) }, failures);
  if (better === before || better.length === 0) return [];
  const step = requestOf(flow);
  const ids = new Set(rules.map(({ id }) => id));
  return [
    {
      kind: 'authorization-request',
      flowId: flow.id,
      ...(step && { address: pageAddress(step.exchange.url) }),
      sent: step ? before.map((one) => part(one, changeOf(one, better, 'removed'))) : [],
      better: better.map((one) => part(one, changeOf(one, before, 'added'))),
      notes: notesOf(before, better, ids),
    },
  ];
}

/**
 * The request as it was sent; of a grant that had none, what another one would need. Undefined
 * where its parameters were not all in the address.
 */
function draftOf(flow: AuthFlow): RequestDraft | undefined {
  const { grant, clientId, scope } = flow;
  if (grant === 'password')
    return [...parameter('client_id', clientId), ...parameter('scope', scope)];
  const asked = askedWith(flow);
  if (asked.length === 0 || flow.pushed || !wasSeenWhole(flow)) return undefined;
  return asked.map(([name, value]) => ({ name, value }));
}

function parameter(name: string, value: string | undefined): RequestParameter[] {
  return value ? [{ name, value }] : [];
}

/** What becomes of a parameter in the other request; `alone` where that has none of the name. */
function changeOf(
  { name, value }: RequestParameter,
  other: RequestDraft,
  alone: 'added' | 'removed',
): RequestPart['change'] {
  if (other.some((one) => one.name === name && one.value === value)) return 'same';
  return valueIn(other, name) === undefined ? alone : 'changed';
}

function part({ name, value, made }: RequestParameter, change: RequestPart['change']): RequestPart {
  return { name, value, change, ...(made && { made }) };
}
