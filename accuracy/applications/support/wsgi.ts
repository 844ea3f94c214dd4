import type { Running } from '../../support/stack.js';
import { apache, type ApacheOptions } from './apache.js';
import type { Scratch } from './scratch.js';

/** What a Python site needs besides its web server (package `libapache2-mod-wsgi-py3`). */
export interface WsgiOptions extends Pick<ApacheOptions, 'host' | 'port'> {
  /** Python text that defines `application`. */
  script: string;
  /** More lines of configuration: Alias for static files … */
  directives?: string;
}

/**
 * Apache with mod_wsgi: the site in one process of its own, all addresses but those of an Alias.
 */
export function wsgi(scratch: Scratch, options: WsgiOptions): Promise<Running> {
  const { host, port, script, directives = '' } = options;
  const file = scratch.write('site.wsgi', script);
  return apache(scratch, {
    host,
    ...(port === undefined ? {} : { port }),
    documentRoot: scratch.open('htdocs'),
    modules: ['wsgi'],
    directives: `WSGISocketPrefix ${scratch.path('wsgi')}
WSGIDaemonProcess site threads=8 python-path=${scratch.folder} home=${scratch.folder} lang=C.UTF-8
WSGIProcessGroup site
WSGIApplicationGroup %{GLOBAL}
WSGIPassAuthorization On
WSGIScriptAlias / ${file}
${directives}`,
  });
}
