import type { ReportCookieRemedy } from '../report-remedy.js';

/** The line that mends a cookie, as it is pasted: its value is left to whoever fills it in. */
export function lineToSend({ better: [pair, ...attributes] }: ReportCookieRemedy): string {
  const name = pair?.text.slice(0, pair.text.indexOf('=')) ?? '';
  return `Set-Cookie: ${[`${name}=<value>`, ...attributes.map(({ text }) => text)].join('; ')}`;
}

/** The line that was sent; empty where it was not seen. */
export function lineThatCame({ sent }: ReportCookieRemedy): string {
  return sent.length === 0 ? '' : `Set-Cookie: ${sent.map(({ text }) => text).join('; ')}`;
}
