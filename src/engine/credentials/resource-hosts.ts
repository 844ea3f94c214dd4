/**
 * Hosts by whose names tokens are asked for, and those that answer them: names of before, and their
 * kin, as the services document them (Microsoft: “Azure Resource Manager”, “Outlook REST API”).
 */
const ALSO_SERVED: ReadonlyMap<string, string> = new Map([
  ['management.core.windows.net', 'management.azure.com'],
  ['outlook.office365.com', 'outlook.office.com'],
  ['outlook.office.com', 'outlook.office365.com'],
]);

/** The host that answers what is meant for another one; itself for every other. */
export function alsoServed(host: string): string {
  return ALSO_SERVED.get(host) ?? host;
}
