import { readFileSync } from 'node:fs';
import { freePort } from '../support/serve.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { programEnv, programFile, programVisit } from './support/program.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'yaws-session.test';

/** Yaws, the web server in Erlang, with the cookie sessions of its own documentation. */
export const application: Application = {
  name: 'yaws-session',
  kind: 'application',
  language: 'Erlang',
  packages: ['yaws'],
  docs: [
    // "new_cookie_session(Opaque): create a new cookie based session … a cookie string";
    // delete_cookie_session ends it, the browser keeps its cookie.
    'http://yaws.hyber.org/cookies.yaws',
    // new_cookie_session: the node's name, a dash, a random number of 128 bits.
    'https://github.com/erlyaws/yaws/blob/yaws-2.1.1/src/yaws_session_server.erl',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'shopsid', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'currency', role: 'preference' },
      { carrier: 'url', name: 'page', role: 'other' },
    ],
  },
  proof: { url: /page=orders$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const port = await freePort();
    const page = readFileSync(programFile('yaws-session.yaws'), 'utf8');
    for (const name of ['index', 'shop']) scratch.write(`www/${name}.yaws`, page);
    scratch.serve('yaws', ['--conf', configuration(scratch, port), '--erlarg', '-noinput', '-i'], {
      env: { ...programEnv(port), HOME: scratch.folder },
    });
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  visit: programVisit({
    login: '/shop.yaws?page=login',
    guarded: '/shop.yaws?page=orders',
    more: ['/shop.yaws?page=address'],
    userField: 'member',
  }),
};

function configuration(scratch: Scratch, port: number): string {
  return scratch.write(
    'yaws.conf',
    `logdir = ${scratch.folder}
fail_on_bind_err = true
<server ${HOST}>
    port = ${port}
    listen = 127.0.0.1
    docroot = ${scratch.path('www')}
</server>
`,
  );
}
