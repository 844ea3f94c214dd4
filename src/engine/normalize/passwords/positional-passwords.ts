import { fold, LOG_IN } from '../words/acts.js';
import { actionOfText } from '../bodies/body-action.js';
import type { RawField } from '../bodies/raw-field.js';
import { regex } from '../../regex.js';

// Arguments without names, of a call that says that it logs in: who, and then the password
// (JSON-RPC 1.0 §1.1, XML-RPC, DWR, GWT-RPC).

const LOGS_IN = regex('iu')`
  (?:^|[._:/-])(?:user|do|perform|admin)?[-_]?(?:${LOG_IN})(?:[-_]?(?:user|request|action))?$`;
const ARGUMENT = /^\/params\/(\d+)$/;
/** A call with more is of another kind. */
const MOST = 4;

/** The fields of a call that is no JSON, with what stands as the password marked. */
export function withArgumentPasswords(fields: RawField[], source: string): RawField[] {
  const all = fields.filter(({ pointer }) => ARGUMENT.test(pointer));
  if (all.length < 2 || all.length > MOST || !logsIn(actionOfText(source))) return fields;
  return fields.map((field) => {
    const number = ARGUMENT.exec(field.pointer)?.[1];
    return number === undefined || number === '0' ? field : { ...field, isPassword: true };
  });
}

/** The same of JSON; what is asked of it for other reasons is `fields`. */
export function withJsonArguments(fields: RawField[], json: unknown): RawField[] {
  const { method, params } = (json ?? {}) as { method?: unknown; params?: unknown };
  if (typeof method !== 'string' || !Array.isArray(params) || !logsIn(method)) return fields;
  if (params.length < 2 || params.length > MOST) return fields;
  if (params.some((one) => typeof one !== 'string')) return fields;
  const secrets = params.flatMap((value: string, at) =>
    at === 0 ? [] : [{ pointer: `/params/${at}`, value, isPassword: true }],
  );
  return [...fields.filter(({ pointer }) => !/^\/params\/[1-9]$/.test(pointer)), ...secrets];
}

function logsIn(act: string | undefined): boolean {
  return act !== undefined && act.length <= 80 && LOGS_IN.test(fold(act));
}
