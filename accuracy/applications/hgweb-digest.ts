import { createHash } from 'node:crypto';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { dialogVisit } from './support/dialog-visit.js';

const HOST = 'hg.test';
const REALM = 'Depot';

/**
 * Mercurial's pages behind Apache's Digest authentication: a name and a proof of the password with
 * each request.
 */
export const application: Application = {
  name: 'hgweb-digest',
  kind: 'application',
  language: 'Python',
  packages: ['mercurial', 'apache2'],
  docs: [
    'https://httpd.apache.org/docs/2.4/mod/mod_auth_digest.html',
    'https://www.rfc-editor.org/rfc/rfc7616#section-3.4',
    '/usr/lib/python3/dist-packages/mercurial/helptext/hgweb.txt',
  ],
  noSecondLogin: 'a browser answers challenges until it is closed (RFC 9110 §11.6.1)',
  truth: {
    mechanism: 'basic',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'basic' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/log$/, knows: ({ status }) => status === 200 },
  start(scratch) {
    const depot = scratch.open('depot');
    const hg = (...args: string[]) =>
      scratch.run('hg', ['--config', 'ui.username=Ada', ...args], { cwd: depot });
    hg('init');
    scratch.write('depot/engine.txt', 'Notes on the engine\n');
    hg('commit', '--addremove', '--message', 'Notes on the engine');
    const folder = scratch.open('cgi');
    scratch.write(
      'cgi/hgweb.cgi',
      `#!/usr/bin/python3
from mercurial import demandimport
demandimport.enable()
from mercurial.hgweb import hgweb, wsgicgi
wsgicgi.launch(hgweb(b"${depot}"))
`,
    );
    scratch.run('chmod', ['755', `${folder}/hgweb.cgi`]);
    scratch.run('chown', ['-R', 'www-data', depot]);
    const hash = createHash('md5').update(`${USER.name}:${REALM}:${USER.password}`).digest('hex');
    const users = scratch.write('users', `${USER.name}:${REALM}:${hash}\n`);
    return apache(scratch, {
      host: HOST,
      documentRoot: scratch.open('htdocs'),
      modules: ['auth_digest'],
      directives: `ScriptAlias / ${folder}/hgweb.cgi/
<Location />
  AuthType Digest
  AuthName "${REALM}"
  AuthDigestDomain /
  AuthUserFile ${users}
  Require valid-user
</Location>`,
    });
  },
  visit: dialogVisit(async (page, url) => {
    for (const path of ['/log', '/rev/tip', '/file/tip/engine.txt', '/graph', '/log?rev=engine'])
      await page.goto(`${url}${path}`);
    await page.reload();
  }),
};
