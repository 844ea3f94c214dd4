import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

const POLICY = '/usr/sbin/policy-rc.d';
/** Two installations at a time wait for each other. */
const LOCK = '/tmp/credtrail-packages.lock';

/** Installs Debian's packages that are missing; no service is started by it. */
export function installPackages(names: readonly string[]): void {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const script =
    `set -e; ${canRead() ? '' : 'apt-get update -q;'} apt-get install -y -q ` +
    `--no-install-recommends ${missing.join(' ')}`;
  const hadPolicy = existsSync(POLICY);
  if (!hadPolicy) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const { status, stdout, stderr } = spawnSync('flock', [LOCK, 'sh', '-c', script], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 100_000_000,
  });
  if (!hadPolicy) rmSync(POLICY, { force: true });
  if (status !== 0)
    throw new Error(`installing ${missing.join(' ')}: ${stdout.slice(-2_000)}${stderr}`);
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return stdout === 'install ok installed';
}

/** Whether the lists of packages are here. */
function canRead(): boolean {
  return spawnSync('apt-cache', ['show', 'apache2']).status === 0;
}
