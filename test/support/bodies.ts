import { readBody } from '../../src/engine/normalize/bodies/body.js';

// Bodies as a capture reads them, by their type.

export const FORM = 'application/x-www-form-urlencoded';
export const form = (fields: string) => readBody(FORM, fields);
export const json = (value: unknown) => readBody('application/json', JSON.stringify(value));
export const html = (page: string) => readBody('text/html', page);
export const plain = (text: string) => readBody('text/plain', text);
export const xml = (text: string) => readBody('text/xml', text);
