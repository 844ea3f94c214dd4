import { freePort } from '../../support/serve.js';
import { waitUntilUp } from '../../support/wait-until-up.js';
import type { Scratch } from './scratch.js';

export const SUFFIX = 'dc=example,dc=test';
export const ADMIN = { dn: `cn=admin,${SUFFIX}`, password: 'directory-Admin-3' };

const SCHEMAS = ['core', 'cosine', 'nis', 'inetorgperson'];

/** OpenLDAP (package `slapd`) with one directory in the scratch folder; gives its port. */
export async function slapd(
  scratch: Scratch,
  ldif: string,
  more: { schemas?: readonly string[] } = {},
): Promise<number> {
  const port = await freePort();
  const schemas = [...SCHEMAS, ...(more.schemas ?? [])];
  const file = scratch.write(
    'slapd.conf',
    `${schemas.map((name) => `include /etc/ldap/schema/${name}.schema`).join('\n')}
pidfile ${scratch.path('slapd.pid')}
modulepath /usr/lib/ldap
moduleload back_mdb
database mdb
maxsize 104857600
suffix "${SUFFIX}"
rootdn "${ADMIN.dn}"
rootpw ${ADMIN.password}
directory ${scratch.open('ldap')}
access to attrs=userPassword by self write by anonymous auth by * none
access to * by self write by users write by * read
`,
  );
  scratch.run('/usr/sbin/slapadd', ['-f', file], { input: ldif });
  scratch.serve('/usr/sbin/slapd', ['-d', '0', '-f', file, '-h', `ldap://127.0.0.1:${port}/`]);
  await waitUntilUp(port);
  return port;
}
