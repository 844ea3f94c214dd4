import type { BodyField } from '../model.js';

const ACTION_FIELD = /^\/?_?(?:action|intent|op|do|cmd)$/i;
const WORD = /^[\w.-]{1,40}$/;
const OPERATION = /^(?:\/0)?\/operationName$/;
const QUERY = /^(?:\/0)?\/?query$/;
const MUTATION = /^\s*mutation\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w{1,40})/;

/**
 * What a body asks for by name, in words: the action field of a form, or (GraphQL §2.3) the name of the
 * operation and the first field of a mutation.
 */
export function actionOf(fields: readonly BodyField[]): string | undefined {
  const valueAt = (place: RegExp) =>
    fields.find(({ pointer, value }) => place.test(pointer) && WORD.test(value))?.value;
  const query = fields.find(({ pointer }) => QUERY.test(pointer))?.value;
  const mutation = query === undefined ? undefined : MUTATION.exec(query)?.[1];
  const words = [valueAt(OPERATION), mutation, valueAt(ACTION_FIELD)].filter(
    (word) => word !== undefined,
  );
  return words.length === 0 ? undefined : words.join(' ');
}
