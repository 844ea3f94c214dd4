import { freePort } from '../../support/serve.js';
import { waitUntilUp } from '../../support/wait-until-up.js';
import type { Scratch } from './scratch.js';

export interface Database {
  port: number;
  /** Runs SQL as the administrator and gives what came back, without headings. */
  sql(text: string, database?: string): string;
}

/**
 * MariaDB (package `mariadb-server`) with its data in the scratch folder; `root` has no password.
 */
export async function mariadb(scratch: Scratch): Promise<Database> {
  const port = await freePort();
  const data = scratch.path('mariadb');
  const socket = scratch.path('mariadb.sock');
  scratch.run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--user=root',
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  scratch.serve('/usr/sbin/mariadbd', [
    '--no-defaults',
    `--datadir=${data}`,
    '--user=root',
    `--socket=${socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--pid-file=${scratch.path('mariadb.pid')}`,
  ]);
  await waitUntilUp(port);
  return {
    port,
    sql: (text, database) =>
      scratch.run(
        'mariadb',
        [
          '--no-defaults',
          `--socket=${socket}`,
          '-uroot',
          '-N',
          '-B',
          ...(database ? [database] : []),
        ],
        { input: text },
      ),
  };
}

/** PostgreSQL (package `postgresql`) with its data in the scratch folder; everybody is trusted. */
export async function postgres(scratch: Scratch): Promise<Database> {
  const port = await freePort();
  const bin = '/usr/lib/postgresql/15/bin';
  const data = scratch.open('postgres');
  const user = 'postgres';
  scratch.run('chown', [user, data]);
  scratch.run('chmod', ['700', data]);
  scratch.run(`${bin}/initdb`, ['-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], {
    user,
    cwd: '/',
  });
  const args = ['-D', data, '-p', String(port), '-k', data, '-c', 'listen_addresses=127.0.0.1'];
  scratch.serve(`${bin}/postgres`, args, { user, cwd: '/' });
  await waitUntilUp(port);
  const psql = [
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-U',
    user,
    '-qAtX',
    '-v',
    'ON_ERROR_STOP=1',
  ];
  return {
    port,
    sql: (text, database = 'postgres') =>
      scratch.run(`${bin}/psql`, [...psql, '-d', database], { input: text }),
  };
}
