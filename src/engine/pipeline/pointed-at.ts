/**
 * Ids of all exchanges that plain data point at, wherever in it an `ExchangeRef` stands: they must
 * be kept as long as what points at them is shown.
 */
export function pointedAt(data: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof data !== 'object' || data === null) return found;
  if (isExchangeRef(data)) found.add(data.id);
  else for (const value of Object.values(data)) pointedAt(value, found);
  return found;
}

function isExchangeRef(data: object): data is { id: string } {
  const { id, method, url } = data as Record<string, unknown>;
  return typeof id === 'string' && typeof method === 'string' && typeof url === 'string';
}
