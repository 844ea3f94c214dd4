import { freePort } from '../../support/serve.js';
import type { Running } from '../../support/stack.js';
import { waitUntilUp } from '../../support/wait-until-up.js';
import type { Scratch } from './scratch.js';

/** What an application's web server needs beyond a port. */
export interface ApacheOptions {
  host: string;
  documentRoot: string;
  /** Lines of configuration for the one virtual host: Alias, Directory, SetEnv, php_value … */
  directives?: string;
  /** Modules beyond the usual ones, by the name of their file without `mod_` and `.so`. */
  modules?: readonly string[];
  /** Runs PHP as a module (package `libapache2-mod-php`). */
  php?: boolean;
  port?: number;
}

const MODULES = `mpm_prefork authn_core authn_file authz_core authz_user authz_host auth_basic
  access_compat alias dir mime env setenvif rewrite headers cgi`.split(/\s+/);

/**
 * Debian's Apache with a configuration of its own, as `www-data`, until the scratch folder stops.
 */
export async function apache(scratch: Scratch, options: ApacheOptions): Promise<Running> {
  const port = options.port ?? (await freePort());
  const php = options.php ? ['php8.2'] : [];
  const file = scratch.write('apache.conf', configuration(scratch, port, options, php));
  scratch.open('tmp');
  scratch.serve('/usr/sbin/apache2', ['-f', file, '-DFOREGROUND']);
  await waitUntilUp(port);
  return { url: `http://${options.host}:${port}`, stop: () => scratch.stop() };
}

function configuration(
  scratch: Scratch,
  port: number,
  { host, documentRoot, directives = '', modules = [] }: ApacheOptions,
  php: readonly string[],
): string {
  const load = [...MODULES, ...modules].map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
  );
  const phpLines = php.map(
    (name) => `LoadModule php_module /usr/lib/apache2/modules/lib${name}.so
<FilesMatch "\\.ph(p|tml)$">
  SetHandler application/x-httpd-php
</FilesMatch>
php_admin_value session.save_path ${scratch.path('tmp')}
php_admin_value upload_tmp_dir ${scratch.path('tmp')}
DirectoryIndex index.php index.html`,
  );
  return `ServerRoot ${scratch.folder}
PidFile ${scratch.path('apache.pid')}
Mutex file:${scratch.folder} default
ErrorLog ${scratch.path('apache.error.log')}
Listen 127.0.0.1:${port}
ServerName ${host}:${port}
User www-data
Group www-data
${load.join('\n')}
TypesConfig /etc/mime.types
DirectoryIndex index.html index.cgi
${phpLines.join('\n')}
DocumentRoot ${documentRoot}
<Directory />
  Options FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
${directives}
`;
}
