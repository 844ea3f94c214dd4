/** Without these the browser keeps trying to reach the internet by itself. */
export const QUIET: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Nobody sees what these would make quicker: pictures drawn in hardware, a process in reserve. */
export const HEADLESS: readonly string[] = [
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-features=SpareRendererForSitePerProcess',
];
