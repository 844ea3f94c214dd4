/** Without these the browser keeps trying to reach the internet by itself. */
export const QUIET: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
