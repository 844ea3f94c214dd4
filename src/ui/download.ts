/** Offers a file to save, made in memory. */
export function downloadJson(name: string, content: unknown): void {
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken its copy by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** A file name for the report about a page. */
export function reportFileName(pageUrl: string): string {
  const host = URL.canParse(pageUrl) ? new URL(pageUrl).hostname : '';
  return `credtrail-${host.replaceAll(/[^\w.-]/g, '_') || 'report'}.json`;
}
