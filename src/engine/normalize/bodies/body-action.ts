import type { BodyField } from '../../model.js';
import { regex } from '../../regex.js';

/**
 * Fields that name the act: of forms, of front controllers, and of JSON-RPC (§4) one by one or in a
 * batch.
 */
const ACTION_FIELD = regex('i')`
  ^(?:\/(?:\d\/)?)?_?(?:action|intent|op|oper(?:ation)?|do|cmd|command|act|task|mode|method
  |func(?:tion)?|procedure|login_?type)$`;
/** Beside the class, which is the action, in the router of Ext.Direct; in its forms as well. */
const METHOD = /^(?:\/(?:\d\/)?)?(?:m|extM)ethod$/;
/** What such a call is (`rpc`). */
const TYPE = /^(?:\/(?:\d\/)?)?(?:t|extT)ype$/;
/** The control that posts a page of Web Forms back to itself: `ctl00$LoginStatus1$ctl00`. */
const POSTS_BACK = /^__EVENTTARGET$/;
const WAY_OUT = /(?:log|sign)[-_]?(?:out|off)|loginstatus/i;
/** A module and its function (Convex). */
const PATH = /^\/path$/;
const FUNCTION = /^[\w/]{1,30}:(\w{1,40})$/;
/** The name of an event stands first (Socket.IO). */
const EVENT = /^\/0$/;
/** A button's own name; as a field of a login `login` holds the user's. */
const BUTTON = /(?:^|[/_.[-])(?:log|sign)[-_]?(?:out|off)\]?$/i;
/** Buttons under a common name, which say by their label what they do: `_submit=Log out`. */
const LABELLED = /(?:^|[/_.[-])(?:submit|btn|button|pressed)(?:[-_.]?\w{1,20})?\]?$/i;
const LABEL = /^[\p{L}\d_.:/-]+(?: [\p{L}\d_.:/-]+){0,3}$/u;
const LONGEST_LABEL = 40;
const NOT_PRESSED = /^(?:|0|false|no|off)$/i;
const WORD = /^[\w.:/-]{1,40}$/;
const OPERATION = /^(?:\/0)?(?:\/payload)?\/operationName$/;
const QUERY = /^(?:\/0)?(?:\/payload)?\/?query$/;
/**
 * Calls that are no JSON: XML-RPC, the first element in a SOAP body, GWT-RPC, DWR, an event of
 * Socket.IO.
 */
const CALLS: readonly RegExp[] = [
  /<methodName>\s{0,8}([\w.:/-]{1,60})\s{0,8}<\/methodName>/,
  /<(?:[\w-]{1,20}:)?Body\b[^>]{0,200}>\s{0,40}<(?:[\w-]{1,20}:)?([\w.-]{1,40})[\s/>]/,
  /^\d{1,2}\|\d{1,3}\|\d{1,4}\|[^|]{0,300}\|[^|]{0,100}\|[^|]{1,200}\|(\w{1,40})\|/,
  /^c0-methodName=(\w{1,40})$/m,
  /^\d{1,8}(?:\/[\w-]{1,40},)?\d{0,8}\[\s{0,8}"([\w.:/-]{1,40})"/,
];
/** The longest place of an action that the patterns above know. */
const LONGEST_PLACE = 32;
/** Where they stand: most of what data holds stands deeper. */
const NEAR = /^\/?(?:\d\/)?(?:payload\/)?[^/]*$/;
/** Of the objects and lists in which they stand. */
const NEAR_ABOVE = /^(?:\/\d)?(?:\/payload)?$/;
const LONGEST_ABOVE = 10;
const READ = 4096;
const MUTATION = /^\s*mutation\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w{1,40})/;

/**
 * What a body asks for by name, in words: the action field of a form, the method of JSON-RPC, the
 * button that was pressed, or (GraphQL §2.3) the name of the operation and the first field of a
 * mutation.
 */
export function actionOf(fields: readonly BodyField[]): string | undefined {
  const near = fields.filter(
    ({ pointer }) => pointer.length <= LONGEST_PLACE && NEAR.test(pointer),
  );
  const valueAt = (place: RegExp) =>
    near.find(({ pointer, value }) => place.test(pointer) && WORD.test(value))?.value;
  const called = near.flatMap(({ pointer, value }) =>
    PATH.test(pointer) ? (FUNCTION.exec(value)?.[1] ?? []) : [],
  );
  const query = near.find(({ pointer }) => QUERY.test(pointer))?.value;
  const mutation = query === undefined ? undefined : MUTATION.exec(query)?.[1];
  const button = fields.find(
    ({ pointer, value }) => mayEndOut(pointer) && BUTTON.test(pointer) && !NOT_PRESSED.test(value),
  );
  const isLeft = near.some((one) => POSTS_BACK.test(one.pointer) && WAY_OUT.test(one.value));
  const pressed = button || isLeft ? 'logout' : undefined;
  const labels = near.flatMap(({ pointer, value }) =>
    value.length <= LONGEST_LABEL && LABELLED.test(pointer) && LABEL.test(value)
      ? value.replaceAll(' ', '-')
      : [],
  );
  const words = [
    valueAt(OPERATION),
    mutation,
    valueAt(ACTION_FIELD),
    valueAt(TYPE) === 'rpc' ? valueAt(METHOD) : undefined,
    valueAt(EVENT),
    pressed,
    ...called,
    ...labels,
  ].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(' ');
}

/** True for the place of an object or list in which a string may say what is asked for. */
export function isActionPlace(pointer: string): boolean {
  return pointer.length <= LONGEST_ABOVE && NEAR_ABOVE.test(pointer);
}

/** True for a name that is, wherever it stands, that of a button for a logout. */
export function isButtonName(name: string): boolean {
  return BUTTON.test(`/${name}`);
}

/** What a call in another form than JSON asks for by name. */
export function actionOfText(source: string): string | undefined {
  const start = source.slice(0, READ);
  for (const call of CALLS) {
    const name = call.exec(start)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** By its last sign, as nearly no name ends in `out`, `off` or a bracket. */
function mayEndOut(pointer: string): boolean {
  return 'tTfF]'.includes(pointer.at(-1) ?? ' ');
}
