import https from 'node:https';

/** Asks the provider whose token it is, by address: this machine knows no names below .test. */
export function isKnown(authority: string, authorization: string): Promise<boolean> {
  const { host, port } = new URL(authority);
  const options = {
    host: '127.0.0.1',
    port,
    path: '/me',
    headers: { host, authorization },
    rejectUnauthorized: false,
  };
  return new Promise((resolve, reject) => {
    https
      .get(options, (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      })
      .on('error', reject);
  });
}
