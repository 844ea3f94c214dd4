import { checkpointOf, restoredFrom } from '../support/checkpoint.js';
import { Seeded } from '../support/seeded.js';
import { expect, it } from 'vitest';
import type { LoginForm } from '../../src/engine/model.js';
import { readBody } from '../../src/engine/normalize/bodies/body.js';
import type { DevtoolsEntry } from '../../src/recording/record.js';
import { Recording } from '../../src/recording/recording.js';

const P = new Seeded('password-entries').base62(24);
const at = 1_767_225_600_000;
const page: DevtoolsEntry = {
  url: 'https://a.test/in',
  method: 'GET',
  type: 'document',
  startedAt: at,
  status: 200,
  responseBody: readBody('text/html', '<input autocomplete="current-password" name=field7>'),
  requestHeaders: [],
  responseHeaders: [],
};
const sent: DevtoolsEntry = {
  ...page,
  method: 'POST',
  startedAt: at + 1_000,
  requestBody: readBody('application/json', `{"user":"ada","field7":"${P}"}`),
};
const form: LoginForm = {
  kind: 'login-form',
  at,
  pageUrl: 'https://a.test/in',
  actionUrl: 'https://a.test/in',
  method: 'POST',
  fields: [{ name: 'field7', type: 'password' }],
};

it('drops what a page of the same batch calls a password, in whatever order', () => {
  for (const batch of [
    [page, sent],
    [sent, page],
  ])
    expect(JSON.stringify(new Recording(0).withoutPasswords(batch))).not.toContain(P);
});

it('drops what an earlier batch, or a submitted form, called a password, after a restart too', () => {
  const shown = new Recording(0);
  shown.add({ kind: 'devtools', at, entries: [page] });
  const submitted = new Recording(0);
  submitted.add(form);
  for (const state of [shown, submitted]) {
    const restored = restoredFrom(checkpointOf(state));
    const [entry] = restored.withoutPasswords([sent]);
    expect(JSON.stringify(entry)).not.toContain(P);
    expect(entry!.requestBody!.passwordField).toBe('/field7');
  }
});

it('holds no password of an address that such a form made', () => {
  const state = new Recording(0);
  state.add(form);
  state.add({ kind: 'navigated', at: at + 1, url: `https://a.test/in?field7=${P}` });
  expect(state.url).toBe('https://a.test/in?field7=***');
});
