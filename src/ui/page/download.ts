import { addressOf } from '../../engine/address.js';

/** Offers a value as a JSON file. */
export function downloadJson(name: string, content: unknown): void {
  download(name, 'application/json', `${JSON.stringify(content, null, 2)}\n`);
}

/** Offers a file to save, made in memory. */
export function download(name: string, type: string, content: string): void {
  const blob = new Blob([content], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken its copy by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** A file name for what is saved of a page. */
export function fileName(pageUrl: string, ending: string): string {
  const host = addressOf(pageUrl)?.hostname ?? '';
  return `credtrail-${host.replaceAll(/[^\w.-]/g, '_') || 'report'}.${ending}`;
}
