import { LOG_IN } from '../words/acts.js';
import { actionOfText } from '../bodies/body-action.js';
import { asObject } from '../bodies/json-value.js';
import type { RawField } from '../bodies/raw-field.js';
import { regex } from '../../regex.js';
import { unaccented } from '../words/unaccented.js';

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
  const call = callIn(json);
  if (call === undefined) return fields;
  const { pointer, values, from } = call;
  const secrets = values.flatMap((value, at) =>
    at < from || typeof value !== 'string'
      ? []
      : [{ pointer: `${pointer}/${at}`, value, isPassword: true }],
  );
  const told = new Set(secrets.map((one) => one.pointer));
  return [...fields.filter((one) => !told.has(one.pointer)), ...secrets];
}

/** Arguments in their order; what stands before `from` says who logs in, or where. */
interface Call {
  pointer: string;
  values: readonly unknown[];
  from: number;
}

/**
 * `{method, params: […]}`, in Ext.Direct `{method, data: […]}`; the same one level below, with
 * arguments of another name (Odoo: `{params: {method: "authenticate", args: [database, user,
 * password, {}]}}`); or a call of a call, whose first argument says what is called.
 */
function callIn(json: unknown): Call | undefined {
  const { method, data, params = data } = asObject(json) ?? {};
  if (typeof method !== 'string') return undefined;
  if (!Array.isArray(params)) {
    const { method: inner, args } = asObject(params) ?? {};
    if (typeof inner !== 'string' || !Array.isArray(args) || !logsIn(inner)) return undefined;
    return args.length > MOST ? undefined : callOf('/params/args', args, 1);
  }
  const values = params as readonly unknown[];
  const place = params === data ? '/data' : '/params';
  if (logsIn(method)) return values.length > MOST ? undefined : callOf(place, values, 1);
  const [act] = values;
  const isCall = typeof act === 'string' && logsIn(act) && values.length <= MOST;
  return isCall ? callOf(place, values, 2) : undefined;
}

/** Who logs in and with which password are strings; behind them may stand what is asked besides. */
function callOf(pointer: string, values: readonly unknown[], from: number): Call | undefined {
  const texts = values.filter((one) => typeof one === 'string').length;
  const areFirst = values.slice(0, texts).every((one) => typeof one === 'string');
  return texts > from && areFirst ? { pointer, values, from } : undefined;
}

function logsIn(act: string | undefined): boolean {
  return act !== undefined && act.length <= 80 && LOGS_IN.test(unaccented(act));
}
