import { spawnSync } from 'node:child_process';
import { USER } from '../../support/site.js';

/**
 * Makes {@link USER} a user of this machine, for software that asks PAM, until this process ends.
 */
export function systemUser(groups: readonly string[] = []): void {
  // Left behind by a run that was killed.
  remove();
  const account = ['--no-create-home', '--no-user-group', '--home-dir', '/tmp'];
  const more = groups.length > 0 ? ['--groups', groups.join(',')] : [];
  run('useradd', [...account, '--shell', '/bin/bash', ...more, USER.name]);
  process.once('exit', remove);
  run('chpasswd', [], `${USER.name}:${USER.password}\n`);
}

function remove(): void {
  spawnSync('userdel', ['--force', USER.name]);
}

function run(command: string, args: readonly string[], input = ''): void {
  const { status, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}
