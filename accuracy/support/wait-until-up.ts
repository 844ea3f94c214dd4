import { connect } from 'node:net';

const PATIENCE = 30_000;

/** Resolves when something listens on that port of this machine. */
export async function waitUntilUp(port: number, host = '127.0.0.1'): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await accepts(port, host))) {
    if (Date.now() > end) throw new Error(`nothing listens on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const say = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(true)).once('error', () => say(false));
  });
}
