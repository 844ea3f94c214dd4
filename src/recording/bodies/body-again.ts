import type { Body, BodyField, ToldLifetime } from '../../engine/model.js';
import { encodePercent } from '../../engine/normalize/addresses/raw-url.js';
import { isPinField, PASSWORD_MARK } from '../../engine/normalize/passwords/password-field.js';
import { unescapeToken } from '../../engine/json-pointer.js';

// A body is not kept; what was read of it is. This writes a body from which the same is read.

/**
 * A body's type and text with what is known of it: the fields that may be credentials, and no
 * others.
 */
export function bodyAgain(body: Body): { mimeType: string; text: string } {
  const { kind, mimeType, fields } = body;
  if (kind === 'json') return { mimeType: mimeType || 'application/json', text: jsonOf(body) };
  if (kind === 'html') return { mimeType: mimeType || 'text/html', text: pageOf(body) };
  if (kind === 'other') return { mimeType, text: '' };
  const text = [...fields, ...passwordOf(body), ...senderOf(body)]
    .map(({ pointer, value }) => `${encodePercent(pointer)}=${encodePercent(value)}`)
    .join('&');
  return { mimeType: 'application/x-www-form-urlencoded', text };
}

/** That there was a password is known, or that its field was left empty, and nothing else of it. */
function passwordOf({ passwordField, weakPassword }: Body): BodyField[] {
  if (passwordField === undefined) return [];
  const isEmpty = weakPassword && !isPinField(passwordField);
  return [{ pointer: nameOf(passwordField), value: isEmpty ? '' : PASSWORD_MARK }];
}

/** What it said of whoever sent it, whose name is not kept. */
function senderOf({ asGuest, impersonal, passwordField }: Body): BodyField[] {
  if (asGuest) return [{ pointer: 'guest', value: 'true' }];
  const isNamed = !impersonal && passwordField === undefined;
  return isNamed ? [{ pointer: 'user', value: PASSWORD_MARK }] : [];
}

/** Where not even the name may be known. */
function nameOf(passwordField: string): string {
  return passwordField === PASSWORD_MARK ? 'password' : passwordField;
}

const MAILED = 'We sent you an e-mail.';

interface Tree {
  [name: string]: Tree | string | number | boolean;
}

function jsonOf(body: Body): string {
  const tree: Tree = Object.create(null) as Tree;
  for (const { pointer, value } of [...body.fields, ...passwordOf(body), ...senderOf(body)])
    setAt(tree, pointer, value);
  for (const told of body.lifetimes ?? []) setAt(tree, ...lifetimeOf(told));
  if (body.refusal) setAt(tree, '/success', false);
  if (body.mailed) setAt(tree, '/message', MAILED);
  return JSON.stringify(tree);
}

/** The field that says so beside the token, or in the part that tells of a header. */
function lifetimeOf(told: ToldLifetime): [pointer: string, value: number] {
  const [, above = '/token/', token = ''] = /^(.*\/)([^/]*)$/.exec(told.pointer) ?? [];
  const of = /refresh/i.test(token) ? 'refresh_' : '';
  return 'endsAt' in told
    ? [`${above}${of}expires_at`, told.endsAt]
    : [`${above}${of}expires_in`, told.seconds];
}

/** Members of lists become members of objects, which their pointers do not tell apart. */
function setAt(tree: Tree, pointer: string, value: string | number | boolean): void {
  const names = pointer.replace(/^\//, '').split('/').map(unescapeToken);
  const last = names.pop() ?? '';
  let at = tree;
  for (const name of names) {
    const below = Object.hasOwn(at, name) ? at[name] : undefined;
    if (typeof below === 'object') at = below;
    else at = at[name] = Object.create(null) as Tree;
  }
  if (!Object.hasOwn(at, last)) at[last] = value;
}

/** `input[name]`, `meta[name]`, `script[name]`, `data[name]`. */
const PLACE = /^(input|meta|script|data)\[([^]*)\]$/;
const TAGS: Readonly<Record<string, (name: string, value: string) => string>> = {
  input: (name, value) => `<input type="hidden" name="${name}" value="${value}">`,
  meta: (name, value) => `<meta name="${name}" content="${value}">`,
  script: (name, value) => `<script>page = {"${name}": "${value}"};</script>`,
  data: (name, value) => `<i data-${name}="${value}"></i>`,
};

function pageOf(body: Body): string {
  const { fields, passwordFields = [] } = body;
  const told = fields.map(({ pointer, value }) => {
    const [, kind = 'input', name = pointer] = PLACE.exec(pointer) ?? [];
    return TAGS[kind]!(escaped(name), escaped(value));
  });
  const asked = passwordFields.length > 0 ? passwordFields : passwordOf(body).map((p) => p.pointer);
  const inputs = asked.map((name) => {
    const own = PLACE.exec(name)?.[2] ?? name;
    return `<input type="password" name="${escaped(own)}">`;
  });
  const form = `<form method="post">${[...told, ...inputs].join('')}</form>`;
  const out = body.wayOut ? '<a href="logout">Log out</a>' : '';
  const mailed = body.mailed ? `<p>${MAILED}</p>` : '';
  const led = (body.leadsTo ?? []).map((one) => `<iframe src="${escaped(one)}"></iframe>`);
  return `<!doctype html><html><body>${form}${out}${mailed}${led.join('')}</body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
