import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'sysinfo.test';

/**
 * phpSysInfo: what a machine is busy with, for whoever looks; it remembers template and language.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-phpsysinfo',
  language: 'PHP',
  packages: ['phpsysinfo', 'apache2', 'libapache2-mod-php', 'php-xml'],
  docs: [
    // createCookie("psi_language", …, 365), "psi_template": chosen by who looks.
    '/usr/share/phpsysinfo/js/phpSysInfo/phpsysinfo.js, phpsysinfo_bootstrap.js',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: /^psi_/, role: 'preference' },
      { carrier: 'cookie', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: /./, role: ['other', 'preference'] },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  start: (scratch) =>
    apache(scratch, { host: HOST, documentRoot: '/usr/share/phpsysinfo', php: true }),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/index.php?disp=dynamic`);
    await page.waitForSelector('#language');
    await step('use');
    await page.select('#language', 'de');
    await page.reload();
    await page.goto(`${url}/index.php?disp=bootstrap`);
    await page.reload();
    await page.goto(`${url}/xml.php?plugin=complete`);
    await page.goto(`${url}/index.php?disp=dynamic`);
  },
};
