/** The part of web-ext's result that is read here. */
export interface LintResult {
  errors: LintMessage[];
  warnings: LintMessage[];
  notices: LintMessage[];
}

interface LintMessage {
  code: string;
  message: string;
  file?: string;
}

/**
 * Preact's own `dangerouslySetInnerHTML`, which nothing here uses: the linter sees the assignment,
 * and not that nobody reaches it.
 */
export const KNOWN = { code: 'UNSAFE_VAR_ASSIGNMENT', file: /^assets\/[\w.-]+\.js$/ };

/** What the linter says, the one known warning aside. */
export function lintFaults({ errors, warnings, notices }: LintResult): string[] {
  const at = warnings.findIndex(
    ({ code, file = '' }) => code === KNOWN.code && KNOWN.file.test(file),
  );
  return [...errors, ...warnings.filter((_, index) => index !== at), ...notices].map(
    ({ code, message, file = 'the whole' }) => `${file}: ${code} (${message})`,
  );
}
