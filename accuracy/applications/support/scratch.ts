import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Name of the system's user to run as. */
  user?: string;
  input?: string;
}

/** A folder that an application's servers have for themselves, and the servers that run in it. */
export class Scratch {
  readonly folder: string;
  #children: ChildProcess[] = [];

  constructor(name: string) {
    this.folder = mkdtempSync(join(tmpdir(), `credtrail-${name}-`));
    // Servers that give up root's rights read here.
    chmodSync(this.folder, 0o755);
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  /** Writes a file below the folder, readable by all, and gives its path. */
  write(file: string, text: string): string {
    const path = this.path(file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { mode: 0o644 });
    return path;
  }

  /** Makes a folder that any user may write to. */
  open(...parts: string[]): string {
    const path = this.path(...parts);
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o777);
    return path;
  }

  /**
   * Runs a command to its end and gives what it printed. @throws {Error} with its output when it
   * fails.
   */
  run(command: string, args: readonly string[], options: RunOptions = {}): string {
    const [file, all] = asUser(command, args, options.user);
    const { status, stdout, stderr, error } = spawnSync(file, all, {
      encoding: 'utf8',
      cwd: options.cwd ?? this.folder,
      env: { ...process.env, ...options.env },
      input: options.input ?? '',
      maxBuffer: 50_000_000,
    });
    if (status !== 0)
      throw new Error(`${command} ${args.join(' ')}: ${error ?? ''}${stdout}${stderr}`);
    return stdout;
  }

  /**
   * Starts a server that runs until {@link stop}; what it prints goes to `NAME.log` in the folder.
   */
  serve(command: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
    const [file, all] = asUser(command, args, options.user);
    const child = spawn(file, all, {
      cwd: options.cwd ?? this.folder,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const log = createWriteStream(this.path(`${command.split('/').pop()}.log`), { flags: 'a' });
    child.on('error', (error) => log.write(String(error)));
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    this.#children.push(child);
    return child;
  }

  /** Ends all servers, last one first, each with its own children, and removes the folder. */
  async stop(): Promise<void> {
    for (const child of this.#children.toReversed()) await end(child);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function asUser(
  command: string,
  args: readonly string[],
  user: string | undefined,
): [string, string[]] {
  if (user === undefined) return [command, [...args]];
  return ['runuser', ['-u', user, '--', command, ...args]];
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // It is gone already.
    }
  };
  kill('SIGTERM');
  const force = setTimeout(() => kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(force);
  kill('SIGKILL');
}
