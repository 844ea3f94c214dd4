import type { BodyField } from '../model.js';

const ACTION_FIELD = /^\/?_?(?:action|intent|op|do|cmd|method)$/i;
const WORD = /^[\w.-]{1,40}$/;
/** GraphQL §2.3: the name of an operation, or else the first field of a mutation. */
const MUTATION = /^\s*mutation\b[^{]*\{\s*(?:\w+\s*:\s*)?(\w{1,40})/;

/** What a body asks for by name: the action field of a form, the first field of a GraphQL mutation. */
export function actionOf(fields: readonly BodyField[]): string | undefined {
  const query = fields.find(({ pointer }) => pointer === '/query' || pointer === 'query' || pointer === '/0/query')?.value;
  const mutation = query === undefined ? undefined : MUTATION.exec(query)?.[1];
  return mutation ?? fields.find(({ pointer, value }) => ACTION_FIELD.test(pointer) && WORD.test(value))?.value;
}
