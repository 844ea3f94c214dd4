import { tellsFailure } from '../words/failure-words.js';
import { isError, isSomething } from './outcome-values.js';
import { LONGEST_SENTENCE, MAX_MEMBERS, SAID } from './outcome-words.js';

// Answers that tell of calls, or of what changes in a page, one by one: batches of JSON-RPC and
// GraphQL, actions of Aura, the state of a page that its server keeps (Vaadin Flow).

const CALLS = /^(?:actions|calls|responses|results|batch)$/i;
const RETURNED = /^(?:return_?(?:value|ed)?|result|output)$/i;
const CHANGES = /^(?:changes|changed|updates)$/i;

/** True for the one answer of a batch (JSON-RPC 2.0 §6) that says that it did not work. */
export function batchSaysNo(answers: readonly unknown[]): boolean {
  const [only, ...others] = answers;
  if (others.length > 0) return false;
  return membersOf(only).some(
    (member) => (isError(member[0]) && isSomething(member[1])) || callSaysNo(member),
  );
}

/** True for the member of an answer that holds the one call that failed, or an error to show. */
export function callSaysNo([name, value]: readonly [name: string, value: unknown]): boolean {
  if (!Array.isArray(value)) return false;
  if (CALLS.test(name)) return value.length === 1 && membersOf(value[0]).some(returnsFailure);
  return CHANGES.test(name) && value.slice(0, MAX_MEMBERS).some(showsError);
}

/** What it returned is a sentence that says so, whether the call itself worked or not. */
function returnsFailure([name, value]: readonly [name: string, value: unknown]): boolean {
  if (!RETURNED.test(name) && !SAID.test(name)) return isError(name) && isSomething(value);
  return typeof value === 'string' && value.length <= LONGEST_SENTENCE && tellsFailure(value);
}

/** A property of a page, of which key and value stand apart. */
function showsError(change: unknown): boolean {
  const { key, name = key, value } = Object.fromEntries(membersOf(change));
  return typeof name === 'string' && isError(name) && isSomething(value);
}

function membersOf(one: unknown): [string, unknown][] {
  return typeof one === 'object' && one !== null ? Object.entries(one).slice(0, MAX_MEMBERS) : [];
}
