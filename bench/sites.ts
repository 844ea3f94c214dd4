import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const FRAMES = 40;

/** Fetches in ten chains, as pages do; done when all are answered. */
const fetches = (
  count: number,
) => `<!doctype html><title>busy</title><link rel="icon" href="data:,">
<script type="module">
  const next = Array.from({ length: ${count} }, (_, i) => i);
  const headers = { authorization: 'Bearer ' + 'x'.repeat(40) };
  const lane = async () => { for (let i; (i = next.pop()) !== undefined;) await (await fetch('/api/' + i, { headers })).text(); };
  await Promise.all(Array.from({ length: 10 }, lane));
  document.title = 'done';
</script>`;

const images = (count: number) => `<!doctype html><title>busy</title><link rel="icon" href="data:,">
<script type="module">
  const load = (i) => new Promise((done) => { const one = new Image(); one.onload = one.onerror = done; one.src = '/image/' + i; });
  const next = Array.from({ length: ${count} }, (_, i) => i);
  const lane = async () => { for (let i; (i = next.pop()) !== undefined;) await load(i); };
  await Promise.all(Array.from({ length: 10 }, lane));
  document.title = 'done';
</script>`;

/** Frames of the page's own site, or of another one. */
const frames = (
  origin: string,
) => `<!doctype html><title>busy</title><link rel="icon" href="data:,">
<body><script>
  localStorage.setItem('theme', 'dark');
  let left = ${FRAMES};
  for (let n = 0; n < ${FRAMES}; n++) {
    const frame = document.createElement('iframe');
    frame.onload = () => { if (--left === 0) document.title = 'done'; };
    frame.src = '${origin}/frame?' + n;
    document.body.append(frame);
  }
</script>`;

const FRAME =
  "<!doctype html><p>frame<script>localStorage.setItem('frame', location.search)</script>";

export interface Site {
  url(path: string): string;
  close(): void;
}

/** A server with the pages that are measured. */
export async function startSite(): Promise<Site> {
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    if (path.startsWith('/image/')) {
      response.setHeader('content-type', 'image/svg+xml');
      response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
      return;
    }
    response.setHeader('set-cookie', 'theme=dark; Path=/');
    const page = pages.get(path);
    if (page) response.setHeader('content-type', 'text/html');
    response.end(page ?? '{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const pages = new Map([
    ['/500', fetches(500)],
    ['/2000', fetches(2_000)],
    ['/images', images(500)],
    ['/frames', frames('')],
    ['/strangers', frames(`http://ads.test:${port}`)],
    ['/frame', FRAME],
  ]);
  return { url: (path) => `http://shop.test:${port}${path}`, close: () => void server.close() };
}
