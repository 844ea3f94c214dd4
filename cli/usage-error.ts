/** What is wrong with the command line, in one line. */
export class UsageError extends Error {}
