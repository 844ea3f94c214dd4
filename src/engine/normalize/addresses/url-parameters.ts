import { remembered } from '../../memo.js';

/** Name and value of every parameter in a URL, wherever it stands. */
export const parametersOf = remembered((url: URL): readonly (readonly [string, string])[] => {
  const fragment = url.hash.includes('=') ? url.hash.slice(1).replace(/^[^?&]*\?/, '') : '';
  return [
    ...parametersIn(url.search),
    ...parametersIn(fragment),
    ...(url.pathname.includes(';') ? pathParameters(url.pathname) : []),
  ];
});

function parametersIn(search: string): Iterable<[string, string]> {
  return search === '' ? [] : new URLSearchParams(search);
}

function pathParameters(path: string): [string, string][] {
  const parameters: [string, string][] = [];
  for (const segment of path.split('/')) {
    for (const part of segment.split(';').slice(1)) {
      const equals = part.indexOf('=');
      if (equals > 0) parameters.push([part.slice(0, equals), part.slice(equals + 1)]);
    }
  }
  return parameters;
}
