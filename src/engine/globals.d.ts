// Engine and recording are compiled without the DOM and any platform's types, so that they cannot
// reach for a browser or for Node by accident. These few WHATWG globals exist in every place they
// run (service worker, page, Node) and are pure functions of their input.

declare class URL {
  constructor(url: string, base?: string);
  href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  pathname: string;
  search: string;
  hash: string;
  username: string;
  password: string;
}

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string);
  readonly size: number;
  has(name: string): boolean;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(input: Uint8Array): string;
}

declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>;
}

declare function atob(text: string): string;
declare function btoa(binary: string): string;
