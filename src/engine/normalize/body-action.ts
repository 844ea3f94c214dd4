import type { BodyField } from '../model.js';

/** Fields that name the act: of forms, of front controllers, and of JSON-RPC (§4) one by one or in a batch. */
const ACTION_FIELD = /^(?:\/(?:\d\/)?)?_?(?:action|intent|op|do|cmd|act|task|mode|method)$/i;
/** A button's own name; as a field of a login `login` holds the user's. */
const BUTTON = /(?:^|[/_.[-])(?:log|sign)[-_]?(?:out|off)\]?$/i;
const NOT_PRESSED = /^(?:|0|false|no|off)$/i;
const WORD = /^[\w.-]{1,40}$/;
const OPERATION = /^(?:\/0)?\/operationName$/;
const QUERY = /^(?:\/0)?\/?query$/;
const MUTATION = /^\s*mutation\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w{1,40})/;

/**
 * What a body asks for by name, in words: the action field of a form, the method of JSON-RPC, the
 * button for logging out, or (GraphQL §2.3) the name of the operation and the first field of a mutation.
 */
export function actionOf(fields: readonly BodyField[]): string | undefined {
  const valueAt = (place: RegExp) =>
    fields.find(({ pointer, value }) => place.test(pointer) && WORD.test(value))?.value;
  const query = fields.find(({ pointer }) => QUERY.test(pointer))?.value;
  const mutation = query === undefined ? undefined : MUTATION.exec(query)?.[1];
  const button = fields.find(
    ({ pointer, value }) => BUTTON.test(pointer) && !NOT_PRESSED.test(value),
  );
  const pressed = button && 'logout';
  const words = [valueAt(OPERATION), mutation, valueAt(ACTION_FIELD), pressed].filter(
    (word) => word !== undefined,
  );
  return words.length === 0 ? undefined : words.join(' ');
}
